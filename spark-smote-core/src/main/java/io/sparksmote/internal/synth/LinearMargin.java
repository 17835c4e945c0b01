// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.internal.synth;

import java.util.Arrays;

/**
 * A linear support vector machine with hinge loss, by dual coordinate descent (Hsieh, Chang, Lin,
 * Keerthi and Sundararajan, ICML 2008). Columns are centred and divided by their deviations first,
 * hence neither scale nor offset of a column matters.
 */
public final class LinearMargin {

  /** Weight of the squared coefficients beside the mean loss. */
  static final double REGULARIZATION = 0.01;

  private static final int MOST_ROUNDS = 200;
  private static final double PRECISION = 1e-3;

  private final double[][] rows; // centred and scaled
  private final boolean[] own;
  private final double[] duals;
  private final double[] plane; // of the scaled rows; the intercept at the end

  private LinearMargin(double[][] rows, boolean[] own, int columns) {
    this.rows = rows;
    this.own = own;
    this.duals = new double[rows.length];
    this.plane = new double[columns + 1];
  }

  /**
   * Coefficients, then the intercept, of the plane between the marked rows and the others: its
   * value is above 0 on the side of the marked rows, and 1 at their margin.
   */
  public static double[] fit(double[][] rows, boolean[] own, int columns) {
    Moments moments = new Moments(columns);
    for (double[] row : rows) {
      moments.addDense(row);
    }

    double[] means = rows.length == 0 ? new double[columns] : moments.means();
    double[] deviations = rows.length == 0 ? new double[columns] : moments.deviations();
    double[][] scaled = new double[rows.length][columns];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns; j++) {
        scaled[i][j] =
            deviations[j] == 0 ? 0 : rows[i][j] / deviations[j] - means[j] / deviations[j];
      }
    }

    LinearMargin margin = new LinearMargin(scaled, own, columns);
    margin.descend();
    return unscaled(margin.plane, means, deviations);
  }

  private static double[] unscaled(double[] plane, double[] means, double[] deviations) {
    double[] unscaled = plane.clone();
    int last = means.length;
    for (int j = 0; j < last; j++) {
      unscaled[j] = deviations[j] == 0 ? 0 : plane[j] / deviations[j];
      unscaled[last] -= deviations[j] == 0 ? 0 : plane[j] * (means[j] / deviations[j]);
    }

    return unscaled;
  }

  private void descend() {
    double[] squares = Arrays.stream(rows).mapToDouble(row -> 1 + product(row, row)).toArray();
    double worst = 1;
    for (int round = 0; round < MOST_ROUNDS && worst > PRECISION; round++) {
      worst = 0;
      for (int i : order(round)) {
        worst = Math.max(worst, step(i, squares[i]));
      }
    }
  }

  /** Moves one dual variable to its best value; returns how wrong it was. */
  private double step(int i, double square) {
    double most = 1 / (REGULARIZATION * rows.length);
    double side = own[i] ? 1 : -1;
    double gradient = side * (product(rows[i], plane) + plane[plane.length - 1]) - 1;
    double next = Math.max(0, Math.min(duals[i] - gradient / square, most));
    double move = (next - duals[i]) * side;
    duals[i] = next;
    for (int j = 0; j < rows[i].length; j++) {
      plane[j] += move * rows[i][j];
    }

    plane[plane.length - 1] += move;
    return move == 0 ? 0 : Math.abs(gradient);
  }

  private static double product(double[] row, double[] other) {
    double sum = 0;
    for (int j = 0; j < row.length; j++) {
      sum += row[j] * other[j];
    }

    return sum;
  }

  /** Another order in every round: a fixed one converges slowly. */
  private int[] order(int round) {
    int[] order = new int[rows.length];
    KeyedRandom random = KeyedRandom.of(round, rows.length, 0, 0);
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }

    return order;
  }
}
