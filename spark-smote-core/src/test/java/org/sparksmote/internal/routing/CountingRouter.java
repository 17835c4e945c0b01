// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The real router, whose blocks are counted and dropped, but for those of one partition: all that a
 * resampling would shuffle is known in the end, and one task of its reduce side can be run.
 */
public final class CountingRouter implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final RowRouter router;
  private final HashMap<Integer, Integer> partitionOfKey = new HashMap<>();
  private final int size;
  private final int kept;
  private final RoutedRows.Sum sum;

  /**
   * A router that adds to {@code sum}.
   *
   * @param kept the partition whose blocks are handed on; -1 for none
   */
  CountingRouter(RoutingPlan plan, int kept, RoutedRows.Sum sum) {
    int[] keys = Shuffle.partitionKeys(plan.partitions());
    this.router = router(plan);
    for (int partition = 0; partition < keys.length; partition++) {
      partitionOfKey.put(keys[partition], partition);
    }

    this.size = plan.size();
    this.kept = kept;
    this.sum = sum;
  }

  /** The router of {@link Shuffle#routed}, for all cells. */
  public static MapPartitionsFunction<Row, Row> routerOf(RoutingPlan plan) {
    return router(plan);
  }

  private static RowRouter router(RoutingPlan plan) {
    return new RowRouter(
        plan,
        BlockForm.toMake(plan.input()),
        allCells(plan),
        Shuffle.partitionKeys(plan.partitions()));
  }

  /** How many partitions a plan has. */
  public static int partitions(RoutingPlan plan) {
    return plan.partitions();
  }

  /** What the driver does for each of them. */
  public static int[] keys(RoutingPlan plan) {
    return Shuffle.partitionKeys(plan.partitions());
  }

  public static BitSet allCells(RoutingPlan plan) {
    BitSet all = new BitSet();
    all.set(0, plan.cells().size());
    return all;
  }

  /** Routes; what is left are the blocks of one partition, brought together as a shuffle does. */
  public static Dataset<Row> route(
      RoutingPlan plan, Dataset<Row> data, int kept, RoutedRows.Sum sum) {
    StructType schema = BlockForm.toMake(plan.input()).schema();
    return plan.input()
        .select(data, BlockForm.toMake(plan.input()).columns())
        .mapPartitions(new CountingRouter(plan, kept, sum), Encoders.row(schema))
        .repartition(1, functions.col("key"));
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    Input input = new Input(rows);
    return new KeptBlocks(router.call(input), input);
  }

  /** Tells whether the router has seen all of its input. */
  public static final class Input implements Iterator<Row> {

    private final Iterator<Row> rows;
    public boolean ended;

    public Input(Iterator<Row> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      ended = !rows.hasNext();
      return !ended;
    }

    @Override
    public Row next() {
      return rows.next();
    }
  }

  private final class KeptBlocks implements Iterator<Row> {

    private final Iterator<Row> blocks;
    private final Input input;
    private final RoutedRows own = sum.zeros();
    private @Nullable Row next;
    private boolean told;

    KeptBlocks(Iterator<Row> blocks, Input input) {
      this.blocks = blocks;
      this.input = input;
    }

    @Override
    public boolean hasNext() {
      while (next == null && blocks.hasNext()) {
        Row block = blocks.next();
        next = count(block) == kept ? block : null;
      }

      if (next == null && !told) {
        told = true;
        sum.add(own);
      }

      return next != null;
    }

    private int count(Row block) {
      long start = THREADS.getCurrentThreadCpuTime();
      int partition = Objects.requireNonNull(partitionOfKey.get(block.getInt(0)));
      own.count(partition, block, size);
      own.mostOpenBytes += input.ended ? block.<byte[]>getAs(2).length : 0;
      own.countingNanos += THREADS.getCurrentThreadCpuTime() - start;
      return partition;
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }

      Row block = Objects.requireNonNull(next);
      next = null;
      return block;
    }
  }
}
