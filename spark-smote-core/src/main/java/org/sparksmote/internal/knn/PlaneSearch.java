// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;
import org.sparksmote.internal.keyed.Mix;

/**
 * Finds a plane that splits rows at a given share and has few rows near it.
 *
 * <p>Several directions are tried. Each first orders the small k-means cells of a subsample, gives
 * whole cells to either side, and is then bent, as a linear support vector machine is trained,
 * until the plane passes between the cells: clusters are not cut, and few rows need to be copied.
 */
final class PlaneSearch {
  private static final int DIRECTIONS = 8;
  private static final int EPOCHS = 4;
  private static final double IMBALANCE_COST = 0.4;

  private final double share;
  private final double slack;
  private final PlaneSample sample;

  private PlaneSearch(double share, double slack, PlaneSample sample) {
    this.share = share;
    this.slack = slack;
    this.sample = sample;
  }

  /**
   * Returns the best plane found for at least two rows; its direction is 0 if they are all alike.
   * The plane's half-width is the reach of near neighbours along its direction.
   */
  static Plane best(double[][] rows, double share, double slack, PlaneSample sample, long key) {
    PlaneSearch search = new PlaneSearch(share, slack, sample);
    Scored best = new Scored(new Plane(new double[rows[0].length], 0, 0), Double.POSITIVE_INFINITY);
    for (int i = 0; i < DIRECTIONS; i++) {
      double[] direction = search.randomDirection(Mix.child(key, i));
      for (int bent = 0; bent < 2; bent++) {
        Scored plane = search.place(direction, sample.rows());
        best = plane.cost() < best.cost() ? plane : best;
        direction = search.bend(direction, Mix.child(key, ~i));
      }
    }

    // The sample is enough to compare directions; all rows say best where the plane should stand.
    return search.place(best.plane().direction(), rows).plane();
  }

  private record Scored(Plane plane, double cost) {}

  /** Chooses the threshold along a direction, within the slack, that fewest rows lie near. */
  private Scored place(double[] direction, double[][] rows) {
    if (!normalize(direction)) {
      return new Scored(new Plane(direction, 0, 0), Double.POSITIVE_INFINITY);
    }

    double[] at = new double[rows.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = Plane.dot(direction, rows[i]);
    }

    Arrays.sort(at);
    double reach = sample.reachAlong(direction);
    int low = (int) Math.max(1, at.length * share * (1 - slack));
    int high = (int) Math.min(at.length - 1.0, at.length * (1 - (1 - share) * (1 - slack)));
    int step = Math.max(1, (high - low) / 64);
    double bestCost = Double.POSITIVE_INFINITY;
    double threshold = at[at.length / 2];
    for (int i = low; i <= high; i += step) {
      if (at[i - 1] < at[i]) {
        double middle = at[i - 1] * 0.5 + at[i] * 0.5;
        double cost =
            shareNear(at, middle, reach)
                + IMBALANCE_COST * Math.abs((double) i / at.length - share);
        if (cost < bestCost) {
          bestCost = cost;
          threshold = at[i - 1] < middle ? middle : at[i];
        }
      }
    }

    return new Scored(new Plane(direction, threshold, reach), bestCost);
  }

  /** Trains the direction to separate whole cells, with the pegasos step on the hinge loss. */
  private double[] bend(double[] start, long key) {
    double[] direction = start.clone();
    double[][] rows = sample.rows();
    boolean[] upper = sample.upperCells(direction, share);
    double[] at = new double[rows.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = Plane.dot(direction, rows[i]);
    }

    double[] sorted = at.clone();
    Arrays.sort(sorted);
    double threshold = sorted[(int) ((sorted.length - 1) * share)];
    double margin = (sorted[sorted.length - 1] - sorted[0]) / 8;
    double energy = sample.meanSquare();
    if (!(energy > 0) || !(margin > 0)) {
      return direction;
    }

    int steps = EPOCHS * rows.length;
    for (int step = 0; step < steps; step++) {
      int i = Mix.below(key, step, rows.length);
      double sign = upper[sample.cell(i)] ? 1 : -1;
      double gap = margin - sign * (Plane.dot(direction, rows[i]) - threshold);
      if (gap > 0) {
        double rate = 0.5 * (1 - (double) step / steps) * sign * Math.min(gap, margin) / energy;
        for (int j = 0; j < direction.length; j++) {
          direction[j] += rate * rows[i][j];
        }

        threshold -= rate;
      }
    }

    return direction;
  }

  private static double shareNear(double[] sorted, double threshold, double reach) {
    return (double)
            (firstAtLeast(sorted, threshold + reach) - firstAtLeast(sorted, threshold - reach))
        / sorted.length;
  }

  private static int firstAtLeast(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }

    return low;
  }

  private double[] randomDirection(long key) {
    double[][] rows = sample.rows();
    double[] direction = new double[rows[0].length];
    for (int tries = 0; tries < 8; tries++) {
      double[] a = rows[Mix.below(key, 2L * tries, rows.length)];
      double[] b = rows[Mix.below(key, 2L * tries + 1, rows.length)];
      for (int j = 0; j < direction.length; j++) {
        direction[j] = a[j] - b[j];
      }

      if (normalize(direction)) {
        return direction;
      }
    }

    return direction;
  }

  /** Makes a direction unit length; false if it has none. */
  private static boolean normalize(double[] direction) {
    double length = Math.sqrt(Plane.dot(direction, direction));
    for (int j = 0; length > 0 && j < direction.length; j++) {
      direction[j] /= length;
    }

    return length > 0;
  }
}
