// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.census;

import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparksmote.internal.exact.ColumnSlots;
import org.sparksmote.internal.rows.ColumnValues;
import org.sparksmote.internal.rows.FeatureRow;

/**
 * Smallest and largest value of every feature, for min-max scaling of distances. Only columns that
 * a row has a value in take room; a row without one there has 0.
 */
final class FeatureRanges {

  private final ColumnSlots slots = new ColumnSlots();
  private long rows;
  private double[] min = {}; // by slot, as the next two
  private double[] max = {};
  private long[] seen = {}; // rows that have a value there

  void add(FeatureRow row) {
    rows++;
    for (int i = 0; i < row.values.length; i++) {
      extend(row.column(i), row.values[i], row.values[i], 1);
    }
  }

  private void extend(int column, double low, double high, long more) {
    int slot = slots.of(column);
    if (slot >= min.length) {
      grow(Math.max(16, 2 * slot));
    }

    min[slot] = Math.min(min[slot], low);
    max[slot] = Math.max(max[slot], high);
    seen[slot] += more;
  }

  private void grow(int capacity) {
    int before = min.length;
    min = Arrays.copyOf(min, capacity);
    max = Arrays.copyOf(max, capacity);
    seen = Arrays.copyOf(seen, capacity);
    Arrays.fill(min, before, capacity, Double.POSITIVE_INFINITY);
    Arrays.fill(max, before, capacity, Double.NEGATIVE_INFINITY);
  }

  /** How many columns have a range of their own. */
  int size() {
    return slots.size();
  }

  /** The ranges as they travel; {@link #add(Row)} reads them. */
  Row toRow() {
    int[] ascending = slots.slots();
    double[] low = new double[ascending.length];
    double[] high = new double[ascending.length];
    long[] count = new long[ascending.length];
    for (int i = 0; i < ascending.length; i++) {
      low[i] = min[ascending[i]];
      high[i] = max[ascending[i]];
      count[i] = seen[ascending[i]];
    }

    return RowFactory.create(rows, slots.columns(), low, high, count);
  }

  /** Adds what others found. */
  void add(Row ranges) {
    rows += ranges.getLong(0);
    int[] columns = ranges.getAs(1);
    double[] low = ranges.getAs(2);
    double[] high = ranges.getAs(3);
    long[] count = ranges.getAs(4);
    for (int i = 0; i < columns.length; i++) {
      extend(columns[i], low[i], high[i], count[i]);
    }
  }

  /**
   * One over the range of each feature; 1 where the range is zero, which then plays no part, and
   * where no row was added.
   */
  ColumnValues weights(int size) {
    int[] ascending = slots.slots();
    double[] weights = new double[ascending.length];
    for (int i = 0; i < weights.length; i++) {
      int slot = ascending[i];
      double zero = seen[slot] < rows ? 0 : min[slot];
      weights[i] = weight(Math.min(min[slot], zero), Math.max(max[slot], zero));
    }

    return ColumnValues.of(size, 1, slots.columns(), weights);
  }

  private static double weight(double low, double high) {
    double half = high / 2 - low / 2; // halves: the range itself can overflow
    double weight = 0.5 / half;
    return half > 0 && Double.isFinite(weight) ? weight : 1;
  }
}
