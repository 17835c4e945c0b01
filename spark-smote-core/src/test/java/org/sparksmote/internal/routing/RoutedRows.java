// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.util.AccumulatorV2;
import org.sparksmote.internal.rows.PackedRows;

/** What map tasks send to every partition of the shuffle, summed up by partition. */
public final class RoutedRows implements Serializable {

  private static final long serialVersionUID = 1L;

  public final long[] blocks;
  public final long[] homes;
  public final long[] candidates;
  public final long[] bytes;

  /** Processor time that counting took, which is none of the router's. */
  public long countingNanos;

  /** The most that one task still had in open blocks when its input ended. */
  public long mostOpenBytes;

  public RoutedRows(int partitions) {
    blocks = new long[partitions];
    homes = new long[partitions];
    candidates = new long[partitions];
    bytes = new long[partitions];
  }

  /** Counts the rows of a block. */
  public void count(int partition, Row block, int size) {
    byte[] packed = block.getAs(2);
    blocks[partition]++;
    bytes[partition] += packed.length;
    if (BlockForm.isSums(block)) {
      return;
    }

    PackedRows.Reader reader = new PackedRows.Reader(packed, size);
    while (reader.next()) {
      homes[partition] += reader.home ? reader.copies : 0;
      candidates[partition] += reader.home ? 0 : reader.copies;
    }
  }

  public void add(RoutedRows other) {
    for (int p = 0; p < blocks.length; p++) {
      blocks[p] += other.blocks[p];
      homes[p] += other.homes[p];
      candidates[p] += other.candidates[p];
      bytes[p] += other.bytes[p];
    }

    countingNanos += other.countingNanos;
    mostOpenBytes = Math.max(mostOpenBytes, other.mostOpenBytes);
  }

  /** The sums of all tasks: few numbers per partition of the shuffle reach the driver. */
  public static final class Sum extends AccumulatorV2<RoutedRows, RoutedRows> {

    private static final long serialVersionUID = 1L;

    private final int partitions;
    private RoutedRows sum;
    private boolean zero = true;

    private Sum(int partitions) {
      this.partitions = partitions;
      this.sum = new RoutedRows(partitions);
    }

    public static Sum on(SparkContext context, int partitions) {
      Sum sum = new Sum(partitions);
      context.register(sum);
      return sum;
    }

    RoutedRows zeros() {
      return new RoutedRows(partitions);
    }

    @Override
    public void add(RoutedRows more) {
      sum.add(more);
      zero = false;
    }

    @Override
    public void merge(AccumulatorV2<RoutedRows, RoutedRows> other) {
      add(other.value());
    }

    @Override
    public boolean isZero() {
      return zero;
    }

    @Override
    public Sum copy() {
      Sum copy = new Sum(partitions);
      copy.merge(this);
      copy.zero = zero;
      return copy;
    }

    @Override
    public void reset() {
      sum = zeros();
      zero = true;
    }

    @Override
    public RoutedRows value() {
      return sum;
    }
  }
}
