// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.synth;

import java.math.BigInteger;

/** How hard a row is to tell from the other classes, by the labels of its nearest neighbours. */
public final class Difficulty {

  private Difficulty() {}

  /**
   * Whether a row is in danger, near the border of its class (Han, Wang and Mao,
   * "Borderline-SMOTE", ICIC 2005): at least half of its neighbours, but not all, are of other
   * classes.
   *
   * @param enemies neighbours of other classes
   * @param m neighbours in all
   */
  public static boolean isDanger(int enemies, int m) {
    return 2L * enemies >= m && enemies < m;
  }

  /** Whether a row is noise: every neighbour is of another class. Without neighbours it is not. */
  public static boolean isNoise(int enemies, int m) {
    return enemies == m && m > 0;
  }

  /**
   * The choice of SL-Graph-SMOTE (Bunkhumpornpat and Subpaiboonkit, ISCIT 2013): true for
   * Safe-Level-SMOTE, when the safe levels of a class have their tail on the left, so that most
   * rows are safe; false for Borderline-SMOTE, also when there is no skew.
   *
   * @param safeLevels at index s, the rows with s neighbours of their own class
   */
  public static boolean prefersSafeLevel(long[] safeLevels) {
    return skewness(safeLevels) < 0;
  }

  /**
   * The third standardised moment of a histogram's population; 0 if it has one value only. Sums are
   * exact, hence a symmetric histogram has exactly 0.
   *
   * @param counts at index s, how often the value s occurs
   */
  public static double skewness(long[] counts) {
    BigInteger n = BigInteger.ZERO;
    BigInteger sum = BigInteger.ZERO;
    for (int s = 0; s < counts.length; s++) {
      BigInteger count = BigInteger.valueOf(counts[s]);
      n = n.add(count);
      sum = sum.add(count.multiply(BigInteger.valueOf(s)));
    }

    // Differences from the mean times n are whole numbers.
    BigInteger second = BigInteger.ZERO;
    BigInteger third = BigInteger.ZERO;
    for (int s = 0; s < counts.length; s++) {
      BigInteger difference = n.multiply(BigInteger.valueOf(s)).subtract(sum);
      BigInteger square = difference.pow(2).multiply(BigInteger.valueOf(counts[s]));
      second = second.add(square);
      third = third.add(square.multiply(difference));
    }

    if (second.signum() == 0) {
      return 0;
    }

    double spread = Math.sqrt(second.doubleValue());
    return third.doubleValue() / second.doubleValue() / spread * Math.sqrt(n.doubleValue());
  }
}
