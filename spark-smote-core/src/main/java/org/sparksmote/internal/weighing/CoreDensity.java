// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.weighing;

import java.util.Arrays;
import org.sparksmote.internal.cells.OwnRows;
import org.sparksmote.internal.cells.RowNeighbors;
import org.sparksmote.internal.synth.DensityWeights;
import org.sparksmote.internal.variants.BaseWeight;

/**
 * The density of base rows for SMOBD: from the distance to the k-th neighbour, and from how many of
 * the nearest rows are within the mean of that distance. Both are relative to the cell.
 */
final class CoreDensity {

  private CoreDensity() {}

  /** The weight of a row of each of the bases' points; noise has none. */
  static double[] of(VariantCell cell, OwnRows bases) {
    int k = (int) Math.min(cell.k(), cell.rows.ownRows - 1);
    if (k == 0) {
      double[] ones = new double[bases.points().length];
      Arrays.fill(ones, 1);
      return ones;
    }

    RowNeighbors wide = cell.hood.inClass(BaseWeight.DENSITY_REACH * k);
    int[] points = bases.points();
    long[] times = bases.counts();
    double[] core = new double[points.length];
    Arrays.setAll(core, i -> distance(cell, wide, points[i], k - 1));
    double radius = points.length == 0 ? 0 : DensityWeights.mean(core, times);
    long[] near = new long[points.length];
    for (int i = 0; i < near.length; i++) {
      for (int rank = 0; rank < wide.k(); rank++) {
        near[i] += distance(cell, wide, points[i], rank) <= radius ? 1 : 0;
      }
    }

    return DensityWeights.smobd(core, near, times);
  }

  private static double distance(VariantCell cell, RowNeighbors partners, int point, int rank) {
    int other = cell.rows.pointOf(partners.row(cell.rows.first(point), rank));
    return cell.distance(point, other);
  }
}
