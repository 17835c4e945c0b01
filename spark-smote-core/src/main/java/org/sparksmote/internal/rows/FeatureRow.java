// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.rows;

import org.sparksmote.internal.keyed.ContentKey;

/**
 * The features of one row in the form they have in the column, dense or sparse. One instance is
 * refilled for row after row; arrays are borrowed, not copied.
 */
public final class FeatureRow {

  /** {@link #invalid} when every value is usable. */
  public static final int VALID = -1;

  /** {@link #invalid} when there is no vector at all. */
  public static final int MISSING = -2;

  private static final int[] NO_INDICES = {};

  public int size;
  public boolean sparse;
  public double[] values = {};
  public int[] indices = NO_INDICES;

  /** VALID, MISSING, or the first feature that is null, NaN or infinite. */
  public int invalid;

  /** VALID, or the first feature whose value a double cannot hold. */
  public int inexact = VALID;

  /** VALID, or a one-hot group that is none. */
  public int broken = VALID;

  /** Takes the array as it is, which must not change while the row is used. */
  public void setDense(double[] dense) {
    size = dense.length;
    sparse = false;
    values = dense;
    indices = NO_INDICES;
    invalid = VALID;
    broken = VALID;
  }

  /** Takes the arrays as they are, positions ascending. */
  public void setSparse(int length, int[] positions, double[] nonZeros) {
    setDense(nonZeros);
    size = length;
    sparse = true;
    indices = positions;
  }

  /** Looks for the first value that is no finite number; rows of a plan were checked before. */
  public void check() {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        invalid = column(i);
        return;
      }
    }
  }

  /** Marks the row as one without features, for a reason. */
  public void setMissing(int reason) {
    invalid = reason;
  }

  /** The identity of the row, the same for the dense and the sparse form. */
  public long key() {
    return sparse ? ContentKey.ofSparse(size, indices, values) : ContentKey.ofDense(values);
  }

  /** Another hash of the same values, for rows that have the same key but are not identical. */
  public long secondKey() {
    long key = size;
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0) {
        key = (key * 31 + column(i)) * 31 + Double.doubleToLongBits(values[i]);
      }
    }

    return key;
  }

  /** Writes the row densely into {@code out} from {@code at} on, where zeros stand. */
  public void copyTo(double[] out, int at) {
    if (!sparse) {
      System.arraycopy(values, 0, out, at, size);
      return;
    }

    for (int i = 0; i < indices.length; i++) {
      out[at + indices[i]] = values[i];
    }
  }

  /** The values of some columns, which ascend. */
  public double[] at(int[] columns) {
    double[] some = new double[columns.length];
    int at = 0;
    for (int i = 0; i < some.length; i++) {
      while (at < values.length && column(at) < columns[i]) {
        at++;
      }

      some[i] = at < values.length && column(at) == columns[i] ? values[at] : 0;
    }

    return some;
  }

  /** A row of its own with the same arrays. */
  public FeatureRow copy() {
    FeatureRow copy = new FeatureRow();
    copy.size = size;
    copy.sparse = sparse;
    copy.values = values;
    copy.indices = indices;
    copy.invalid = invalid;
    return copy;
  }

  /** Compares by the non-zero values: 0 exactly for identical rows, dense or sparse. */
  public static int compareContent(FeatureRow a, FeatureRow b) {
    int atA = a.nextNonZero(0);
    int atB = b.nextNonZero(0);
    while (atA < a.values.length && atB < b.values.length) {
      int byColumn = Integer.compare(a.column(atA), b.column(atB));
      if (byColumn != 0) {
        return byColumn;
      }

      int byValue = Double.compare(a.values[atA], b.values[atB]);
      if (byValue != 0) {
        return byValue;
      }

      atA = a.nextNonZero(atA + 1);
      atB = b.nextNonZero(atB + 1);
    }

    return Boolean.compare(atA < a.values.length, atB < b.values.length);
  }

  private int nextNonZero(int from) {
    int at = from;
    while (at < values.length && values[at] == 0) {
      at++;
    }

    return at;
  }

  /** The feature that the value at a position belongs to. */
  public int column(int position) {
    return sparse ? indices[position] : position;
  }
}
