// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.sparksmote.testing.ShortRun;

/** Measures four rows against the points of a leaf, per pair. */
public class DistanceBenchmark extends ShortRun {
  private static final int POINTS = 320;
  private static final int PAIRS = RowBlock.ROWS * POINTS;

  @Param({"8", "32", "100", "784"})
  int dims;

  private final RowBlock block = new RowBlock(POINTS);
  private final double[] distances = new double[PAIRS];
  private double[] values;
  private FloatImage image;
  private Columns portable;
  private Columns vector;

  @Setup
  public void setUp() {
    values = Workloads.isotropic(POINTS, dims, 1);
    image = FloatImage.of(DensePoints.of(values, POINTS, dims));
    block.rows(0, RowBlock.ROWS, image.dims);
    portable = filled(new PortableColumns(POINTS, image.dims));
    vector = filled(Columns.of(POINTS, image.dims));
  }

  private Columns filled(Columns columns) {
    for (int slot = 0; slot < POINTS; slot++) {
      columns.put(slot, image.rows, slot * image.dims);
    }

    return columns;
  }

  @Benchmark
  @OperationsPerInvocation(PAIRS)
  public float[][] vector() {
    if (vector instanceof PortableColumns) {
      throw new IllegalStateException("This JVM has no vector kernel: see KernelChoice");
    }

    vector.measure(0, POINTS, image.rows, block);
    return block.out;
  }

  @Benchmark
  @OperationsPerInvocation(PAIRS)
  public float[][] portable() {
    portable.measure(0, POINTS, image.rows, block);
    return block.out;
  }

  /** What one would write first. */
  @Benchmark
  @OperationsPerInvocation(PAIRS)
  public double[] baselineDoubleLoop() {
    for (int row = 0; row < RowBlock.ROWS; row++) {
      for (int point = 0; point < POINTS; point++) {
        double sum = 0;
        for (int j = 0, a = row * dims, b = point * dims; j < dims; j++) {
          double t = values[a + j] - values[b + j];
          sum += t * t;
        }

        distances[row * POINTS + point] = sum;
      }
    }

    return distances;
  }
}
