// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.resample;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.sparksmote.Smote;
import org.sparksmote.examples.files.InputFiles;
import org.sparksmote.examples.tables.ColumnRole;
import org.sparksmote.examples.tables.TableColumns;

/** The report of a run as JSON, for programs that go on with its output. */
final class RunReport {

  private static final ObjectMapper JSON = new ObjectMapper();

  private RunReport() {}

  static Map<String, Object> of(
      String sparkVersion,
      InputFiles input,
      String output,
      Smote smote,
      TableColumns columns,
      ClassReport classes,
      double seconds) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("input", List.of(input.names()));
    report.put("inputFormat", input.isTable() ? "table" : input.format().label());
    report.put("output", output);
    report.put("settings", SmoteOptions.describe(smote));
    report.put("columns", columns.roles().stream().map(ColumnRole::fields).toList());
    report.put("classes", classes.fields());
    report.put("invalidRows", classes.summary().invalidRows());
    report.put("made", classes.summary().made());
    report.put("seconds", seconds);
    report.put("spark", sparkVersion);
    return report;
  }

  static void write(Path path, Map<String, Object> report, Configuration conf) throws IOException {
    FileSystem files = path.getFileSystem(conf);
    // Without the checksum file that Hadoop would put beside a local one.
    FileSystem plain = files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
    try (OutputStream out = plain.create(path, true)) {
      JSON.writerWithDefaultPrettyPrinter().writeValue(out, report);
    }
  }
}
