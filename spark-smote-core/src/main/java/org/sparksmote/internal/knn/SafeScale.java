// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

/**
 * Column weights times one power of two, chosen so that no squared distance overflows or vanishes.
 *
 * <p>Ordinary data keeps the power 2^0, and distances their ordinary unit. Ranges, not magnitudes,
 * decide: a constant column of 1e300 must not flatten a neighbour of spread 1.
 */
final class SafeScale {
  private static final int SAFE_EXPONENT = 200;
  private static final int MAX_HALF = 1000;

  private final double down;
  private final double[] weights;

  private SafeScale(double down, double[] weights) {
    this.down = down;
    this.weights = weights;
  }

  /** Derives the scale from the smallest and the largest value and the weight of each column. */
  static SafeScale of(double[] min, double[] max, double[] weights) {
    int exponent = commonExponent(min, max, weights);
    // Two factors, because 2^-exponent alone may be no double (exponents reach +-2100).
    int half = Math.max(-MAX_HALF, Math.min(MAX_HALF, exponent / 2));
    double[] scaled = new double[weights.length];
    for (int j = 0; j < scaled.length; j++) {
      scaled[j] = min[j] < max[j] ? Math.scalb(weights[j], half - exponent) : 0;
    }

    return new SafeScale(Math.scalb(1.0, -half), scaled);
  }

  /** Returns the value of a column as distances see it; constant columns become 0. */
  double apply(int column, double value) {
    return value * weights[column] * down;
  }

  double down() {
    return down;
  }

  double[] weights() {
    return weights;
  }

  private static int commonExponent(double[] min, double[] max, double[] weights) {
    int largest = Integer.MIN_VALUE;
    for (int j = 0; j < min.length; j++) {
      double halfRange = max[j] * 0.5 - min[j] * 0.5;
      if (halfRange > 0 && weights[j] != 0) {
        largest = Math.max(largest, exponentOf(halfRange) + exponentOf(weights[j]));
      }
    }

    return largest == Integer.MIN_VALUE || Math.abs(largest) <= SAFE_EXPONENT ? 0 : largest;
  }

  private static int exponentOf(double value) {
    int exponent = Math.getExponent(value);
    return exponent < Double.MIN_EXPONENT ? Math.getExponent(value * 0x1p100) - 100 : exponent;
  }
}
