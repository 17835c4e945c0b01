// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Rows on their way to a cell, packed as bytes: form and values. Vectors sent one by one as Spark
 * rows cost several times as much to shuffle. Identical rows may travel as one row and a number.
 */
final class PackedRows {

  private static final int INITIAL_BYTES = 1024;
  private static final byte HOME = 1;
  private static final byte SPARSE = 2;
  private static final byte ENEMY = 4;

  /** Rows that are remembered by their hash, to find identical ones. */
  private static final int REMEMBERED = 1024;

  private final int[] remembered; // by hash: number of a row, plus one; empty: no row is collapsed
  private ByteBuffer bytes = ByteBuffer.allocate(INITIAL_BYTES);
  private int[] starts = new int[16]; // per row
  private int[] repeats = new int[16]; // per row: identical ones beyond the first
  private int repeated; // rows that have some
  private int rows;

  private PackedRows(int remembered) {
    this.remembered = new int[remembered];
  }

  /** Packs every row that is added. */
  static PackedRows oneByOne() {
    return new PackedRows(0);
  }

  /** Packs most identical rows once; they must not be told apart afterwards. */
  static PackedRows collapsing() {
    return new PackedRows(REMEMBERED);
  }

  /** Appends a row of the cell's class; {@code home} tells it from a mere candidate. */
  void add(boolean home, FeatureRow row) {
    add(home ? HOME : 0, row);
  }

  /** Appends a row of another class. */
  void addEnemy(FeatureRow row) {
    add(ENEMY, row);
  }

  private void add(int role, FeatureRow row) {
    int stored = row.sparse ? nonZeros(row) : row.size;
    reserve(5 + stored * (row.sparse ? 12 : 8));
    int start = bytes.position();
    bytes.put((byte) (role | (row.sparse ? SPARSE : 0)));
    if (row.sparse) {
      putSparse(row, stored);
    } else {
      bytes.asDoubleBuffer().put(row.values, 0, row.size);
      bytes.position(bytes.position() + 8 * row.size);
    }

    if (remembered.length == 0 || !isRepeat(start, row)) {
      if (rows == starts.length) {
        starts = Arrays.copyOf(starts, 2 * rows);
        repeats = Arrays.copyOf(repeats, 2 * rows);
      }

      starts[rows++] = start;
    }
  }

  /** Takes a row back that is the same, bit for bit, as one that is remembered, and counts it. */
  private boolean isRepeat(int start, FeatureRow row) {
    int place = (int) (row.key() & (remembered.length - 1));
    int known = remembered[place] - 1;
    remembered[place] = rows + 1;
    if (known < 0) {
      return false;
    }

    byte[] all = bytes.array();
    int from = starts[known];
    int end = from + bytes.position() - start; // no longer than what is written
    if (!Arrays.equals(all, from, end, all, start, bytes.position())) {
      return false;
    }

    repeated += repeats[known] == 0 ? 1 : 0;
    repeats[known]++;
    remembered[place] = known + 1;
    bytes.position(start);
    return true;
  }

  private void putSparse(FeatureRow row, int stored) {
    bytes.putInt(stored);
    for (int i = 0; i < row.indices.length; i++) {
      if (row.values[i] != 0) {
        bytes.putInt(row.indices[i]).putDouble(row.values[i]);
      }
    }
  }

  private static int nonZeros(FeatureRow row) {
    int count = 0;
    for (double value : row.values) {
      count += value != 0 ? 1 : 0;
    }

    return count;
  }

  private void reserve(int more) {
    if (bytes.remaining() < more) {
      byte[] grown =
          Arrays.copyOf(bytes.array(), Math.max(2 * bytes.capacity(), bytes.position() + more));
      bytes = ByteBuffer.wrap(grown).position(bytes.position());
    }
  }

  int rows() {
    return rows;
  }

  int size() {
    return bytes.position();
  }

  /** The packed rows; starts a new pack. */
  byte[] take() {
    ByteBuffer taken = ByteBuffer.allocate(4 + 8 * repeated + bytes.position());
    taken.putInt(repeated);
    for (int row = 0; row < rows; row++) {
      if (repeats[row] > 0) {
        taken.putInt(row).putInt(repeats[row]);
      }
    }

    taken.put(bytes.array(), 0, bytes.position());
    bytes.clear();
    Arrays.fill(repeats, 0, rows, 0);
    Arrays.fill(remembered, 0);
    repeated = 0;
    rows = 0;
    return taken.array();
  }

  /** Reads packed rows one after the other. */
  static final class Reader {

    private final ByteBuffer repeats;
    private final ByteBuffer bytes;
    private final int size;
    final FeatureRow row = new FeatureRow();
    boolean home;
    boolean enemy;

    /** How many identical rows the row stands for. */
    int copies;

    private int number;

    Reader(byte[] packed, int size) {
      this.bytes = ByteBuffer.wrap(packed);
      this.size = size;
      int repeated = bytes.getInt();
      this.repeats = bytes.slice(4, 8 * repeated);
      bytes.position(4 + 8 * repeated);
    }

    /** Moves to the next row, or returns false at the end. */
    boolean next() {
      if (!bytes.hasRemaining()) {
        return false;
      }

      byte form = bytes.get();
      home = (form & HOME) != 0;
      enemy = (form & ENEMY) != 0;
      if ((form & SPARSE) != 0) {
        readSparse();
      } else {
        double[] values = new double[size];
        bytes.asDoubleBuffer().get(values);
        bytes.position(bytes.position() + 8 * size);
        row.setDense(values);
      }

      boolean repeated = repeats.hasRemaining() && repeats.getInt(repeats.position()) == number;
      copies = repeated ? 1 + repeats.position(repeats.position() + 4).getInt() : 1;
      number++;
      return true;
    }

    private void readSparse() {
      int stored = bytes.getInt();
      int[] indices = new int[stored];
      double[] values = new double[stored];
      for (int i = 0; i < stored; i++) {
        indices[i] = bytes.getInt();
        values[i] = bytes.getDouble();
      }

      row.setSparse(size, indices, values);
    }
  }
}
