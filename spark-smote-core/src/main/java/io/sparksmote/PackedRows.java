// SPDX-License-Identifier: Apache-2.0
package io.sparksmote;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Rows on their way to a cell, packed as bytes: form and values. Vectors sent one by one as Spark
 * rows cost several times as much to shuffle.
 */
final class PackedRows {

  private static final int INITIAL_BYTES = 1024;
  private static final byte HOME = 1;
  private static final byte SPARSE = 2;
  private static final byte ENEMY = 4;

  private ByteBuffer bytes = ByteBuffer.allocate(INITIAL_BYTES);
  private int rows;

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
    bytes.put((byte) (role | (row.sparse ? SPARSE : 0)));
    if (row.sparse) {
      putSparse(row, stored);
    } else {
      bytes.asDoubleBuffer().put(row.values, 0, row.size);
      bytes.position(bytes.position() + 8 * row.size);
    }

    rows++;
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
    byte[] taken = Arrays.copyOf(bytes.array(), bytes.position());
    bytes.clear();
    rows = 0;
    return taken;
  }

  /** Reads packed rows one after the other. */
  static final class Reader {

    private final ByteBuffer bytes;
    private final int size;
    final FeatureRow row = new FeatureRow();
    boolean home;
    boolean enemy;

    Reader(byte[] packed, int size) {
      this.bytes = ByteBuffer.wrap(packed);
      this.size = size;
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
