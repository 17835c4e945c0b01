// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import java.util.Arrays;

/** The k smallest of many distances, or the k largest. */
final class TopDistances {

  private final double[] best; // times sign, ascending
  private final int sign;
  private int size;

  /**
   * Of no distances yet.
   *
   * @param sign 1 for the smallest, -1 for the largest
   */
  TopDistances(int k, int sign) {
    this.best = new double[k];
    this.sign = sign;
  }

  /** The one that the next must beat; while there are fewer than k, one that any beats. */
  double worst() {
    return size < best.length ? sign * Double.POSITIVE_INFINITY : sign * best[size - 1];
  }

  /** Adds a distance so many times. */
  void add(double distance, long times) {
    double value = sign * distance;
    long left = times;
    while (left > 0 && (size < best.length || value < best[size - 1])) {
      int at = size < best.length ? size++ : size - 1;
      while (at > 0 && best[at - 1] > value) {
        best[at] = best[at - 1];
        at--;
      }

      best[at] = value;
      left--;
    }
  }

  /** What was kept, ascending. */
  double[] ascending() {
    double[] found = new double[size];
    Arrays.setAll(found, i -> sign > 0 ? best[i] : -best[size - 1 - i]);
    return found;
  }
}
