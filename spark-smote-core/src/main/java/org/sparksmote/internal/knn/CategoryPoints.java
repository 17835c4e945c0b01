// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Points of nominal columns only, at the Value Difference Metric (Stanfill and Waltz, 1986) that
 * SMOTE-N uses: categories are near each other where the classes are distributed alike.
 *
 * <p>A code that a table does not know counts as one more category with probabilities 0.
 */
public final class CategoryPoints implements Points {

  /**
   * What is known of a column: its category codes, ascending, and for each of them the
   * probabilities of the classes given the category, which add up to 1.
   */
  public record Table(double[] codes, double[][] probabilities) {

    /** Checks and copies the arrays. */
    public Table {
      codes = Arrays.stream(codes).map(code -> code + 0.0).toArray(); // -0.0 is the 0.0 it equals
      probabilities = probabilities.clone();
      if (codes.length == 0 || codes.length != probabilities.length) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Cannot read categories: %d codes and %d rows of probabilities",
                codes.length,
                probabilities.length));
      }

      for (int i = 0; i < codes.length; i++) {
        requireRow(codes, probabilities, i);
      }
    }

    private static void requireRow(double[] codes, double[][] probabilities, int i) {
      double sum = Arrays.stream(probabilities[i]).map(Math::abs).sum();
      boolean ascends = i == 0 || codes[i - 1] < codes[i];
      boolean fits = probabilities[i].length == probabilities[0].length;
      if (!ascends || !fits || !(Math.abs(sum - 1) <= TOLERANCE)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Cannot read categories: code %s must be above those before it, with %d"
                    + " probabilities that add up to 1, but has %s",
                codes[i],
                probabilities[0].length,
                Arrays.toString(probabilities[i])));
      }
    }

    int classes() {
      return probabilities[0].length;
    }
  }

  private static final double TOLERANCE = 1e-9;

  private final int size;
  private final int columns;
  private final int classes;

  /** The row of {@link #rows} of each value, point by point. */
  private final int[] rowOf;

  /** The probabilities of each category, table after table, with a row of zeros for the unknown. */
  private final double[][] rows;

  private final boolean exactImage;

  private CategoryPoints(
      int size, int columns, int classes, int[] rowOf, double[][] rows, boolean exactImage) {
    this.size = size;
    this.columns = columns;
    this.classes = classes;
    this.rowOf = rowOf;
    this.rows = rows;
    this.exactImage = exactImage;
  }

  /** Wraps {@code size} rows of category codes, one column per table. */
  public static CategoryPoints of(double[] codes, int size, List<Table> tables) {
    int columns = tables.size();
    int classes = columns == 0 ? 0 : tables.get(0).classes();
    if (codes.length < (long) size * columns) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Cannot read points: %d codes for %d x %d",
              codes.length,
              size,
              columns));
    }

    for (Table table : tables) {
      if (table.classes() != classes) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Cannot read points: the tables of categories are for %d and for %d classes",
                classes,
                table.classes()));
      }
    }

    int[] rowOf = new int[size * columns];
    int[] unknown = new int[columns];
    double[][] rows = rows(tables, unknown);
    boolean allKnown = true;
    for (int at = 0; at < rowOf.length; at++) {
      int column = at % columns;
      double[] known = tables.get(column).codes();
      int place = Arrays.binarySearch(known, codes[at] + 0.0);
      rowOf[at] = place < 0 ? unknown[column] : unknown[column] - known.length + place;
      allKnown &= place >= 0;
    }

    return new CategoryPoints(size, columns, classes, rowOf, rows, classes == 2 && allKnown);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int dims() {
    if (exactImage) {
      return columns;
    }

    return isWide() ? Sketch.DIMS : columns * classes;
  }

  /**
   * Writes twice the probability of the first of two classes, which differs by exactly the metric's
   * sum over both; or, as a sketch, the probabilities of all classes.
   */
  @Override
  public void read(int point, double[] out) {
    Arrays.fill(out, 0, dims(), 0);
    for (int j = 0; j < columns; j++) {
      double[] row = rows[rowOf[point * columns + j]];
      if (exactImage) {
        out[j] = 2 * row[0];
      } else {
        writeRow(j * classes, row, out);
      }
    }
  }

  @Override
  public double squaredDistance(int a, int b) {
    double sum = 0;
    for (int j = 0; j < columns; j++) {
      int x = rowOf[a * columns + j];
      int y = rowOf[b * columns + j];
      double t = x == y ? 0 : difference(rows[x], rows[y]);
      sum += t * t;
    }

    return sum;
  }

  @Override
  public boolean exactImage() {
    return exactImage;
  }

  private boolean isWide() {
    return (long) columns * classes > SparsePoints.MAX_IMAGE_DIMS;
  }

  private void writeRow(int first, double[] row, double[] out) {
    for (int c = 0; c < classes; c++) {
      if (isWide()) {
        Sketch.add(first + c, row[c], out);
      } else {
        out[first + c] = row[c];
      }
    }
  }

  /**
   * Of two classes the first decides, unless codes are unknown, so that the image has the very same
   * differences.
   */
  private double difference(double[] x, double[] y) {
    if (exactImage) {
      return 2 * Math.abs(x[0] - y[0]);
    }

    double sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += Math.abs(x[c] - y[c]);
    }

    return sum;
  }

  private static double[][] rows(List<Table> tables, int[] unknown) {
    List<double[]> rows = new ArrayList<>();
    for (int j = 0; j < unknown.length; j++) {
      rows.addAll(List.of(tables.get(j).probabilities()));
      unknown[j] = rows.size();
      rows.add(new double[tables.get(j).classes()]);
    }

    return rows.toArray(double[][]::new);
  }
}
