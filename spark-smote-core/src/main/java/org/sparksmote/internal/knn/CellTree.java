// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;
import org.sparksmote.internal.keyed.Mix;

/**
 * Splits points into small cells of neighbours: k-means on a sample, level by level.
 *
 * <p>It reorders an array of ids so that every cell is a stretch of it. Where k-means finds nothing
 * to split (points nearly alike), the stretch is halved in its present order, so cells are never
 * larger than asked.
 */
final class CellTree {
  private static final int MAX_FAN = 64;
  private static final int SAMPLE_PER_CENTER = 24;
  private static final int LLOYD_STEPS = 2;

  private final FloatImage image;
  private final int leafSize;
  private final int[] ids;
  private final int[] sorted;
  private final int[] cellOf;
  private final int[] ends;
  private int leaves;

  private CellTree(FloatImage image, int leafSize) {
    this.image = image;
    this.leafSize = leafSize;
    this.ids = Ids.upTo(image.size);
    this.sorted = new int[image.size];
    this.cellOf = new int[image.size];
    this.ends = new int[image.size];
  }

  /** The ids of the points, cell after cell, and the end of each cell. */
  record Cells(int[] ids, int[] ends) {}

  static Cells grow(FloatImage image, int leafSize, long key) {
    CellTree tree = new CellTree(image, leafSize);
    tree.split(0, image.size, key);
    return new Cells(tree.ids, Arrays.copyOf(tree.ends, tree.leaves));
  }

  private void split(int from, int to, long key) {
    int size = to - from;
    if (size <= leafSize) {
      ends[leaves++] = to;
      return;
    }

    int fan = Math.min(MAX_FAN, Math.max(2, (int) Math.round(1.4 * size / leafSize)));
    KMeans means = KMeans.fit(image, ids, from, size, fan, SAMPLE_PER_CENTER, LLOYD_STEPS, key);
    means.assign(ids, from, size, cellOf);
    int[] starts = sortByCell(from, size, fan);
    int largest = 0;
    for (int c = 0; c < fan; c++) {
      largest = Math.max(largest, starts[c + 1] - starts[c]);
    }

    if (largest > size * 0.9) {
      int middle = from + size / 2;
      split(from, middle, Mix.child(key, -1));
      split(middle, to, Mix.child(key, -2));
      return;
    }

    splitCells(from, starts, fan, key);
  }

  /** Recurses into large cells; stretches of small ones become one leaf. */
  private void splitCells(int from, int[] starts, int fan, long key) {
    int open = 0;
    for (int c = 0; c < fan; c++) {
      int size = starts[c + 1] - starts[open];
      boolean last = c == fan - 1 || starts[c + 2] - starts[open] > leafSize;
      if (size > 0 && last) {
        split(from + starts[open], from + starts[c + 1], Mix.child(key, c));
      }

      open = last ? c + 1 : open;
    }
  }

  private int[] sortByCell(int from, int size, int fan) {
    int[] starts = new int[fan + 1];
    for (int i = 0; i < size; i++) {
      starts[cellOf[i] + 1]++;
    }

    for (int c = 0; c < fan; c++) {
      starts[c + 1] += starts[c];
    }

    int[] next = starts.clone();
    for (int i = 0; i < size; i++) {
      sorted[next[cellOf[i]]++] = ids[from + i];
    }

    System.arraycopy(sorted, 0, ids, from, size);
    return starts;
  }
}
