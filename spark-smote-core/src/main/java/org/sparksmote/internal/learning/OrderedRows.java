// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.learning;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows in places that follow from a key of their content, as many learners look at samples of
 * partitions, or add up in the order of rows. It is what the shuffle is for.
 */
public final class OrderedRows {

  /** Rows of a partition, about: little data in few tasks, whatever the cluster. */
  private static final long PARTITION_ROWS = 50_000;

  private OrderedRows() {}

  /**
   * The rows in their order.
   *
   * @param rows how many there are
   */
  public static Dataset<Row> of(Dataset<Row> data, Column key, long rows) {
    int partitions = (int) Math.min(Integer.MAX_VALUE, (rows - 1) / PARTITION_ROWS + 1);
    return data.repartition(partitions, key).sortWithinPartitions(key);
  }
}
