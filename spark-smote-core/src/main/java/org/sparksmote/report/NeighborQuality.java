// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.report;

import java.util.Arrays;

/**
 * How close an approximate neighbour search came to the exact one, on a sample of rows of a class.
 * SMOTE draws one of k neighbours, so what matters is how far away its partners are.
 *
 * @param sampled rows checked
 * @param recall share of the k true neighbours (or others as near) that were found
 * @param meanDistanceRatio mean of found over true distance of the k-th neighbour, at least 1
 * @param ks Kolmogorov-Smirnov distance between found and true partner distances, 0 to 1
 * @param effectiveK the k at which an exact search has the same mean partner distance; never more
 *     than {@value #HORIZON} times the k asked for
 */
public record NeighborQuality(
    long sampled, double recall, double meanDistanceRatio, double ks, double effectiveK) {

  /** True neighbours are looked at up to this multiple of k. */
  public static final int HORIZON = 6;

  /** Distances that differ by rounding only are the same. */
  private static final double TOLERANCE = 1 + 1e-9;

  /**
   * Compares distances, ascending, row by row.
   *
   * @param found per sampled row the distances to the k neighbours found
   * @param exact per sampled row the distances to the nearest {@code HORIZON * k} rows or all
   */
  public static NeighborQuality of(double[][] found, double[][] exact) {
    int k = found[0].length;
    double hits = 0;
    double ratios = 0;
    for (int i = 0; i < found.length; i++) {
      double limit = exact[i][k - 1] * TOLERANCE;
      hits += Arrays.stream(found[i]).filter(distance -> distance <= limit).count();
      double trueLast = exact[i][k - 1];
      ratios += trueLast > 0 ? Math.max(1, found[i][k - 1] / trueLast) : 1;
    }

    return new NeighborQuality(
        found.length,
        hits / ((double) found.length * k),
        ratios / found.length,
        ks(pool(found, k), pool(exact, k)),
        effectiveK(found, exact));
  }

  private static double[] pool(double[][] rows, int k) {
    return Arrays.stream(rows).flatMapToDouble(row -> Arrays.stream(row, 0, k)).sorted().toArray();
  }

  /** The largest gap between two empirical distributions, given their sorted values. */
  private static double ks(double[] a, double[] b) {
    double most = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      double value = Math.min(a[i], b[j]);
      while (i < a.length && a[i] <= value * TOLERANCE) {
        i++;
      }

      while (j < b.length && b[j] <= value * TOLERANCE) {
        j++;
      }

      most = Math.max(most, Math.abs((double) i / a.length - (double) j / b.length));
    }

    return most;
  }

  private static double effectiveK(double[][] found, double[][] exact) {
    int k = found[0].length;
    double target = meanOfFirst(found, k);
    int horizon = Arrays.stream(exact).mapToInt(row -> row.length).min().orElse(k);
    double before = meanOfFirst(exact, k);
    if (target <= before * TOLERANCE) {
      return k;
    }

    for (int j = k + 1; j <= horizon; j++) {
      double mean = meanOfFirst(exact, j);
      if (mean >= target) {
        return j - (mean - target) / (mean - before);
      }

      before = mean;
    }

    return horizon;
  }

  private static double meanOfFirst(double[][] rows, int k) {
    return Arrays.stream(rows)
        .mapToDouble(row -> Arrays.stream(row, 0, k).average().orElse(0))
        .average()
        .orElse(0);
  }
}
