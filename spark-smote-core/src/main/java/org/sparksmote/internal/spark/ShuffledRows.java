// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.spark;

import org.apache.spark.HashPartitioner;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.PairFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Rows that were hard to find, so that asking again does not find them again: they pass a shuffle,
 * whose files Spark reads for as long as somebody holds this or its rows, makes again if an
 * executor is lost with them, and deletes when nobody does. So nothing is persisted that would have
 * to be released, by whoever holds the rows of a result, or after a failure.
 */
public final class ShuffledRows {

  private final SparkSession session;
  private final JavaPairRDD<Long, Row> byKey;
  private final Partitioner partitioner;
  private final PairFunction<Row, Long, Row> keyed;

  private ShuffledRows(
      SparkSession session,
      JavaRDD<Row> found,
      Partitioner partitioner,
      PairFunction<Row, Long, Row> keyed) {
    this(session, found.mapToPair(keyed).partitionBy(partitioner), partitioner, keyed);
  }

  private ShuffledRows(
      SparkSession session,
      JavaPairRDD<Long, Row> byKey,
      Partitioner partitioner,
      PairFunction<Row, Long, Row> keyed) {
    this.session = session;
    this.byKey = byKey;
    this.partitioner = partitioner;
    this.keyed = keyed;
  }

  /**
   * Of rows that are found when they are asked for first.
   *
   * @param keyed a row's key, by which it is partitioned, and the row as it is sent: of numbers,
   *     texts and further Rows
   */
  public static ShuffledRows of(Dataset<Row> rows, PairFunction<Row, Long, Row> keyed) {
    JavaRDD<Row> found = rows.javaRDD();
    Partitioner partitioner = new HashPartitioner(Math.max(1, found.getNumPartitions()));
    return new ShuffledRows(rows.sparkSession(), found, partitioner, keyed);
  }

  /** Of other rows, in the same partitions by key. */
  public ShuffledRows alike(Dataset<Row> rows) {
    return new ShuffledRows(session, rows.javaRDD(), partitioner, keyed);
  }

  /** These and others that are in the same partitions by key, in as many partitions. */
  public ShuffledRows and(ShuffledRows others) {
    return new ShuffledRows(session, byKey.union(others.byKey), partitioner, keyed);
  }

  /** The rows. */
  public Dataset<Row> rows(StructType type) {
    return session.createDataFrame(byKey.values(), type);
  }
}
