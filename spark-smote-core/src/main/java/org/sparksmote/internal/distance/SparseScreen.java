// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.distance;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.sparksmote.internal.rows.EuclideanLength;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.rows.FeatureWeights;

/**
 * Tells at once which of a few rows are surely far from a sparse one, so that only the others need
 * be compared value by value: |a - b|² = |a|² + |b|² - 2ab, and ab is known of all of them when the
 * columns of the one have been looked up. Of dense rows, and where categories count, it knows
 * nothing.
 */
public final class SparseScreen {

  /** What roundings may take from a square, as a share of both squares; for millions of values. */
  private static final double ROUNDING = 1e-9;

  private final FeatureWeights weights;
  private final boolean knows;
  private final int[] columns; // that the rows have a value in, ascending
  private final int[] starts; // per column, in the next two
  private final int[] rows;
  private final double[] values; // weighted
  private final double[] squares; // per row
  private final double[] products; // per row, with the one looked at
  private boolean isSparse;
  private double square;

  /** A screen of some rows. */
  public SparseScreen(RowDistance distance, FeatureRow[] rows) {
    weights = distance.weights();
    knows = distance.isOfNumbers() && Arrays.stream(rows).anyMatch(row -> row.sparse);
    columns = knows ? columns(rows) : new int[0];
    starts = new int[columns.length + 1];
    squares = new double[rows.length];
    products = new double[rows.length];
    int stored = knows ? Arrays.stream(rows).mapToInt(row -> row.values.length).sum() : 0;
    this.rows = new int[stored];
    values = new double[stored];
    if (knows) {
      fill(rows);
    }
  }

  private static int[] columns(FeatureRow[] rows) {
    return Arrays.stream(rows)
        .flatMapToInt(row -> IntStream.range(0, row.values.length).map(row::column))
        .sorted()
        .distinct()
        .toArray();
  }

  private void fill(FeatureRow[] from) {
    for (FeatureRow row : from) {
      for (int i = 0; i < row.values.length; i++) {
        starts[Arrays.binarySearch(columns, row.column(i)) + 1]++;
      }
    }

    Arrays.parallelPrefix(starts, Integer::sum);
    int[] next = starts.clone();
    for (int r = 0; r < from.length; r++) {
      for (int i = 0; i < from[r].values.length; i++) {
        int at = next[Arrays.binarySearch(columns, from[r].column(i))]++;
        rows[at] = r;
        values[at] = weighted(from[r], i);
        squares[r] += values[at] * values[at];
      }
    }
  }

  private double weighted(FeatureRow row, int i) {
    return row.values[i] * weights.values().at(row.column(i));
  }

  /** Looks a row up. */
  public void look(FeatureRow row) {
    isSparse = knows && row.sparse;
    if (!isSparse) {
      return;
    }

    Arrays.fill(products, 0);
    square = 0;
    for (int i = 0; i < row.values.length; i++) {
      double value = weighted(row, i);
      square += value * value;
      int column = Arrays.binarySearch(columns, row.column(i));
      if (column >= 0) {
        multiply(column, value);
      }
    }
  }

  private void multiply(int column, double value) {
    for (int at = starts[column]; at < starts[column + 1]; at++) {
      products[rows[at]] += value * values[at];
    }
  }

  /** Whether a row of the screen is surely farther from the one looked at than the limit. */
  public boolean isBeyond(int row, double limit) {
    double both = squares[row] + square;
    boolean isSure = isSparse && EuclideanLength.isSafe(both);
    return isSure && both - 2 * products[row] - ROUNDING * both > limit * limit;
  }
}
