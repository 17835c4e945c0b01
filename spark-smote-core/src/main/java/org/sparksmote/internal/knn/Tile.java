// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

/**
 * A block of points copied together: as rows for queries, as columns for candidates.
 *
 * <p>Points of a cell lie scattered in memory. Copying whole rows first lets the processor wait for
 * many of them at once; turning rows into columns then happens in its nearest cache.
 */
final class Tile {
  private static final int STRIPE = 32;

  final float[] rows;
  final Columns columns;
  private final FloatImage image;

  Tile(FloatImage image, int capacity) {
    this.image = image;
    this.rows = new float[Math.multiplyExact(capacity, image.dims)];
    this.columns = Columns.of(capacity, image.dims);
  }

  /** Loads the points {@code ids[from..from + count)}. */
  void load(int[] ids, int from, int count) {
    int dims = image.dims;
    for (int low = 0; low < count; low += STRIPE) {
      int high = Math.min(count, low + STRIPE);
      for (int i = low; i < high; i++) {
        System.arraycopy(image.rows, ids[from + i] * dims, rows, i * dims, dims);
      }

      for (int i = low; i < high; i++) {
        columns.put(i, rows, i * dims);
      }
    }
  }
}
