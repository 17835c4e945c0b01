// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.weighing;

import java.util.Arrays;
import org.sparksmote.internal.cells.OwnRows;

/** Weights of base rows by the cluster they are in. */
final class ClusterWeights {

  /** Rows of a cluster whose distances are looked at: enough for a mean. */
  private static final int MOST_ROWS = 512;

  private ClusterWeights() {}

  /** Every cluster of at least two rows alike (CURE-SMOTE). */
  static CellWeights even(VariantCell cell, OwnRows bases) {
    CellGroups groups = cell.groups();
    long[] atHome = atHome(cell, bases);
    return CellWeights.each(
        bases,
        point -> {
          int group = groups.of(point);
          return groups.members(group).size() < 2 ? 0 : 1.0 / atHome[group];
        });
  }

  /**
   * Sparse clusters more (Douzas, Bacao and Last 2018): a cluster weighs (mean distance) ^ features
   * / rows, if its share of the class reaches the threshold and it has more than k rows. Powers are
   * taken relative to the sparsest cluster, so that they neither overflow nor vanish.
   */
  static CellWeights sparsity(VariantCell cell, OwnRows bases) {
    CellGroups groups = cell.groups();
    long[] atHome = atHome(cell, bases);
    double[] logs = new double[groups.count()];
    for (int group = 0; group < logs.length; group++) {
      logs[group] = isEligible(cell, group) ? logSparsity(cell, group) : Double.NEGATIVE_INFINITY;
    }

    double top = Arrays.stream(logs).max().orElse(Double.NEGATIVE_INFINITY);
    double scale = Double.isInfinite(top) ? 0 : top;
    return CellWeights.scaled(
        bases,
        point ->
            StrictMath.exp(logs[groups.of(point)] - scale) / Math.max(1, atHome[groups.of(point)]),
        scale);
  }

  private static long[] atHome(VariantCell cell, OwnRows bases) {
    long[] atHome = new long[cell.groups().count()];
    for (int point : bases.points()) {
      atHome[cell.groups().of(point)] += cell.rows.ownRows(point);
    }

    return atHome;
  }

  private static boolean isEligible(VariantCell cell, int group) {
    long own = cell.groups().members(group).size();
    double share = (double) own / (own + cell.groups().enemies(group));
    double least = cell.settings().clusterBalanceThreshold();
    return own > cell.k() && share >= least;
  }

  /** The logarithm of the sparsity; rows that are all alike are as dense as can be. */
  private static double logSparsity(VariantCell cell, int group) {
    OwnRows members = cell.groups().members(group);
    int count = (int) Math.min(MOST_ROWS, members.size());
    double sum = 0;
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < a; b++) {
        sum += distance(cell, members, a, b, count);
      }
    }

    double mean = sum / (count * (count - 1) / 2.0);
    double log = StrictMath.log(Math.max(mean, Double.MIN_NORMAL));
    return cell.size() * log - StrictMath.log((double) members.size());
  }

  private static double distance(VariantCell cell, OwnRows members, int a, int b, int count) {
    int pointA = cell.rows.pointOf(members.row(members.size() * a / count));
    int pointB = cell.rows.pointOf(members.row(members.size() * b / count));
    return cell.distance(pointA, pointB);
  }
}
