// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.csv;

import java.io.Serializable;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.sparksmote.examples.files.FilePiece;

/**
 * Reads the records of all files of a table: a task for each list of pieces. Spark's own readers
 * take names for patterns, decode without a word whatever the bytes are, and lose a record's text.
 *
 * @param dialect how the files are written
 * @param files how the columns of each file stand to the table's
 * @param columns fields of a record of the table, without those that folders tell
 * @param tasks what each task reads
 * @param hadoop how file systems are reached
 */
public record CsvReader(
    CsvDialect dialect,
    List<CsvFile> files,
    int columns,
    List<List<FilePiece>> tasks,
    SerializableConfiguration hadoop)
    implements Serializable {

  /** What a task makes of its records. */
  interface Work<T> extends FlatMapFunction<CsvRecords, T> {}

  /** Runs work over all records, in as many tasks as there are lists of pieces. */
  <T> Dataset<T> each(SparkSession spark, Work<T> work, Encoder<T> encoder) {
    CsvReader reader = this;
    FlatMapFunction<Long, T> task = number -> work.call(reader.records(Math.toIntExact(number)));
    return spark.range(0, tasks.size(), 1, Math.max(1, tasks.size())).flatMap(task, encoder);
  }

  /** All records of a task; the files are closed when it ends. */
  private CsvRecords records(int task) {
    CsvRecords records = new CsvRecords(this, tasks.get(task));
    TaskCompletionListener close = context -> records.close();
    TaskContext.get().addTaskCompletionListener(close);
    return records;
  }

  Configuration conf() {
    return hadoop.value();
  }
}
