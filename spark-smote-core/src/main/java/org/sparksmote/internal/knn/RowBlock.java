// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

/**
 * Four rows that are measured against columns at once, and what came out.
 *
 * <p>Looking at the smallest of the four first is what makes selection cheap: few candidates are
 * near, and one comparison dismisses four pairs.
 */
final class RowBlock {
  static final int ROWS = 4;

  /** Where each of the four rows starts. */
  final int[] starts = new int[ROWS];

  /** Distances by place of the row and slot, then the smallest of the four; kernels write here. */
  final float[][] out;

  /** Slots that {@link Columns#near} found. */
  final int[] hits;

  int hitCount;

  RowBlock(int capacity) {
    int room = Columns.of(0, 0).wholeGroups(capacity);
    this.out = new float[ROWS + 1][room];
    this.hits = new int[room];
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

  /** Puts the rows of the numbers {@code from..end)} in the four places. */
  void rows(int from, int end, int dims) {
    for (int r = 0; r < ROWS; r++) {
      starts[r] = Math.min(from + r, end - 1) * dims;
    }
  }

  /** Returns the distances of the row at a place. */
  float[] distances(int place) {
    return out[place];
  }

  /** Returns the smallest distance of the four rows. */
  float[] smallest() {
    return out[ROWS];
  }

  /** Lists the slots below their own limit or {@code widest}; without a branch that must guess. */
  void keepHits(int from, int to, float[] limits, int base, float widest) {
    float[] smallest = out[ROWS];
    int count = 0;
    for (int i = from; i < to; i++) {
      hits[count] = i;
      count += smallest[i] <= Math.max(limits[base + i], widest) ? 1 : 0;
    }

    hitCount = count;
  }
}
