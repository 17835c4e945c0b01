// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.synth;

import org.sparksmote.internal.exact.ExactSum;

/**
 * The selection weights of MWMOTE (Barua, Islam, Yao and Murase, "MWMOTE: majority weighted
 * minority oversampling technique", IEEE TKDE 26, 2014). Every majority row at the border gives
 * weight to the informative minority rows near it: more to close ones, and more where they are few.
 */
public final class MwmoteWeights {

  /** Normalised distances count as at least this, so that a distance of 0 has a closeness. */
  private static final double NEAREST = 0.1;

  private MwmoteWeights() {}

  /**
   * The weight of every minority row, the sum of its {@link #information} weights over the border
   * majority; 0 for rows that no list names. Sums are exact, hence the order of the lists does not
   * matter.
   *
   * @param rows minority rows
   * @param lists for every border majority row, the informative minority rows among its neighbours
   * @param distances Euclidean, in the same places
   * @param dimensions number of features
   * @param threshold the cut-off of the closeness, Cf(th); the paper's is 5
   * @param most the closeness at the cut-off, CMAX; the paper's is 2
   */
  public static double[] of(
      int rows,
      int[][] lists,
      double[][] distances,
      int dimensions,
      double threshold,
      double most) {
    ExactSum[] sums = new ExactSum[rows];
    for (int x = 0; x < rows; x++) {
      sums[x] = new ExactSum();
    }

    for (int y = 0; y < lists.length; y++) {
      double[] information = information(distances[y], dimensions, threshold, most);
      for (int i = 0; i < information.length; i++) {
        sums[lists[y][i]].add(information[i]);
      }
    }

    double[] weights = new double[rows];
    for (int x = 0; x < rows; x++) {
      weights[x] = sums[x].value();
    }

    return weights;
  }

  /**
   * What one border majority row y gives to each informative row x of its list: closeness Cf(y, x)
   * times density factor Df(y, x), where Cf = min(dimensions / distance, threshold) / threshold *
   * most and Df = Cf / the sum of Cf over the list.
   */
  public static double[] information(
      double[] distances, int dimensions, double threshold, double most) {
    double[] closeness = new double[distances.length];
    ExactSum sum = new ExactSum();
    for (int i = 0; i < closeness.length; i++) {
      double distance = Math.max(distances[i] / dimensions, NEAREST);
      closeness[i] = Math.min(1 / distance, threshold) / threshold * most;
      sum.add(closeness[i]);
    }

    double total = sum.value();
    double[] information = new double[closeness.length];
    for (int i = 0; i < information.length; i++) {
      // A total of 0 means distances beyond the doubles: nothing to give.
      information[i] = total == 0 ? 0 : closeness[i] * (closeness[i] / total);
    }

    return information;
  }
}
