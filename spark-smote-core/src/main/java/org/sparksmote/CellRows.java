// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparksmote.internal.synth.ContentKey;

/**
 * The rows that arrived in one cell, put in key order whatever the order of arrival, with identical
 * rows collapsed to one point. Row numbers are positions in that order. Rows of the cell's own
 * class come before those of other classes, its enemies, in the same point.
 */
final class CellRows {

  private static final Row NO_PAYLOAD = RowFactory.create();

  /** A row as it arrived, or several identical ones. */
  private record Arrived(
      long key, boolean home, boolean enemy, FeatureRow features, int copies, Row payload)
      implements Comparable<Arrived> {

    /** By key; identical rows may still differ in form and payload, which fix their order. */
    @Override
    public int compareTo(Arrived other) {
      if (key != other.key) {
        return Long.compareUnsigned(key, other.key);
      }

      int byContent = FeatureRow.compareContent(features, other.features);
      if (byContent != 0) {
        return byContent;
      }

      int byClass = Boolean.compare(enemy, other.enemy);
      if (byClass != 0) {
        return byClass;
      }

      int byForm = Boolean.compare(features.sparse, other.features.sparse);
      if (byForm != 0) {
        return byForm;
      }

      int byZeros = Arrays.compare(features.values, other.features.values); // -0.0 before 0.0
      return byZeros != 0 ? byZeros : PayloadOrder.compare(payload, other.payload);
    }
  }

  final int cell;
  final long[] keys;
  final int[] ordinals;
  final int[] pointOf;
  final int[] firstRow; // per point, and one past the end
  final int[] ownEnd; // per point: one past its last row of the own class
  final boolean[] home; // per point
  final boolean[] sparse;
  final Row[] payload;
  final RowStore store;
  final int ownRows;
  final long homeRows;
  final long homeDigest;

  private CellRows(int cell, Arrived[] arrived, int size) {
    this.cell = cell;
    sort(arrived);
    int rows = Math.toIntExact(Arrays.stream(arrived).mapToLong(Arrived::copies).sum());
    keys = new long[rows];
    ordinals = new int[rows];
    pointOf = new int[rows];
    sparse = new boolean[rows];
    payload = new Row[rows];
    int points = countPoints(arrived);
    firstRow = new int[points + 1];
    ownEnd = new int[points];
    home = new boolean[points];
    store = new RowStore(size, points, anySparse(arrived));
    long atHome = 0;
    long digest = 0;
    int own = 0;
    int next = 0;
    for (int i = 0; i < arrived.length; i++) {
      Arrived row = arrived[i];
      boolean known = i > 0 && sameContent(arrived[i - 1], row);
      int point = known ? pointOf[next - 1] : open(row.features(), next);
      int end = next + row.copies();
      fill(row, point, next, end);
      next = end;
      own += row.enemy() ? 0 : row.copies();
      if (row.home()) {
        atHome += row.copies();
        digest += row.copies() * ContentKey.digest(row.key());
      }
    }

    firstRow[points] = rows;
    ownRows = own;
    homeRows = atHome;
    homeDigest = digest;
  }

  /** Fills the rows in {@code from..to}, which are identical. */
  private void fill(Arrived row, int point, int from, int to) {
    for (int i = from; i < to; i++) {
      keys[i] = row.key();
      ordinals[i] = i > 0 && keys[i - 1] == row.key() ? ordinals[i - 1] + 1 : 0;
      sparse[i] = row.features().sparse;
      payload[i] = row.payload();
      pointOf[i] = point;
    }

    if (!row.enemy()) {
      ownEnd[point] = to;
      home[point] = row.home();
    }
  }

  /** Opens the next point, at its first row. */
  private int open(FeatureRow features, int row) {
    int point = store.add(features);
    firstRow[point] = row;
    ownEnd[point] = row;
    return point;
  }

  /** Unpacks the blocks of a cell; a block's payload, if any, has one element per row. */
  static CellRows unpack(int cell, List<Row> blocks, int size) {
    List<Arrived> rows = new ArrayList<>();
    for (Row block : blocks) {
      PackedRows.Reader reader = new PackedRows.Reader(block.getAs(2), size);
      Iterator<Row> payload =
          block.size() > 3 ? block.<Row>getList(3).iterator() : Collections.emptyIterator();
      while (reader.next()) {
        Row extra = payload.hasNext() ? payload.next() : NO_PAYLOAD;
        rows.add(
            new Arrived(
                reader.row.key(),
                reader.home,
                reader.enemy,
                reader.row.copy(),
                reader.copies,
                extra));
      }
    }

    return new CellRows(cell, rows.toArray(new Arrived[0]), size);
  }

  /**
   * Sorts by the leading bits of the keys first, packed with the rows' numbers into longs, and then
   * the few rows that agree in them: objects are seldom compared.
   */
  private static void sort(Arrived[] rows) {
    int indexBits = 64 - Long.numberOfLeadingZeros(rows.length);
    long indexMask = (1L << indexBits) - 1;
    long[] packed = new long[rows.length];
    for (int i = 0; i < packed.length; i++) {
      packed[i] = rows[i].key() >>> (indexBits + 1) << indexBits | i; // not negative
    }

    Arrays.sort(packed);
    Arrived[] unsorted = rows.clone();
    int runStart = 0;
    for (int i = 0; i < packed.length; i++) {
      rows[i] = unsorted[(int) (packed[i] & indexMask)];
      if (i + 1 == packed.length || packed[i] >>> indexBits != packed[i + 1] >>> indexBits) {
        Arrays.sort(rows, runStart, i + 1);
        runStart = i + 1;
      }
    }
  }

  int rows() {
    return keys.length;
  }

  int points() {
    return home.length;
  }

  /** Whether a row is of another class. */
  boolean isEnemy(int row) {
    return row >= ownEnd[pointOf[row]];
  }

  /** Whether a point has rows of the own class. */
  boolean isOwn(int point) {
    return ownEnd[point] > firstRow[point];
  }

  /** The rows of the own class, those at home only or all, ascending. */
  int[] ownRows(boolean onlyHome) {
    int[] own = new int[rows()];
    int count = 0;
    for (int point = 0; point < points(); point++) {
      for (int row = firstRow[point]; row < ownEnd[point]; row++) {
        if (home[point] || !onlyHome) {
          own[count++] = row;
        }
      }
    }

    return Arrays.copyOf(own, count);
  }

  private static boolean sameContent(Arrived a, Arrived b) {
    return a.key() == b.key() && FeatureRow.compareContent(a.features(), b.features()) == 0;
  }

  private static int countPoints(Arrived[] sorted) {
    int points = 0;
    for (int i = 0; i < sorted.length; i++) {
      points += i == 0 || !sameContent(sorted[i - 1], sorted[i]) ? 1 : 0;
    }

    return points;
  }

  private static boolean anySparse(Arrived[] rows) {
    for (Arrived row : rows) {
      if (row.features().sparse) {
        return true;
      }
    }

    return false;
  }
}
