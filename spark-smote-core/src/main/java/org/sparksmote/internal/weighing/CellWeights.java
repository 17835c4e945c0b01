// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.weighing;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import org.sparksmote.internal.cells.OwnRows;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.variants.BaseWeight;
import org.sparksmote.internal.variants.Margin;

/**
 * How much each base row of a cell weighs. Identical rows weigh the same.
 *
 * @param weights of a row of each of the bases' points, never negative
 * @param logScale logarithm of what the weights are to be multiplied with to compare cells
 * @param histogram rows by safe level or by level of nearness; empty for other rules
 */
record CellWeights(double[] weights, double logScale, long[] histogram) {

  private static final long[] NO_HISTOGRAM = {};

  /** Weighs the base rows of a cell by a rule. */
  static CellWeights of(BaseWeight rule, VariantCell cell, OwnRows bases) {
    int k = cell.k();
    return switch (rule) {
      case UNIFORM -> each(bases, point -> 1);
      case DANGER -> each(bases, point -> cell.isInDanger(cell.rows.first(point)) ? 1 : 0);
      case ENEMY_DENSITY -> each(bases, point -> cell.enemies(cell.rows.first(point), k));
      case SAFE_LEVEL, SAFETY_SKEW -> safety(cell, bases, k);
      case SUPPORT_VECTORS -> each(bases, point -> isSupport(cell, point) ? 1 : 0);
      case CLUSTER_SPARSITY -> ClusterWeights.sparsity(cell, bases);
      case CLUSTER_EVEN -> ClusterWeights.even(cell, bases);
      case MAJORITY_PROXIMITY -> proximity(cell, bases);
      case BORDER_INFORMATION -> new CellWeights(BorderWeights.of(cell, bases), 0, NO_HISTOGRAM);
      case DENSITY -> new CellWeights(CoreDensity.of(cell, bases), 0, NO_HISTOGRAM);
    };
  }

  static CellWeights each(OwnRows bases, IntToDoubleFunction weight) {
    return scaled(bases, weight, 0);
  }

  static CellWeights scaled(OwnRows bases, IntToDoubleFunction weight, double logScale) {
    double[] weights = Arrays.stream(bases.points()).mapToDouble(weight).toArray();
    return new CellWeights(weights, logScale, NO_HISTOGRAM);
  }

  private static CellWeights safety(VariantCell cell, OwnRows bases, int k) {
    long[] histogram = new long[k + 1];
    double[] weights = new double[bases.points().length];
    for (int i = 0; i < weights.length; i++) {
      int point = bases.points()[i];
      int level = cell.friends(cell.rows.first(point), k);
      weights[i] = level > 0 ? 1 : 0;
      histogram[level] += cell.rows.ownRows(point);
    }

    return new CellWeights(weights, 0, histogram);
  }

  /** On the wrong side of the margin or in it, and not only among other classes. */
  private static boolean isSupport(VariantCell cell, int point) {
    Margin margin = Objects.requireNonNull(cell.facts().margin());
    FeatureRow features = new FeatureRow();
    cell.rows.store.read(point, features);
    return margin.side(features) <= 1 && !cell.isNoise(cell.rows.first(point));
  }

  /** Weights of whole levels are known only after the levels of all cells were counted. */
  private static CellWeights proximity(VariantCell cell, OwnRows bases) {
    double[] byLevel = cell.facts().levelWeights();
    long[] histogram = new long[ProximityGroups.COUNT];
    double[] weights = new double[bases.points().length];
    for (int i = 0; i < weights.length; i++) {
      int point = bases.points()[i];
      int level = cell.groups().of(point);
      histogram[level] += cell.rows.ownRows(point);
      weights[i] = byLevel.length == 0 ? 1 : byLevel[level];
    }

    return new CellWeights(weights, 0, histogram);
  }
}
