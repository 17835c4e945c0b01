// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.cells;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.rows.PackedRows;
import org.sparksmote.internal.rows.PayloadOrder;
import org.sparksmote.internal.rows.RowStore;

/**
 * The rows that arrive for one cell, block by block. Rows that nothing tells apart are counted, so
 * that what is kept does not grow with them, however many blocks they come in.
 */
public final class ArrivedRows {

  private static final int LEAST_PLACES = 64;

  private final int size;
  private @Nullable ArrivedRow[] table = new ArrivedRow[LEAST_PLACES]; // by hash; half full at most
  private int count;
  private long stored; // values of all rows
  private boolean anySparse;

  /** No rows yet, of so many features. */
  public ArrivedRows(int size) {
    this.size = size;
  }

  /** Takes the rows of a block; its payload, if any, has one element per row. */
  public void add(byte[] packed, Iterator<Row> payload) {
    PackedRows.Reader reader = new PackedRows.Reader(packed, size);
    List<ArrivedRow> fresh = new ArrayList<>();
    int bytes = 0;
    while (reader.next()) {
      Row extra = payload.hasNext() ? payload.next() : PackedRows.NO_PAYLOAD;
      long hash = PayloadOrder.hash(extra);
      int place = place(packed, reader, extra, hash);
      if (place >= 0) {
        ArrivedRow row = new ArrivedRow(packed, size, reader, extra, hash);
        fresh.add(row);
        bytes += row.length();
        stored += row.stored();
        anySparse |= row.sparse;
        put(place, row);
      }
    }

    if (bytes < packed.length / 2) {
      move(fresh, new byte[bytes]);
    }
  }

  /** Where to put a row; -1 if it is one of those known and was counted. */
  private int place(byte[] packed, PackedRows.Reader reader, Row extra, long extraHash) {
    int place = first(reader.key() + extraHash);
    for (ArrivedRow known = table[place]; known != null; known = table[place]) {
      if (known.takes(packed, reader, extra, extraHash)) {
        return -1;
      }

      place = (place + 1) & (table.length - 1);
    }

    return place;
  }

  private int first(long hash) {
    return (int) (hash >>> 32) & (table.length - 1);
  }

  private void put(int place, ArrivedRow row) {
    table[place] = row;
    count++;
    if (2 * count > table.length) {
      @Nullable ArrivedRow[] before = table;
      table = new ArrivedRow[2 * before.length];
      for (ArrivedRow known : before) {
        if (known != null) {
          int free = first(known.hash());
          while (table[free] != null) {
            free = (free + 1) & (table.length - 1);
          }

          table[free] = known;
        }
      }
    }
  }

  /** Keeps what is new of a block without the rest. */
  private static void move(List<ArrivedRow> rows, byte[] to) {
    int end = 0;
    for (ArrivedRow row : rows) {
      end = row.moveTo(to, end);
    }
  }

  /** Says so if the rows cannot be unpacked: plans that would come to this are refused before. */
  public void requireRoom(String className) {
    long values = RowStore.isCompressed(size, anySparse) ? stored : (long) count * size;
    if (values > RowStore.ENTRIES) {
      throw CellProblems.tooMuchForOneTask(
          className,
          "these bucketRows",
          count + " different rows with " + values + " values are too many",
          "bucketRows to a smaller number, or neighborSearch to auto");
    }
  }

  /** All rows in their order, which does not depend on how they came; afterwards there are none. */
  ArrivedRow[] sorted() {
    ArrivedRow[] rows = Arrays.stream(table).filter(Objects::nonNull).toArray(ArrivedRow[]::new);
    table = new ArrivedRow[LEAST_PLACES];
    count = 0;
    sort(rows);
    return rows;
  }

  /**
   * Sorts by the leading bits of the keys first, packed with the rows' numbers into longs, and then
   * the few rows that agree in them: objects are seldom compared.
   */
  private static void sort(ArrivedRow[] rows) {
    int indexBits = 64 - Long.numberOfLeadingZeros(rows.length);
    long indexMask = (1L << indexBits) - 1;
    long[] packed = new long[rows.length];
    for (int i = 0; i < packed.length; i++) {
      packed[i] = rows[i].key >>> (indexBits + 1) << indexBits | i; // not negative
    }

    Arrays.sort(packed);
    ArrivedRow[] unsorted = rows.clone();
    int runStart = 0;
    for (int i = 0; i < packed.length; i++) {
      rows[i] = unsorted[(int) (packed[i] & indexMask)];
      if (i + 1 == packed.length || packed[i] >>> indexBits != packed[i + 1] >>> indexBits) {
        Arrays.sort(rows, runStart, i + 1);
        runStart = i + 1;
      }
    }
  }
}
