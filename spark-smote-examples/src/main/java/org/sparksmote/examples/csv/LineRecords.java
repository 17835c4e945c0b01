// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.csv;

import com.univocity.parsers.csv.CsvParser;
import java.io.IOException;
import org.apache.spark.sql.catalyst.csv.CSVOptions;
import org.jspecify.annotations.Nullable;

/** Records of one line each. */
final class LineRecords implements RecordSource {

  private final LineSource lines;
  private final CsvParser parser;
  private final @Nullable String comment;

  LineRecords(LineSource lines, CsvDialect dialect) {
    this.lines = lines;
    this.parser = dialect.parser("\n");
    CSVOptions spark = dialect.spark();
    this.comment = spark.isCommentSet() ? String.valueOf(spark.comment()) : null;
  }

  @Override
  public @Nullable CsvRecord next() throws IOException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (!line.isBlank() && (comment == null || !line.startsWith(comment))) {
        return new CsvRecord(line, parser.parseLine(line));
      }
    }

    return null;
  }

  @Override
  public long line() throws IOException {
    return lines.line();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
