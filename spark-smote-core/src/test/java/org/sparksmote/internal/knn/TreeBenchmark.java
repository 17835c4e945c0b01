// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.sparksmote.testing.ShortRun;

/** Splits 100,000 rows of 32 features into leaves, per row. */
public class TreeBenchmark extends ShortRun {
  private static final int ROWS = 100_000;
  private static final int DIMS = 32;
  private static final int LEAF_SIZE = 320;

  private final FloatImage image =
      FloatImage.of(DensePoints.of(Workloads.clusters(ROWS, DIMS, 13, 1), ROWS, DIMS));
  private final float[] copy = new float[ROWS * DIMS];

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public Object grow() {
    return CellTree.grow(image, LEAF_SIZE, 1);
  }

  /** No tree can be grown without a look at each row. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public float[] baselineCopyOfAllRows() {
    for (int at = 0; at < copy.length; at += DIMS) {
      System.arraycopy(image.rows, at, copy, at, DIMS);
    }

    return copy;
  }
}
