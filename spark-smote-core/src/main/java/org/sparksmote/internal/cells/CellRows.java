// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.cells;

import java.util.Arrays;
import java.util.BitSet;
import org.apache.spark.sql.Row;
import org.sparksmote.internal.keyed.ContentKey;
import org.sparksmote.internal.rows.RowStore;

/**
 * The rows that arrived for one cell, in an order that does not depend on how they came: by key.
 * Identical rows share a point, so the neighbour search sees each place once; rows of the class
 * come before those of other classes, its enemies, in the same point. Rows are numbered, but what
 * is kept of them grows with the points and with what tells identical rows apart.
 */
public final class CellRows {

  public final int cell;
  public final RowStore store;
  public final boolean[] home; // per point
  public final long ownRows;
  public final long homeRows;
  public final long homeDigest;
  private final long[] keys; // per point
  private final long[] firstRow; // per point, and one past the end
  private final long[] ownEnd; // per point: one past its last row of the own class
  private final long[] firstOfRun; // per run: rows that nothing tells apart
  private final boolean[] sparse; // per run
  private final Row[] payload; // per run; empty if there is none

  private CellRows(int cell, ArrivedRow[] arrived, int size) {
    BitSet opening = opening(arrived);
    int points = opening.cardinality();
    int runs = countRuns(arrived, opening);
    this.cell = cell;
    store = new RowStore(size, points, anySparse(arrived), stored(arrived, opening));
    home = new boolean[points];
    keys = new long[points];
    firstRow = new long[points + 1];
    ownEnd = new long[points];
    firstOfRun = new long[runs];
    sparse = new boolean[runs];
    payload = new Row[arrived.length > 0 && arrived[0].payload.size() > 0 ? runs : 0];
    long digest = 0;
    long next = 0;
    int run = -1;
    for (int i = 0; i < arrived.length; i++) {
      ArrivedRow row = arrived[i];
      if (opening.get(i)) {
        open(row, next);
      }

      if (opening.get(i) || !row.isSameAs(arrived[i - 1])) {
        startRun(++run, row, next);
      }

      next += row.copies();
      firstRow[store.points()] = next;
      if (!row.enemy) {
        ownEnd[store.points() - 1] = next;
        home[store.points() - 1] = row.home;
        digest += row.home ? row.copies() * ContentKey.digest(row.key) : 0;
      }
    }

    ownRows = count(false);
    homeRows = count(true);
    homeDigest = digest;
  }

  /** The rows that arrived, unpacked. */
  public static CellRows unpack(int cell, ArrivedRows arrived, int size) {
    return new CellRows(cell, arrived.sorted(), size);
  }

  /** Which of sorted rows have other features than the one before. */
  private static BitSet opening(ArrivedRow[] sorted) {
    BitSet opening = new BitSet(sorted.length);
    for (int i = 0; i < sorted.length; i++) {
      opening.set(i, i == 0 || !sorted[i].isLike(sorted[i - 1]));
    }

    return opening;
  }

  private static int countRuns(ArrivedRow[] sorted, BitSet opening) {
    int runs = 0;
    for (int i = 0; i < sorted.length; i++) {
      runs += opening.get(i) || !sorted[i].isSameAs(sorted[i - 1]) ? 1 : 0;
    }

    return runs;
  }

  private static long stored(ArrivedRow[] rows, BitSet opening) {
    return opening.stream().mapToLong(i -> rows[i].stored()).sum();
  }

  private static boolean anySparse(ArrivedRow[] rows) {
    return Arrays.stream(rows).anyMatch(row -> row.sparse);
  }

  /** Opens the next point, at its first row. */
  private void open(ArrivedRow row, long first) {
    int point = row.addTo(store);
    keys[point] = row.key;
    ownEnd[point] = first;
  }

  private void startRun(int run, ArrivedRow row, long first) {
    firstOfRun[run] = first;
    sparse[run] = row.sparse;
    if (payload.length > 0) {
      payload[run] = row.payload;
    }
  }

  private long count(boolean onlyHome) {
    long count = 0;
    for (int point = 0; point < points(); point++) {
      count += home[point] || !onlyHome ? ownRows(point) : 0;
    }

    return count;
  }

  /** All rows, of the class and of others. */
  public long rows() {
    return firstRow[points()];
  }

  /** Places that differ: rows with the same features share one. */
  public int points() {
    return home.length;
  }

  /** The point of a row. */
  public int pointOf(long row) {
    return points() == rows() ? (int) row : place(firstRow, points(), row);
  }

  /** The last of ascending numbers that is not beyond another. */
  private static int place(long[] ascending, int length, long number) {
    int found = Arrays.binarySearch(ascending, 0, length, number);
    return found >= 0 ? found : -found - 2;
  }

  private int runOf(long row) {
    return firstOfRun.length == rows() ? (int) row : place(firstOfRun, firstOfRun.length, row);
  }

  /** The first row of a point. */
  public long first(int point) {
    return firstRow[point];
  }

  /** How many rows of the own class a point has. */
  public long ownRows(int point) {
    return ownEnd[point] - firstRow[point];
  }

  /** How many rows of other classes a point has. */
  public long enemies(int point) {
    return firstRow[point + 1] - ownEnd[point];
  }

  /** The first row of another class at a point that has some. */
  long firstEnemy(int point) {
    return ownEnd[point];
  }

  /** Whether a row is of another class. */
  public boolean isEnemy(long row) {
    return row >= ownEnd[pointOf(row)];
  }

  /** Whether a point has rows of the own class. */
  public boolean isOwn(int point) {
    return ownRows(point) > 0;
  }

  /** The key of the rows of a point. */
  public long key(int point) {
    return keys[point];
  }

  /** The number of a point's first row among those of its key: other features may have it too. */
  public long ordinal(int point) {
    int first = point;
    while (first > 0 && keys[first - 1] == keys[point]) {
      first--;
    }

    return firstRow[point] - firstRow[first];
  }

  /** Whether a row came in sparse form. */
  public boolean isSparse(long row) {
    return sparse[runOf(row)];
  }

  /** The first row behind those that nothing tells apart from a row. */
  public long nextRun(long row) {
    int next = runOf(row) + 1;
    return next < firstOfRun.length ? firstOfRun[next] : rows();
  }

  /** What travelled with a row. */
  public Row payload(long row) {
    return payload[runOf(row)];
  }
}
