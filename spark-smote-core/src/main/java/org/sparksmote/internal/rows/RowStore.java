// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.rows;

import java.util.Arrays;
import org.sparksmote.internal.knn.Points;
import org.sparksmote.internal.knn.SparsePoints;

/**
 * The distinct points of a cell: one dense array, or compressed rows when wide sparse vectors would
 * not fit densely.
 */
public final class RowStore {

  /** Entries that an array may have on every JVM. */
  public static final long ENTRIES = Integer.MAX_VALUE - 8L;

  /** Sparse rows up to this width are stored densely: search is faster, and the memory is there. */
  public static final int MAX_DENSE_SIZE = 1024;

  private final int size;
  private final boolean compressed;
  private double[] values;
  private int[] indices = {};
  private int[] offsets;
  private int points;

  /**
   * A store.
   *
   * @param capacity points
   * @param stored values of compressed points, at most or about
   */
  public RowStore(int size, int capacity, boolean anySparse, long stored) {
    this.size = size;
    this.compressed = isCompressed(size, anySparse);
    this.values =
        new double[compressed ? Math.toIntExact(stored) : Math.multiplyExact(size, capacity)];
    this.offsets = new int[compressed ? capacity + 1 : 0];
    if (compressed) {
      indices = new int[values.length];
    }
  }

  /** A store of the same points with room for more. */
  public RowStore withRoomFor(int more) {
    RowStore copy =
        new RowStore(size, points + more, compressed, compressed ? grown(offsets[points]) : 0);
    System.arraycopy(values, 0, copy.values, 0, compressed ? offsets[points] : points * size);
    if (compressed) {
      System.arraycopy(indices, 0, copy.indices, 0, offsets[points]);
      System.arraycopy(offsets, 0, copy.offsets, 0, points + 1);
    }

    copy.points = points;
    return copy;
  }

  /** Whether points of such rows are kept compressed. */
  public static boolean isCompressed(int size, boolean anySparse) {
    return anySparse && size > MAX_DENSE_SIZE;
  }

  private static int grown(int length) {
    return (int) Math.min(length + length / 2L + 1024, ENTRIES);
  }

  /** Appends a point and returns its number. */
  public int add(FeatureRow row) {
    if (compressed) {
      addCompressed(row);
    } else {
      row.copyTo(values, points * size);
    }

    return points++;
  }

  /** Appends a point that begins at a place among packed rows. */
  public int add(byte[] packed, int start) {
    if (!compressed && PackedRows.copyDense(packed, start, values, points * size, size)) {
      return points++;
    }

    FeatureRow row = new FeatureRow();
    PackedRows.read(packed, start, size, row);
    return add(row);
  }

  private void addCompressed(FeatureRow row) {
    int at = offsets[points];
    if (at + row.values.length > values.length) {
      int grown = Math.max(grown(values.length), Math.addExact(at, row.values.length));
      values = Arrays.copyOf(values, grown);
      indices = Arrays.copyOf(indices, grown);
    }

    for (int i = 0; i < row.values.length; i++) {
      if (row.values[i] != 0) {
        indices[at] = row.column(i);
        values[at++] = row.values[i];
      }
    }

    offsets[points + 1] = at;
  }

  /** Whether points are compressed rows instead of one dense array. */
  public boolean isCompressed() {
    return compressed;
  }

  /** How many points there are. */
  public int points() {
    return points;
  }

  /** The dense array of the points, one after the other. */
  public double[] values() {
    return values;
  }

  /** The compressed points as the neighbour search sees them. */
  public Points sparsePoints(ColumnValues weights) {
    return SparsePoints.of(Arrays.copyOf(offsets, points + 1), indices, values, size, weights::at);
  }

  /** One value of a point that is stored densely. */
  public double value(int point, int feature) {
    return values[point * size + feature];
  }

  /** The same as {@link #read}, into the array of a dense row that was read before. */
  public void reread(int point, FeatureRow out) {
    if (compressed || out.sparse || out.values.length != size) {
      read(point, out);
    } else {
      System.arraycopy(values, point * size, out.values, 0, size);
    }
  }

  /** Copies a point out. */
  public void read(int point, FeatureRow out) {
    if (compressed) {
      int from = offsets[point];
      int to = offsets[point + 1];
      out.setSparse(
          size, Arrays.copyOfRange(indices, from, to), Arrays.copyOfRange(values, from, to));
    } else {
      out.setDense(Arrays.copyOfRange(values, point * size, (point + 1) * size));
    }
  }
}
