// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.benchmark;

import java.util.Arrays;

/**
 * What a user of Spark MLlib's LSH has to choose, chosen well: of all bucket lengths and numbers of
 * hash tables that are expected to find the wanted share of neighbours, those that compare the
 * fewest pairs.
 *
 * <p>Two rows at distance d meet in a table if a bucket's border does not part their projections.
 * These are about d·z/√dims apart, z being normal, so the chance is E max(0, 1 - d|z|/(√dims·L))
 * for buckets of length L (Datar et al. 2004). Distances of true neighbours give the recall,
 * distances of any two rows the number of pairs.
 *
 * @param bucketLength the width of a bucket
 * @param hashTables projections; rows that share a bucket in one of them are compared
 * @param threshold pairs at least that far apart are dropped: no true neighbour seen is
 * @param expectedRecall share of the true neighbours that meet
 * @param pairShare pairs that meet, of all pairs of rows, counted once per table
 */
record LshSettings(
    double bucketLength,
    int hashTables,
    double threshold,
    double expectedRecall,
    double pairShare) {

  private static final int[] TABLES = {1, 2, 3, 4, 6, 8, 12, 16, 24, 32};

  /**
   * Bucket lengths tried: the mean step from a row to its k-th neighbour, along one projection,
   * times these powers of the square root of two.
   */
  private static final int SHORTEST = -6;

  private static final int LONGEST = 14;

  private static final int INTEGRATION_STEPS = 64;

  private static final double NORMAL_END = 6;

  /**
   * Searches the settings.
   *
   * @param neighbors distances to the true neighbours of some rows, ascending
   * @param pairs distances between rows whoever they are
   * @param dims features
   * @param recall the share of neighbours to be found
   */
  static LshSettings search(double[][] neighbors, double[] pairs, int dims, double recall) {
    double last = Arrays.stream(neighbors).mapToDouble(LshSettings::last).average().orElse(0);
    double step = last > 0 ? last / Math.sqrt(dims) : 1;
    double most = Arrays.stream(neighbors).mapToDouble(LshSettings::last).max().orElse(0);
    double threshold = Math.nextUp(most);
    double[] all = Arrays.stream(neighbors).flatMapToDouble(Arrays::stream).toArray();
    LshSettings best = null;
    for (int power = SHORTEST; power <= LONGEST; power++) {
      double length = step * Math.pow(2, power / 2.0);
      double[] meet = chances(all, dims, length);
      double anyMeet = Arrays.stream(chances(pairs, dims, length)).average().orElse(1);
      for (int tables : TABLES) {
        double found =
            Arrays.stream(meet).map(p -> 1 - Math.pow(1 - p, tables)).average().orElse(1);
        LshSettings next = new LshSettings(length, tables, threshold, found, tables * anyMeet);
        best = best == null ? next : best.better(next, recall);
      }
    }

    return best == null ? new LshSettings(step, 1, threshold, 0, 1) : best;
  }

  private LshSettings better(LshSettings other, double recall) {
    if (expectedRecall < recall || other.expectedRecall < recall) {
      return other.expectedRecall > expectedRecall ? other : this;
    }

    return other.pairShare < pairShare ? other : this;
  }

  private static double last(double[] ascending) {
    return ascending[ascending.length - 1];
  }

  private static double[] chances(double[] distances, int dims, double length) {
    double scale = 1 / (Math.sqrt(dims) * length);
    return Arrays.stream(distances).map(distance -> chance(distance * scale)).toArray();
  }

  /** The mean of max(0, 1 - s|z|) over a normal z, by the midpoint rule. */
  private static double chance(double s) {
    double end = Math.min(NORMAL_END, 1 / s);
    double width = end / INTEGRATION_STEPS;
    double sum = 0;
    for (int i = 0; i < INTEGRATION_STEPS; i++) {
      double z = (i + 0.5) * width;
      sum += Math.exp(-z * z / 2) * (1 - s * z);
    }

    return sum * width * Math.sqrt(2 / Math.PI);
  }
}
