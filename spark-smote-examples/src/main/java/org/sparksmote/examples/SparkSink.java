// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.Smote;
import org.sparksmote.report.SmoteSummary;

/** Writes rows of types with Spark. */
final class SparkSink implements Sink {

  private final DataFormat format;
  private final Map<String, String> options;
  private boolean dropsInvalid;
  private StructType schema = new StructType();

  SparkSink(DataFormat format, Map<String, String> options) {
    this.format = format;
    this.options = options;
  }

  @Override
  public Smote prepare(Smote smote) {
    dropsInvalid = smote.getHandleInvalid().equals("skip");
    return smote;
  }

  @Override
  public void write(Dataset<Row> rows, Path directory) {
    schema = rows.schema();
    rows.write()
        .format(format.sparkName())
        .options(format.writeOptions())
        .options(options)
        .save(directory.toString());
  }

  @Override
  public void requireComplete(Dataset<Row> input, SmoteSummary summary, Path directory)
      throws IOException {
    long dropped = dropsInvalid ? summary.invalidRows() : 0;
    long expected = input.count() - dropped + summary.made();
    long found =
        input
            .sparkSession()
            .read()
            .format(format.sparkName())
            .options(format.readOptions())
            .options(options)
            .schema(schema)
            .load(directory.toString())
            .count();
    if (found != expected) {
      throw new IOException(
          "Cannot finish the output: "
              + found
              + " rows were read back, not "
              + expected
              + ". Run again; the files that were written are gone.");
    }
  }
}
