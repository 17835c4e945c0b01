// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

/**
 * The points as floats, row by row, for the fast kernel.
 *
 * <p>Columns are centred in double before the cast: timestamps of 1.7e9 would lose their spread in
 * a float. A power of two then puts the largest coordinate near 2^{@value #TOP_EXPONENT}, which
 * keeps sums of squares finite and leaves the most room for small columns.
 */
final class FloatImage {
  private static final int TOP_EXPONENT = 30;
  private static final double UNIT = 0x1p-24;

  final float[] rows;
  final int size;

  /** Length of a row: a multiple of four, filled up with zeros, which no distance notices. */
  final int dims;

  /** The power of two by which coordinates were multiplied. */
  final double factor;

  private FloatImage(float[] rows, int size, int dims, double factor) {
    this.rows = rows;
    this.size = size;
    this.dims = dims;
    this.factor = factor;
  }

  static FloatImage of(Points points) {
    int size = points.size();
    int dims = points.dims();
    double[] center = means(points);
    double[] row = new double[dims];
    double largest = 0;
    for (int i = 0; i < size; i++) {
      points.read(i, row);
      for (int j = 0; j < dims; j++) {
        largest = Math.max(largest, Math.abs(row[j] - center[j]));
      }
    }

    double factor = largest > 0 ? Math.scalb(1.0, TOP_EXPONENT - Math.getExponent(largest)) : 1;
    int padded = (dims + 3) & ~3;
    float[] rows = new float[Math.multiplyExact(size, padded)];
    for (int i = 0; i < size; i++) {
      points.read(i, row);
      for (int j = 0; j < dims; j++) {
        rows[i * padded + j] = (float) ((row[j] - center[j]) * factor);
      }
    }

    return new FloatImage(rows, size, padded, factor);
  }

  /** Returns the image with its rows in the given order, so that neighbours share caches. */
  FloatImage inOrder(int[] ids) {
    float[] moved = new float[rows.length];
    for (int i = 0; i < size; i++) {
      System.arraycopy(rows, ids[i] * dims, moved, i * dims, dims);
    }

    return new FloatImage(moved, size, dims, factor);
  }

  /**
   * Returns a float distance that no point within {@code distance} of a row can exceed, and also a
   * distance that no point can exceed whose float distance is {@code distance}. All are in float
   * units.
   *
   * <p>With u = 2^-24, q the row, of length {@code norm}, and b the other point, both centred: the
   * casts move the difference by at most u(|q| + |b|), and |b| is at most |q| + distance; the
   * subtraction adds a relative u, the fused sum of d squares a relative (d + 1)u / 2. The
   * constants are twice what that needs, which also covers the roundings made in double; the last
   * term covers squares that underflow.
   */
  double reach(double norm, double distance) {
    double casts = 4 * UNIT * (norm + distance);
    return (distance + casts) * (1 + 2 * (dims + 4) * UNIT) + Math.sqrt(dims) * 0x1p-70;
  }

  /** Returns the Euclidean length of a row, in float units, rounded as doubles are. */
  double norm(int id) {
    double sum = 0;
    for (int j = 0, at = id * dims; j < dims; j++, at++) {
      sum += (double) rows[at] * rows[at];
    }

    return Math.sqrt(sum);
  }

  private static double[] means(Points points) {
    double[] row = new double[points.dims()];
    double[] sums = new double[row.length];
    for (int i = 0; i < points.size(); i++) {
      points.read(i, row);
      for (int j = 0; j < row.length; j++) {
        sums[j] += row[j];
      }
    }

    for (int j = 0; j < sums.length; j++) {
      sums[j] /= points.size();
    }

    return sums;
  }
}
