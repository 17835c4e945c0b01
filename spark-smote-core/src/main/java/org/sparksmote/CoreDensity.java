// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.Arrays;
import org.sparksmote.internal.synth.DensityWeights;

/**
 * The density of base rows for SMOBD: from the distance to the k-th neighbour, and from how many of
 * the nearest rows are within the mean of that distance. Both are relative to the cell.
 */
final class CoreDensity {

  /** How many neighbours are looked at, as a multiple of k. */
  private static final int REACH = 4;

  private CoreDensity() {}

  /** The weight of every base row; noise has none. */
  static double[] of(CellHood hood, int[] bases) {
    int k = Math.min(hood.plan.classOf(hood.rows.cell).k(), hood.rows.ownRows - 1);
    if (k == 0) {
      double[] ones = new double[bases.length];
      Arrays.fill(ones, 1);
      return ones;
    }

    Partners wide = Partners.inClass(hood.plan, hood.rows, hood.points, REACH * k);
    double[] core = new double[bases.length];
    Arrays.setAll(core, i -> distance(hood, bases[i], wide.row(bases[i], k - 1)));
    double radius = Arrays.stream(core).average().orElse(0);
    long[] near = new long[bases.length];
    for (int i = 0; i < near.length; i++) {
      for (int rank = 0; rank < wide.k(); rank++) {
        near[i] += distance(hood, bases[i], wide.row(bases[i], rank)) <= radius ? 1 : 0;
      }
    }

    return DensityWeights.smobd(core, near);
  }

  private static double distance(CellHood hood, int a, int b) {
    int[] pointOf = hood.rows.pointOf;
    return Math.sqrt(hood.points.squaredDistance(pointOf[a], pointOf[b]));
  }
}
