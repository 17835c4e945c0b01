// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.rows;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Rows on their way to a cell, packed as bytes: form and values. Vectors sent one by one as Spark
 * rows cost several times as much to shuffle. Identical rows travel as one row and a number.
 */
public final class PackedRows {

  /** What travels beside a row of which nothing but its features is needed. */
  public static final Row NO_PAYLOAD = RowFactory.create();

  private static final double[] NO_VALUES = {};
  private static final int INITIAL_BYTES = 1024;
  private static final byte HOME = 1;
  private static final byte SPARSE = 2;
  private static final byte ENEMY = 4;

  private static final int LEAST_PLACES = 32;

  private final List<Row> payload = new ArrayList<>(); // per row, if there is any
  private ByteBuffer bytes = ByteBuffer.allocate(INITIAL_BYTES);
  private long[] hashes = new long[16]; // per row
  private int[] starts = new int[16]; // per row
  private int[] repeats = new int[16]; // per row: identical ones beyond the first
  private int[] table = new int[LEAST_PLACES]; // by hash: number of a row, plus one
  private long payloadBytes; // about
  private int repeated; // rows that have some
  private int rows;

  /** Appends a row of the cell's class; {@code home} tells it from a mere candidate. */
  public void add(boolean home, FeatureRow row, Row extra) {
    add(home ? HOME : 0, row, extra);
  }

  /** Appends a row of another class. */
  public void addEnemy(FeatureRow row, Row extra) {
    add(ENEMY, row, extra);
  }

  private void add(int role, FeatureRow row, Row extra) {
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

    long hash = row.key() + PayloadOrder.hash(extra);
    int place = place(start, hash, extra);
    if (table[place] > 0) {
      int known = table[place] - 1;
      repeated += repeats[known] == 0 ? 1 : 0;
      repeats[known]++;
      bytes.position(start);
    } else {
      open(place, start, hash, extra);
    }
  }

  /** The place in the table of the row just written: a free one, or that of the same row. */
  private int place(int start, long hash, Row extra) {
    int place = (int) (hash >>> 32) & (table.length - 1);
    while (table[place] > 0 && !isRepeat(table[place] - 1, start, hash, extra)) {
      place = (place + 1) & (table.length - 1);
    }

    return place;
  }

  /** Whether the row just written is the same, bit for bit, as another. */
  private boolean isRepeat(int known, int start, long hash, Row extra) {
    byte[] all = bytes.array();
    int from = starts[known];
    int end = from + bytes.position() - start; // no longer than what is written
    return hashes[known] == hash
        && repeats[known] < Integer.MAX_VALUE - 1
        && Arrays.equals(all, from, end, all, start, bytes.position())
        && (extra.size() == 0 || extra.equals(payload.get(known)));
  }

  private void open(int place, int start, long hash, Row extra) {
    if (rows == starts.length) {
      hashes = Arrays.copyOf(hashes, 2 * rows);
      starts = Arrays.copyOf(starts, 2 * rows);
      repeats = Arrays.copyOf(repeats, 2 * rows);
    }

    if (extra.size() > 0) {
      payload.add(extra);
      payloadBytes += PayloadSize.of(extra);
    }

    hashes[rows] = hash;
    starts[rows++] = start;
    table[place] = rows;
    if (2 * rows > table.length) {
      spread(new int[2 * table.length]);
    }
  }

  private void spread(int[] wider) {
    for (int row = 0; row < rows; row++) {
      int place = (int) (hashes[row] >>> 32) & (wider.length - 1);
      while (wider[place] > 0) {
        place = (place + 1) & (wider.length - 1);
      }

      wider[place] = row + 1;
    }

    table = wider;
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

  /** Rows that were added. */
  public int rows() {
    return rows;
  }

  /** Bytes of all that was added, about. */
  public long size() {
    return bytes.position() + payloadBytes;
  }

  /** What travels beside each row, if anything does. */
  public Row[] payload() {
    return payload.toArray(new Row[0]);
  }

  /** The packed rows; starts a new pack. */
  public byte[] take() {
    ByteBuffer taken = ByteBuffer.allocate(4 + 8 * repeated + bytes.position());
    taken.putInt(repeated);
    for (int row = 0; row < rows; row++) {
      if (repeats[row] > 0) {
        taken.putInt(row).putInt(repeats[row]);
      }
    }

    taken.put(bytes.array(), 0, bytes.position());
    bytes.clear();
    payload.clear();
    payloadBytes = 0;
    Arrays.fill(repeats, 0, rows, 0);
    Arrays.fill(table, 0);
    repeated = 0;
    rows = 0;
    return taken.array();
  }

  /** Reads packed rows one after the other; what a row holds is valid until the next is read. */
  public static final class Reader {

    private final ByteBuffer repeats;
    private final ByteBuffer bytes;
    private final int size;
    public final FeatureRow row = new FeatureRow();
    public boolean home;
    public boolean enemy;

    /** How many identical rows the row stands for. */
    public int copies;

    private final double[] dense;
    private int number;
    private int start;
    private long key;

    public Reader(byte[] packed, int size) {
      this.bytes = ByteBuffer.wrap(packed);
      this.size = size;
      this.dense = new double[size <= RowStore.MAX_DENSE_SIZE ? size : 0];
      int repeated = bytes.getInt();
      this.repeats = bytes.slice(4, 8 * repeated);
      bytes.position(4 + 8 * repeated);
    }

    /** Moves to the next row, or returns false at the end. */
    public boolean next() {
      if (!bytes.hasRemaining()) {
        return false;
      }

      start = bytes.position();
      byte form = bytes.get(start);
      home = (form & HOME) != 0;
      enemy = (form & ENEMY) != 0;
      read(bytes, size, dense, row);
      key = row.key();
      boolean repeated = repeats.hasRemaining() && repeats.getInt(repeats.position()) == number;
      copies = repeated ? 1 + repeats.position(repeats.position() + 4).getInt() : 1;
      number++;
      return true;
    }

    /** The key of the row. */
    public long key() {
      return key;
    }

    /** Where the row begins among the packed bytes. */
    public int start() {
      return start;
    }

    /** Where it ends. */
    public int end() {
      return bytes.position();
    }
  }

  /** How many values are stored in so many bytes of a row. */
  public static int stored(int length, boolean sparse) {
    return sparse ? (length - 5) / 12 : (length - 1) / 8;
  }

  /** Reads the row that begins at a place among packed bytes. */
  public static void read(byte[] packed, int start, int size, FeatureRow row) {
    read(ByteBuffer.wrap(packed).position(start), size, NO_VALUES, row);
  }

  /** Copies the values of a dense row into {@code out}; false if the row is sparse. */
  static boolean copyDense(byte[] packed, int start, double[] out, int at, int size) {
    boolean isDense = (packed[start] & SPARSE) == 0;
    if (isDense) {
      ByteBuffer.wrap(packed, start + 1, 8 * size).asDoubleBuffer().get(out, at, size);
    }

    return isDense;
  }

  /** Reads a row, a dense one into an array of its size if one is given. */
  private static void read(ByteBuffer bytes, int size, double[] dense, FeatureRow row) {
    if ((bytes.get() & SPARSE) == 0) {
      double[] values = dense.length == size ? dense : new double[size];
      bytes.asDoubleBuffer().get(values);
      bytes.position(bytes.position() + 8 * size);
      row.setDense(values);
      return;
    }

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
