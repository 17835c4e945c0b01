// SPDX-License-Identifier: Apache-2.0
package io.sparksmote;

import io.sparksmote.internal.knn.HashTree;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The way from a row of one class to its cells: home first, then the cells that need the row as a
 * candidate. A pure function of the row's values, because it decides a shuffle key: a retried task
 * must send every row where the first attempt sent it.
 */
final class ClassRoute implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The route of a class that gets no new rows. */
  static final ClassRoute NONE = new ClassRoute(new byte[0], new int[0]);

  private final byte[] tree;
  private final int[] cellOfBucket;
  private transient @Nullable HashTree decoded;

  private ClassRoute(byte[] tree, int[] cellOfBucket) {
    this.tree = tree;
    this.cellOfBucket = cellOfBucket;
  }

  /** Every row of the class goes to one cell. */
  static ClassRoute single(int cell) {
    return new ClassRoute(new byte[0], new int[] {cell});
  }

  /** Rows go by a tree to buckets, and neighbouring buckets may share a cell. */
  static ClassRoute tree(byte[] tree, int[] cellOfBucket) {
    return new ClassRoute(tree, cellOfBucket);
  }

  /** Whether rows of the class travel at all. */
  boolean isNone() {
    return cellOfBucket.length == 0;
  }

  /** Whether the route depends on the row's values. */
  boolean needsImage() {
    return tree.length > 0;
  }

  /** Room that {@link #route} needs. */
  int width() {
    return cellOfBucket.length;
  }

  /** Fills {@code out} with the row's cells, home first, and returns how many there are. */
  int route(double[] image, int[] out) {
    if (tree.length == 0) {
      out[0] = cellOfBucket[0];
      return 1;
    }

    int buckets = tree().route(image, out);
    int cells = 0;
    for (int i = 0; i < buckets; i++) {
      int cell = cellOfBucket[out[i]];
      if (!contains(out, cells, cell)) {
        out[cells++] = cell;
      }
    }

    return cells;
  }

  private HashTree tree() {
    HashTree known = decoded;
    if (known == null) {
      known = HashTree.fromBytes(tree);
      decoded = known;
    }

    return known;
  }

  private static boolean contains(int[] values, int length, int value) {
    for (int i = 0; i < length; i++) {
      if (values[i] == value) {
        return true;
      }
    }

    return false;
  }
}
