// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import java.util.BitSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.unsafe.hash.Murmur3_x86_32;

/** Brings the rows of each cell together. */
public final class Shuffle {

  /** The seed of Spark's hash partitioning. */
  private static final int SPARK_HASH_SEED = 42;

  private Shuffle() {}

  /**
   * The one shuffle: blocks of packed rows of the given cells, each in its cell's partition. Little
   * data is brought together without one, which would be a job of its own.
   */
  public static Dataset<Row> routed(
      RoutingPlan plan, BlockForm form, Dataset<?> data, BitSet cells) {
    int partitions = plan.partitions();
    RowRouter router = new RowRouter(plan, form, cells, partitionKeys(partitions));
    Dataset<Row> blocks =
        plan.input()
            .select(data, form.columns())
            .mapPartitions(router, Encoders.row(form.schema()));
    Dataset<Row> routed =
        plan.isLittle() && partitions == 1
            ? blocks.coalesce(1)
            : blocks.repartition(partitions, functions.col("key"));
    return form.isSorted() ? routed.sortWithinPartitions("cell", "place") : routed;
  }

  /**
   * The same rows for several readers: they are routed now, and Spark reads the files of the
   * shuffle for as long as somebody holds the rows, makes those again that are lost with an
   * executor, and deletes them when nobody does.
   */
  public static Dataset<Row> kept(Dataset<Row> routed) {
    return routed.sparkSession().createDataFrame(routed.javaRDD(), routed.schema());
  }

  /**
   * A key for each partition that Spark's hash partitioning sends just there, so that no two big
   * cells meet in one task while others stay empty. Only the balance rests on it, not the result.
   */
  static int[] partitionKeys(int partitions) {
    int[] keys = new int[partitions];
    boolean[] found = new boolean[partitions];
    int missing = partitions;
    for (int key = 0; missing > 0; key++) {
      int partition = Math.floorMod(Murmur3_x86_32.hashInt(key, SPARK_HASH_SEED), partitions);
      if (!found[partition]) {
        found[partition] = true;
        keys[partition] = key;
        missing--;
      }
    }

    return keys;
  }
}
