// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.synth;

import java.util.List;
import org.sparksmote.internal.keyed.KeyedRandom;

/**
 * A linear support vector machine with hinge loss, by dual coordinate descent (Hsieh, Chang, Lin,
 * Keerthi and Sundararajan, 2008). One thread, one order and no library of linear algebra: the
 * plane is the same, bit for bit, on every machine. Columns count by their deviation, as in Spark
 * ML, and the objective is Spark's: mean loss plus half of {@code regularization} times the squared
 * length of the coefficients.
 */
public final class LinearSvm {

  private static final int MOST_EPOCHS = 300;

  /** The largest violation of the conditions of the optimum that is left. */
  private static final double TOLERANCE = 1e-4;

  /** Of the constant column that stands for the intercept, so that it is hardly penalized. */
  private static final double CONSTANT = 4;

  private final List<Example> examples;
  private final double[] means;
  private final double[] deviations; // infinite for a constant column: it counts nothing
  private final double[] coefficients; // of scaled columns, then of the constant
  private final double[] alphas;

  /**
   * A row to learn from.
   *
   * @param own whether it is of the class, and not of the others
   * @param indices columns of the values, or nothing if all columns have one
   * @param values the values
   * @param weight how many rows it stands for
   */
  public record Example(boolean own, int[] indices, double[] values, double weight) {

    private int column(int i) {
      return indices.length == 0 ? i : indices[i];
    }

    private double sign() {
      return own ? 1 : -1;
    }
  }

  /** Rows of the class within the margin, support vectors among them, have a value up to 1. */
  public record Plane(double[] coefficients, double intercept) {

    double value(Example row) {
      double sum = intercept;
      for (int i = 0; i < row.values.length; i++) {
        sum += coefficients[row.column(i)] * row.values[i];
      }

      return sum;
    }
  }

  private LinearSvm(List<Example> examples, int columns) {
    this.examples = examples;
    means = new double[columns];
    deviations = new double[columns];
    coefficients = new double[columns + 1];
    alphas = new double[examples.size()];
    boolean sparse = examples.stream().anyMatch(row -> row.values.length < columns);
    for (Example row : examples) {
      for (int i = 0; i < row.values.length; i++) {
        means[row.column(i)] += row.values[i] / examples.size();
      }
    }

    double[] squares = new double[columns];
    for (Example row : examples) {
      for (int i = 0; i < row.values.length; i++) {
        int j = row.column(i);
        double gap = row.values[i] - (sparse ? 0 : means[j]);
        squares[j] += gap * gap / examples.size();
      }
    }

    for (int j = 0; j < columns; j++) {
      double variance = squares[j] - (sparse ? means[j] * means[j] : 0);
      deviations[j] = variance > 0 ? Math.sqrt(variance) : Double.POSITIVE_INFINITY;
      means[j] = sparse ? 0 : means[j]; // zeros of sparse rows stay zeros
    }
  }

  /**
   * Learns the plane.
   *
   * @param examples at least one row; the plane depends on their order in its last bits
   * @param columns number of columns
   * @param regularization larger is a wider margin; positive
   */
  public static Plane fit(List<Example> examples, int columns, double regularization) {
    LinearSvm machine = new LinearSvm(examples, columns);
    machine.descend(regularization);
    return machine.plane();
  }

  private void descend(double regularization) {
    double rows = examples.stream().mapToDouble(Example::weight).sum();
    double[] squares = new double[alphas.length];
    int[] order = new int[alphas.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
      squares[i] = squaredLength(examples.get(i));
    }

    double violation = Double.POSITIVE_INFINITY;
    for (int epoch = 0; epoch < MOST_EPOCHS && violation > TOLERANCE; epoch++) {
      shuffle(order, epoch);
      violation = 0;
      for (int i : order) {
        double most = examples.get(i).weight / (rows * regularization);
        violation = Math.max(violation, step(i, squares[i], most));
      }
    }
  }

  private static void shuffle(int[] order, int epoch) {
    KeyedRandom random = KeyedRandom.of(0, epoch, 0, 0);
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[other];
      order[other] = swapped;
    }
  }

  /** Moves to the optimum of one row's multiplier; returns how far from it the row was. */
  private double step(int i, double square, double most) {
    Example row = examples.get(i);
    double gradient = row.sign() * value(row) - 1;
    double before = alphas[i];
    boolean stays = (before <= 0 && gradient > 0) || (before >= most && gradient < 0);
    if (stays) {
      return 0;
    }

    alphas[i] = Math.max(0, Math.min(most, before - gradient / square));
    add(row, (alphas[i] - before) * row.sign());
    return Math.abs(gradient);
  }

  private double scaled(Example row, int i) {
    int j = row.column(i);
    return (row.values[i] - means[j]) / deviations[j];
  }

  private double value(Example row) {
    double sum = coefficients[coefficients.length - 1] * CONSTANT;
    for (int i = 0; i < row.values.length; i++) {
      sum += coefficients[row.column(i)] * scaled(row, i);
    }

    return sum;
  }

  private double squaredLength(Example row) {
    double sum = CONSTANT * CONSTANT;
    for (int i = 0; i < row.values.length; i++) {
      double value = scaled(row, i);
      sum += value * value;
    }

    return sum;
  }

  private void add(Example row, double factor) {
    for (int i = 0; i < row.values.length; i++) {
      coefficients[row.column(i)] += factor * scaled(row, i);
    }

    coefficients[coefficients.length - 1] += factor * CONSTANT;
  }

  /**
   * In the user's columns, and so long that no support vector of the class is beyond the margin.
   */
  private Plane plane() {
    double[] unscaled = new double[means.length];
    double intercept = coefficients[means.length] * CONSTANT;
    for (int j = 0; j < unscaled.length; j++) {
      unscaled[j] = coefficients[j] / deviations[j];
      intercept -= unscaled[j] * means[j];
    }

    Plane plane = new Plane(unscaled, intercept);
    double farthest = 1;
    for (int i = 0; i < alphas.length; i++) {
      boolean supports = alphas[i] > 0 && examples.get(i).own;
      farthest = supports ? Math.max(farthest, plane.value(examples.get(i))) : farthest;
    }

    double rounding = farthest * (1 + 1e-9);
    for (int j = 0; j < unscaled.length; j++) {
      unscaled[j] /= rounding;
    }

    return new Plane(unscaled, intercept / rounding);
  }
}
