// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.internal.knn;

/**
 * Four rows measured against a tile at once, with the smallest distance to any of the four.
 *
 * <p>Looking through the smallest first is what makes selection cheap: few candidates are near, and
 * one comparison dismisses four pairs.
 */
final class RowBlock {
  static final int ROWS = 4;

  private final int[] starts = new int[ROWS];
  private final float[][] out;

  RowBlock(int capacity) {
    this.out = new float[ROWS + 1][capacity];
  }

  /** Puts the row of that number in one of the four places. */
  void row(int place, int row, int dims) {
    starts[place] = row * dims;
  }

  /**
   * Puts the rows {@code ids[from..end)} in the four places; the last of them fills places left
   * over.
   */
  void rows(int[] ids, int from, int end, int dims) {
    for (int r = 0; r < ROWS; r++) {
      starts[r] = ids[Math.min(from + r, end - 1)] * dims;
    }
  }

  void measure(Tile tile, int from, int to, float[] rows) {
    DistanceKernel.four(tile.columns, from, to, rows, starts, out);
  }

  /** Returns the distances of the row at a place, by column of the tile. */
  float[] distances(int place) {
    return out[place];
  }

  /** Returns the smallest distance of the four rows, by column of the tile. */
  float[] smallest() {
    return out[ROWS];
  }
}
