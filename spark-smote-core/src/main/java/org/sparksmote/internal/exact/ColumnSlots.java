// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.exact;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Numbers columns in the order in which they are first met, so that what is kept per column takes
 * room for the columns that have a value, however wide the rows are.
 */
public final class ColumnSlots {

  private static final int HASH_FACTOR = 0x9E37_79B1;

  private int[] columns = new int[16]; // by slot
  private int[] table = new int[32]; // by hash: slot + 1, or 0; at least half of it is free
  private int size;

  /** The slot of a column: a new one, the next, if the column was not met before. */
  public int of(int column) {
    // Where dense rows come first every column is its own slot, and need not be looked up.
    if (column < size && columns[column] == column) {
      return column;
    }

    int place = place(column);
    return table[place] > 0 ? table[place] - 1 : add(column, place);
  }

  private int place(int column) {
    int mask = table.length - 1;
    int place = (column * HASH_FACTOR) >>> Integer.numberOfLeadingZeros(mask); // the highest bits
    while (table[place] > 0 && columns[table[place] - 1] != column) {
      place = (place + 1) & mask;
    }

    return place;
  }

  private int add(int column, int place) {
    if (size == columns.length) {
      grow();
      return of(column);
    }

    columns[size] = column;
    table[place] = ++size;
    return size - 1;
  }

  private void grow() {
    columns = Arrays.copyOf(columns, Math.multiplyExact(2, size));
    table = new int[Math.multiplyExact(4, size)];
    for (int slot = 0; slot < size; slot++) {
      table[place(columns[slot])] = slot + 1;
    }
  }

  /** How many columns have a slot. */
  public int size() {
    return size;
  }

  /** The columns that have a slot, ascending. */
  public int[] columns() {
    int[] ascending = Arrays.copyOf(columns, size);
    Arrays.sort(ascending);
    return ascending;
  }

  /** The slots of {@link #columns}, in that order. */
  public int[] slots() {
    return IntStream.of(columns()).map(this::of).toArray();
  }
}
