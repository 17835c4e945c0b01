// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.verdicts;

import org.apache.spark.HashPartitioner;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/**
 * Who has gone, so that asking again does not judge again: the identities pass a shuffle, whose
 * files Spark reads for as long as somebody holds this, makes again if an executor is lost with
 * them, and deletes when nobody does. So nothing is persisted that would have to be released, by
 * whoever holds the rows of a result, or after a failure.
 */
final class GoneRows {

  private final SparkSession session;
  private final JavaPairRDD<Long, Row> byKey;
  private final Partitioner partitioner;

  private GoneRows(SparkSession session, JavaPairRDD<Long, Row> byKey, Partitioner partitioner) {
    this.session = session;
    this.byKey = byKey;
    this.partitioner = partitioner;
  }

  /** Of identities with the number of their rows, which are found when they are asked for first. */
  static GoneRows of(Dataset<Row> removed) {
    JavaRDD<Row> found = removed.javaRDD();
    return of(removed, found, new HashPartitioner(Math.max(1, found.getNumPartitions())));
  }

  private static GoneRows of(Dataset<Row> removed, JavaRDD<Row> found, Partitioner partitioner) {
    JavaPairRDD<Long, Row> byKey = found.mapToPair(GoneRows::keyed).partitionBy(partitioner);
    return new GoneRows(removed.sparkSession(), byKey, partitioner);
  }

  /** Of the identities of a later round, where those of this one with the same key are. */
  GoneRows alike(Dataset<Row> removed) {
    return of(removed, removed.javaRDD(), partitioner);
  }

  private static Tuple2<Long, Row> keyed(Row row) {
    Row identity = row.getStruct(0);
    return new Tuple2<>(
        identity.getLong(1),
        RowFactory.create(
            RowFactory.create(identity.getInt(0), identity.getLong(1), identity.getLong(2)),
            row.getLong(1)));
  }

  /** These and others that are partitioned alike, in as many partitions. */
  GoneRows and(GoneRows others) {
    return new GoneRows(session, byKey.union(others.byKey), partitioner);
  }

  /** The identities with the number of their rows. */
  Dataset<Row> rows() {
    return session.createDataFrame(byKey.values(), RowVerdicts.REMOVED);
  }
}
