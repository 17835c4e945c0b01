// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.cells;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.sparksmote.internal.exact.RankedRows;
import org.sparksmote.internal.keyed.KeyedRandom;

/** The rows of the own class at some points of a cell, in their order. */
public final class OwnRows {

  private final CellRows rows;
  private final int[] points; // ascending
  private final long[] before; // per point: rows at the points before; and all rows

  /** The rows at some points that have any. */
  public OwnRows(CellRows rows, int[] points) {
    this.rows = rows;
    this.points = points;
    this.before = new long[points.length + 1];
    for (int i = 0; i < points.length; i++) {
      before[i + 1] = before[i] + rows.ownRows(points[i]);
    }
  }

  /** The rows of the class at the points that pass. */
  public static OwnRows at(CellRows rows, IntPredicate wanted) {
    return new OwnRows(
        rows,
        IntStream.range(0, rows.points())
            .filter(point -> rows.isOwn(point) && wanted.test(point))
            .toArray());
  }

  /** The rows at home. */
  public static OwnRows atHome(CellRows rows) {
    return at(rows, point -> rows.home[point]);
  }

  /** The points, ascending. */
  public int[] points() {
    return points;
  }

  /** How many rows there are. */
  public long size() {
    return before[points.length];
  }

  /** How many rows each of the points has. */
  public long[] counts() {
    return Arrays.stream(points).mapToLong(rows::ownRows).toArray();
  }

  /** The number in the cell of the row at a place among these, from 0. */
  public long row(long place) {
    int found = Arrays.binarySearch(before, place);
    int at = found >= 0 ? found : -found - 2;
    return rows.first(points[at]) + place - before[at];
  }

  /** The place of one of these rows among them, from 0. */
  public long place(long row) {
    int at = Arrays.binarySearch(points, rows.pointOf(row));
    return before[at] + row - rows.first(points[at]);
  }

  /** Another row than one of these, uniformly; there must be two. */
  public long other(long row, KeyedRandom random) {
    long place = random.nextLong(size() - 1);
    return row(place < place(row) ? place : place + 1);
  }

  /** The same rows in a keyed order, an entry for each point. */
  public RankedRows ranked(long seed) {
    return new RankedRows() {
      @Override
      public int entries() {
        return points.length;
      }

      @Override
      public long rows(int entry) {
        return rows.ownRows(points[entry]);
      }

      @Override
      public long rank(int entry, long row) {
        int point = points[entry];
        return KeyedRandom.rank(seed, rows.key(point), rows.ordinal(point) + row);
      }
    };
  }
}
