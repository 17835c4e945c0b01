// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.cells;

import java.util.Collections;
import org.sparksmote.internal.distance.RowDistance;
import org.sparksmote.internal.rows.ColumnValues;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.rows.FeatureWeights;
import org.sparksmote.internal.rows.PackedRows;

/** Cells of rows on a line: one feature, all at home. */
public final class TestCells {

  private TestCells() {}

  /** A cell of rows of the class, and of rows of other classes, at some places. */
  public static CellRows of(double[] own, double[] enemies) {
    PackedRows packed = new PackedRows();
    for (double x : own) {
      packed.add(true, row(x), PackedRows.NO_PAYLOAD);
    }

    for (double x : enemies) {
      packed.addEnemy(row(x), PackedRows.NO_PAYLOAD);
    }

    ArrivedRows arrived = new ArrivedRows(1);
    arrived.add(packed.take(), Collections.emptyIterator());
    return CellRows.unpack(0, arrived, 1);
  }

  static FeatureRow row(double... values) {
    FeatureRow row = new FeatureRow();
    row.setDense(values);
    return row;
  }

  /** Exact search by the plain distance. */
  public static Neighborhood hood(CellRows rows) {
    FeatureWeights weights = new FeatureWeights(ColumnValues.same(1, 1));
    SearchPlan exact = new SearchPlan(4, 32, Integer.MAX_VALUE, 1, 1, 2);
    return new Neighborhood(rows, RowDistance.ofNumbers(weights), exact);
  }

  /** The point at a place; points are in the order of their keys. */
  public static int point(CellRows rows, double x) {
    for (int point = 0; point < rows.points(); point++) {
      if (rows.store.value(point, 0) == x) {
        return point;
      }
    }

    throw new AssertionError("no point at " + x);
  }

  /** The first row at a place. */
  static long row(CellRows rows, double x) {
    return rows.first(point(rows, x));
  }

  /** Where a row is. */
  static double place(CellRows rows, long row) {
    return rows.store.value(rows.pointOf(row), 0);
  }
}
