// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;

/** Points held as one row-major array, with a weight for each column. */
public final class DensePoints implements Points {
  private final double[] values;
  private final int size;
  private final int dims;
  private final SafeScale scale;

  private DensePoints(double[] values, int size, int dims, SafeScale scale) {
    this.values = values;
    this.size = size;
    this.dims = dims;
    this.scale = scale;
  }

  /** Wraps {@code size} rows of finite values; distances are over {@code value * weight}. */
  public static DensePoints of(double[] values, int size, double[] weights) {
    int dims = weights.length;
    if (values.length < (long) size * dims) {
      throw new IllegalArgumentException(
          "Cannot read points: " + values.length + " values for " + size + " x " + dims);
    }

    double[] min = new double[dims];
    double[] max = new double[dims];
    Arrays.fill(min, Double.POSITIVE_INFINITY);
    Arrays.fill(max, Double.NEGATIVE_INFINITY);
    for (int i = 0, at = 0; i < size; i++) {
      for (int j = 0; j < dims; j++, at++) {
        min[j] = Math.min(min[j], values[at]);
        max[j] = Math.max(max[j], values[at]);
      }
    }

    return new DensePoints(values, size, dims, SafeScale.of(min, max, weights));
  }

  /** Wraps {@code size} rows of {@code dims} finite values, unscaled. */
  public static DensePoints of(double[] values, int size, int dims) {
    double[] weights = new double[dims];
    Arrays.fill(weights, 1.0);
    return of(values, size, weights);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int dims() {
    return dims;
  }

  @Override
  public void read(int point, double[] out) {
    int base = point * dims;
    for (int j = 0; j < dims; j++) {
      out[j] = scale.apply(j, values[base + j]);
    }
  }

  @Override
  public double squaredDistance(int a, int b) {
    int baseA = a * dims;
    int baseB = b * dims;
    double down = scale.down();
    double[] weights = scale.weights();
    double sum = 0;
    for (int j = 0; j < dims; j++) {
      double t = values[baseA + j] * weights[j] * down - values[baseB + j] * weights[j] * down;
      sum += t * t;
    }

    return sum;
  }

  @Override
  public boolean exactImage() {
    return true;
  }
}
