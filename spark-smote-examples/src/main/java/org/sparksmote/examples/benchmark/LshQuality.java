// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.benchmark;

import java.util.Arrays;

/**
 * How near the neighbours that an LSH finds come to the true ones. It may find fewer than k.
 *
 * @param recall share of the k true neighbours (or others as near) that were found
 * @param meanDistanceRatio mean distance of the farthest neighbour found, over that of the true one
 *     of the same rank, at least 1; rows without any are left out
 */
record LshQuality(double recall, double meanDistanceRatio) {

  /** Distances that differ by rounding only are the same. */
  private static final double TOLERANCE = 1 + 1e-9;

  /**
   * Compares distances, ascending, row by row.
   *
   * @param found per row those of the k nearest that meet in a bucket
   * @param exact per row those of the k nearest
   * @param threshold what is as far or farther is not found
   */
  static LshQuality of(double[][] found, double[][] exact, double threshold) {
    double hits = 0;
    double ratios = 0;
    int rowsWithAny = 0;
    for (int i = 0; i < found.length; i++) {
      double[] near = Arrays.stream(found[i]).filter(distance -> distance < threshold).toArray();
      double limit = exact[i][exact[i].length - 1] * TOLERANCE;
      hits += Arrays.stream(near).filter(distance -> distance <= limit).count();
      if (near.length > 0) {
        double same = exact[i][near.length - 1];
        ratios += same > 0 ? Math.max(1, near[near.length - 1] / same) : 1;
        rowsWithAny++;
      }
    }

    double wanted = (double) exact.length * exact[0].length;
    return new LshQuality(hits / wanted, ratios / Math.max(1, rowsWithAny));
  }
}
