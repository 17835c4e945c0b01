// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.rows;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * A number for every feature. Of wide rows only columns that have one of their own are kept, and
 * one number for all others, so that what tasks are sent follows the values that rows store.
 */
public final class ColumnValues implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int size;
  private final double others;
  private final boolean isFull;
  private final int[] columns; // ascending; empty if full
  private final double[] values; // of the columns, or of all

  private ColumnValues(int size, double others, boolean isFull, int[] columns, double[] values) {
    this.size = size;
    this.others = others;
    this.isFull = isFull;
    this.columns = columns;
    this.values = values;
  }

  /** The same number for every feature. */
  public static ColumnValues same(int size, double value) {
    return of(size, value, new int[0], new double[0]);
  }

  /** A number of its own for every feature. */
  public static ColumnValues full(double[] values) {
    return new ColumnValues(values.length, 0, true, new int[0], values);
  }

  /** Numbers for some columns, which ascend, and one for all others. */
  public static ColumnValues of(int size, double others, int[] columns, double[] values) {
    ColumnValues some = new ColumnValues(size, others, false, columns, values);
    boolean isSmaller = size <= RowStore.MAX_DENSE_SIZE || columns.length >= size / 2;
    return isSmaller ? new ColumnValues(size, others, true, new int[0], some.toArray()) : some;
  }

  /** Columns, whether or not they have a number of their own. */
  public int size() {
    return size;
  }

  /** The number of a column. */
  public double at(int column) {
    if (isFull) {
      return values[column];
    }

    int place = Arrays.binarySearch(columns, column);
    return place < 0 ? others : values[place];
  }

  /** The numbers of some columns. */
  public double[] at(int[] some) {
    double[] numbers = new double[some.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = at(some[i]);
    }

    return numbers;
  }

  /** The numbers of all features, not to be changed; only where rows have as many values. */
  public double[] toArray() {
    if (isFull) {
      return values;
    }

    double[] all = new double[size];
    Arrays.fill(all, others);
    for (int i = 0; i < columns.length; i++) {
      all[columns[i]] = values[i];
    }

    return all;
  }

  /** The same but for some columns, which get the number of the others. */
  public ColumnValues without(int[] some) {
    double[] left = values.clone();
    for (int column : some) {
      int place = isFull ? column : Arrays.binarySearch(columns, column);
      if (place >= 0) {
        left[place] = others;
      }
    }

    return new ColumnValues(size, others, isFull, columns, left);
  }

  /** The same with other numbers for the columns that have one of their own. */
  public ColumnValues map(UnaryOperator<double[]> change) {
    return new ColumnValues(size, others, isFull, columns, change.apply(values));
  }

  /** The numbers as features of a row, where those of the others are 0. */
  public FeatureRow toRow() {
    FeatureRow row = new FeatureRow();
    if (isFull) {
      row.setDense(values);
    } else {
      row.setSparse(size, columns, values);
    }

    return row;
  }
}
