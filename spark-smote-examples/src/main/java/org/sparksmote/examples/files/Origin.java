// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.sparksmote.examples.cli.UsageException;

/**
 * Where rows are to come from, as the user says it.
 *
 * @param files paths, URIs or patterns
 * @param table a table of the catalogue instead of files, or null
 * @param format of the files, or null to tell it from their names
 * @param options of Spark's reader
 */
public record Origin(
    List<String> files,
    @Nullable String table,
    @Nullable DataFormat format,
    Map<String, String> options) {

  public Origin {
    files = List.copyOf(files);
    if (files.isEmpty() == (table == null)) {
      throw new UsageException(
          files.isEmpty()
              ? "Cannot run without an input. Name files with --input, or a table with --table."
              : "Cannot read --input and --table in one run. Name one of them.");
    }

    if (table != null && (format != null || !options.isEmpty())) {
      throw new UsageException(
          "Cannot use --input-format or --input-option with --table: a table knows how its files are"
              + " read. Leave them out.");
    }
  }

  /** Finds the files, or the table with its files. */
  public InputFiles find(SparkSession spark) throws IOException {
    return table == null
        ? InputFiles.find(files, format, options, spark.sparkContext().hadoopConfiguration())
        : TableName.of(table).files(spark);
  }
}
