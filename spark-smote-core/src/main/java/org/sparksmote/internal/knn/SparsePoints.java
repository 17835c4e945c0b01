// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Points held as compressed sparse rows.
 *
 * <p>Narrow rows are searched by their dense image, wide ones by an {@link InvertedIndex} or, where
 * they share too many columns, by a {@link Sketch}; both cost nothing for zeros. Of rows wider than
 * all their values together, columns without a value are left out, so that no array is as wide.
 */
public final class SparsePoints implements Points {
  static final int MAX_IMAGE_DIMS = 1024;
  private static final long MAX_IMAGE_CELLS = 1L << 29;

  private final int[] offsets;
  private final int[] indices;
  private final double[] values;
  private final int[] columns; // what indices count: all, or those that have a value
  private final int width;
  private final SafeScale scale;
  private final boolean exactImage;

  private SparsePoints(
      int[] offsets, int[] indices, double[] values, int[] columns, int width, SafeScale scale) {
    this.offsets = offsets;
    this.indices = indices;
    this.values = values;
    this.columns = columns;
    this.width = width;
    this.scale = scale;
    this.exactImage =
        width <= Sketch.DIMS
            || (width <= MAX_IMAGE_DIMS && (long) width * size() <= MAX_IMAGE_CELLS);
  }

  /**
   * Wraps rows of so many columns, given by {@code offsets} (one more than rows) into ascending
   * {@code indices} and finite {@code values}; distances are over {@code value * weight}.
   */
  public static SparsePoints of(
      int[] offsets, int[] indices, double[] values, int width, IntToDoubleFunction weight) {
    if (offsets.length == 0 || offsets[offsets.length - 1] > indices.length) {
      throw new IllegalArgumentException(
          "Cannot read points: offsets do not fit " + indices.length + " indices");
    }

    int rows = offsets.length - 1;
    boolean all = width <= Math.max(MAX_IMAGE_DIMS, offsets[rows] - offsets[0]);
    int[] columns =
        all ? Ids.upTo(width) : distinct(Arrays.copyOfRange(indices, offsets[0], offsets[rows]));
    int[] counted = all ? indices : places(columns, indices, offsets[rows]);
    double[] weights = Arrays.stream(columns).mapToDouble(weight).toArray();
    SafeScale scale = scale(offsets, counted, values, weights);
    return new SparsePoints(offsets, counted, values, columns, width, scale);
  }

  private static int[] distinct(int[] columns) {
    Arrays.sort(columns);
    int count = 0;
    for (int column : columns) {
      if (count == 0 || columns[count - 1] != column) {
        columns[count++] = column;
      }
    }

    return Arrays.copyOf(columns, count);
  }

  private static int[] places(int[] columns, int[] indices, int end) {
    int[] places = new int[end];
    Arrays.setAll(places, at -> Arrays.binarySearch(columns, indices[at]));
    return places;
  }

  private static SafeScale scale(int[] offsets, int[] indices, double[] values, double[] weights) {
    int rows = offsets.length - 1;
    double[] min = new double[weights.length];
    double[] max = new double[weights.length];
    int[] seen = new int[weights.length];
    Arrays.fill(min, Double.POSITIVE_INFINITY);
    Arrays.fill(max, Double.NEGATIVE_INFINITY);
    for (int at = offsets[0]; at < offsets[rows]; at++) {
      int j = indices[at];
      min[j] = Math.min(min[j], values[at]);
      max[j] = Math.max(max[j], values[at]);
      seen[j]++;
    }

    includeZeros(min, max, seen, rows);
    return SafeScale.of(min, max, weights);
  }

  /** Returns some rows, at unchanged distances. */
  SparsePoints select(int[] rows) {
    int[] selected = new int[rows.length + 1];
    for (int i = 0; i < rows.length; i++) {
      selected[i + 1] = selected[i] + end(rows[i]) - start(rows[i]);
    }

    int[] columnsOf = new int[selected[rows.length]];
    double[] valuesOf = new double[columnsOf.length];
    for (int i = 0; i < rows.length; i++) {
      int length = selected[i + 1] - selected[i];
      System.arraycopy(indices, start(rows[i]), columnsOf, selected[i], length);
      System.arraycopy(values, start(rows[i]), valuesOf, selected[i], length);
    }

    return new SparsePoints(selected, columnsOf, valuesOf, columns, width, scale);
  }

  @Override
  public int size() {
    return offsets.length - 1;
  }

  @Override
  public int dims() {
    return exactImage ? width : Sketch.DIMS;
  }

  @Override
  public void read(int point, double[] out) {
    Arrays.fill(out, 0, dims(), 0);
    for (int at = offsets[point]; at < offsets[point + 1]; at++) {
      double value = scale.apply(indices[at], values[at]);
      if (exactImage) {
        out[indices[at]] = value;
      } else {
        Sketch.add(columns[indices[at]], value, out);
      }
    }
  }

  @Override
  public double squaredDistance(int a, int b) {
    int atA = offsets[a];
    int atB = offsets[b];
    int endA = offsets[a + 1];
    int endB = offsets[b + 1];
    double sum = 0;
    while (atA < endA || atB < endB) {
      int columnA = atA < endA ? indices[atA] : Integer.MAX_VALUE;
      int columnB = atB < endB ? indices[atB] : Integer.MAX_VALUE;
      int column = Math.min(columnA, columnB);
      double t = columnA == column ? scale.apply(column, values[atA++]) : 0;
      t -= columnB == column ? scale.apply(column, values[atB++]) : 0;
      sum += t * t;
    }

    return sum;
  }

  @Override
  public boolean exactImage() {
    return exactImage;
  }

  /** Returns how many columns are counted. */
  int columns() {
    return columns.length;
  }

  /** Returns of each column how many of some rows have a value there. */
  int[] rowsPerColumn(int[] rows) {
    int[] counts = new int[columns.length];
    for (int row : rows) {
      for (int at = offsets[row]; at < offsets[row + 1]; at++) {
        counts[indices[at]]++;
      }
    }

    return counts;
  }

  /** Where the values of a row start. */
  int start(int row) {
    return offsets[row];
  }

  /** Where the values of a row end. */
  int end(int row) {
    return offsets[row + 1];
  }

  /** Returns the number of a value's column, from 0, among those counted. */
  int column(int at) {
    return indices[at];
  }

  double scaled(int at) {
    return scale.apply(indices[at], values[at]);
  }

  private static void includeZeros(double[] min, double[] max, int[] seen, int rows) {
    for (int j = 0; j < seen.length; j++) {
      if (seen[j] < rows) {
        min[j] = Math.min(min[j], 0);
        max[j] = Math.max(max[j], 0);
      }
    }
  }
}
