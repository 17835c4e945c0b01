// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Small helpers for arrays of point indices. */
final class Ids {
  private Ids() {}

  static int[] upTo(int count) {
    int[] ids = new int[count];
    for (int i = 0; i < count; i++) {
      ids[i] = i;
    }

    return ids;
  }

  /** Returns the indices that are marked, in ascending order. */
  static int[] where(boolean[] marked) {
    return where(marked.length, i -> marked[i]);
  }

  /** Returns the indices below {@code size} that pass, in ascending order. */
  static int[] where(int size, IntPredicate test) {
    int count = 0;
    int[] ids = new int[size];
    for (int i = 0; i < size; i++) {
      if (test.test(i)) {
        ids[count++] = i;
      }
    }

    return Arrays.copyOf(ids, count);
  }

  /** Returns for every point its place among {@code ids}, or -1. */
  static int[] ranks(int[] ids, int size) {
    int[] ranks = new int[size];
    Arrays.fill(ranks, -1);
    for (int i = 0; i < ids.length; i++) {
      ranks[ids[i]] = i;
    }

    return ranks;
  }
}
