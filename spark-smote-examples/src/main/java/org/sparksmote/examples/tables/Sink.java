// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.tables;

import java.io.IOException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparksmote.Smote;
import org.sparksmote.report.SmoteSummary;

/** Where the rows of a run go, and whether they arrived there. */
public interface Sink {

  /**
   * The sampler with what the sink needs to tell original rows from synthetic ones.
   *
   * @throws org.sparksmote.examples.cli.UsageException if the rows cannot be written as is asked
   *     for
   */
  Smote prepare(Smote smote, Dataset<Row> data);

  /**
   * Writes all rows of a run.
   *
   * @param place a directory or a table that does not exist yet
   */
  void write(Dataset<Row> rows, SmoteSummary summary, String place) throws IOException;

  /**
   * Reads back what was written.
   *
   * @param input the rows that were resampled
   * @throws IOException if that is not what was read, and what was made
   */
  void requireComplete(Dataset<Row> input, SmoteSummary summary, String place) throws IOException;
}
