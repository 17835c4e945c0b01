// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.rows;

/**
 * The root of a sum of squares for differences of any magnitude. Where squares would be infinite,
 * or too small to be told apart, differences are first divided by a power of two, which rounds
 * nothing.
 */
public final class EuclideanLength {

  private static final double LEAST = 0x1p-900;
  private static final double MOST = 0x1p900;

  private EuclideanLength() {}

  /** Whether a sum of squares is as exact as any: far from both ends of what a double can hold. */
  public static boolean isSafe(double sumOfSquares) {
    return sumOfSquares >= LEAST && sumOfSquares <= MOST;
  }

  /** The length of a vector; infinite where a double cannot hold it. */
  public static double of(double[] vector) {
    double sum = sumOfSquares(vector, 0);
    if (isSafe(sum)) {
      return Math.sqrt(sum);
    }

    double largest = 0;
    for (double value : vector) {
      largest = Math.max(largest, Math.abs(value));
    }

    int exponent = Math.getExponent(largest);
    boolean isScaled = largest > 0 && largest < Double.POSITIVE_INFINITY;
    return isScaled ? Math.scalb(Math.sqrt(sumOfSquares(vector, -exponent)), exponent) : largest;
  }

  private static double sumOfSquares(double[] vector, int exponent) {
    double sum = 0;
    for (double value : vector) {
      double scaled = exponent == 0 ? value : Math.scalb(value, exponent);
      sum += scaled * scaled;
    }

    return sum;
  }
}
