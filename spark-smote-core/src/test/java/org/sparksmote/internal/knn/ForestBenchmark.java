// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.sparksmote.testing.ShortRun;

/** Finds five neighbours of each of 50,000 rows of 30 features (workload a), per row. */
public class ForestBenchmark extends ShortRun {
  private static final int ROWS = 50_000;
  private static final int DIMS = 30;
  private static final int K = 5;

  private final DensePoints points =
      DensePoints.of(Workloads.clusters(ROWS, DIMS, 13, 1), ROWS, DIMS);
  private final boolean[] all = Workloads.firstAreQueries(ROWS, ROWS);

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public Neighbors forest() {
    return NeighborSearch.search(points, all, new SearchSettings(K, 8, 320, 20_000, 1));
  }

  /** Compares each row with all others. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public Neighbors baselineExactSearch() {
    SearchSettings exact = new SearchSettings(K, 1, 320, Integer.MAX_VALUE, 1);
    return NeighborSearch.search(points, all, exact);
  }
}
