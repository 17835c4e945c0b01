// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;

/**
 * How much each base row of a cell weighs.
 *
 * @param weights per base, never negative
 * @param logScale logarithm of what the weights are to be multiplied with to compare cells
 * @param histogram rows by safe level or by level of nearness; empty for other rules
 */
record CellWeights(double[] weights, double logScale, long[] histogram) {

  private static final long[] NO_HISTOGRAM = {};

  /** Weighs the base rows of a cell by a rule. */
  static CellWeights of(BaseWeight rule, CellHood hood, int[] bases) {
    int k = hood.plan.classOf(hood.rows.cell).k();
    return switch (rule) {
      case UNIFORM -> each(bases, row -> 1);
      case DANGER -> each(bases, row -> hood.isInDanger(row) ? 1 : 0);
      case ENEMY_DENSITY -> each(bases, row -> hood.enemies(row, k));
      case SAFE_LEVEL, SAFETY_SKEW -> safety(hood, bases, k);
      case SUPPORT_VECTORS -> each(bases, row -> isSupport(hood, row) ? 1 : 0);
      case CLUSTER_SPARSITY -> ClusterWeights.sparsity(hood, bases);
      case CLUSTER_EVEN -> ClusterWeights.even(hood, bases);
      case MAJORITY_PROXIMITY -> proximity(hood, bases);
      case BORDER_INFORMATION -> new CellWeights(BorderWeights.of(hood, bases), 0, NO_HISTOGRAM);
      case DENSITY -> new CellWeights(CoreDensity.of(hood, bases), 0, NO_HISTOGRAM);
    };
  }

  static CellWeights each(int[] bases, IntToDoubleFunction weight) {
    return scaled(bases, weight, 0);
  }

  static CellWeights scaled(int[] bases, IntToDoubleFunction weight, double logScale) {
    double[] weights = Arrays.stream(bases).mapToDouble(weight).toArray();
    return new CellWeights(weights, logScale, NO_HISTOGRAM);
  }

  private static CellWeights safety(CellHood hood, int[] bases, int k) {
    long[] histogram = new long[k + 1];
    double[] weights = new double[bases.length];
    for (int i = 0; i < bases.length; i++) {
      int level = hood.friends(bases[i], k);
      weights[i] = level > 0 ? 1 : 0;
      histogram[level]++;
    }

    return new CellWeights(weights, 0, histogram);
  }

  /** On the wrong side of the margin or in it, and not only among other classes. */
  private static boolean isSupport(CellHood hood, int row) {
    Margin margin = Objects.requireNonNull(hood.plan.factsOf(hood.rows.cell).margin());
    FeatureRow features = new FeatureRow();
    hood.rows.store.read(hood.rows.pointOf[row], features);
    return margin.side(features) <= 1 && !hood.isNoise(row);
  }

  /** Weights of whole levels are known only after the levels of all cells were counted. */
  private static CellWeights proximity(CellHood hood, int[] bases) {
    double[] byLevel = hood.plan.factsOf(hood.rows.cell).levelWeights();
    long[] histogram = new long[MajorityLevels.COUNT];
    double[] weights = new double[bases.length];
    for (int i = 0; i < bases.length; i++) {
      int level = hood.groups().of(bases[i]);
      histogram[level]++;
      weights[i] = byLevel.length == 0 ? 1 : byLevel[level];
    }

    return new CellWeights(weights, 0, histogram);
  }
}
