// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.sparksmote.testing.ShortRun;

/** Looks up the buckets that need a row of 30 features, per row. */
public class RoutingBenchmark extends ShortRun {
  private static final int ROWS = 20_000;
  private static final int DIMS = 30;

  @Param({"16", "256"})
  int buckets;

  private final double[][] rows = new double[ROWS][];
  private final double[] copy = new double[DIMS];
  private HashTree tree;
  private int[] found;

  @Setup
  public void setUp() {
    double[] values = Workloads.clusters(ROWS, DIMS, 13, 1);
    Arrays.setAll(rows, i -> Arrays.copyOfRange(values, i * DIMS, (i + 1) * DIMS));
    tree = HashTree.learn(rows, 1, buckets, 0.1, 0.6, 5, 1);
    found = new int[buckets];
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public int route() {
    int copies = 0;
    for (double[] row : rows) {
      copies += tree.route(row, found);
    }

    return copies;
  }

  /** What it costs to take a row along at all. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public double baselineCopyOfARow() {
    double sum = 0;
    for (double[] row : rows) {
      System.arraycopy(row, 0, copy, 0, DIMS);
      sum += copy[0];
    }

    return sum;
  }
}
