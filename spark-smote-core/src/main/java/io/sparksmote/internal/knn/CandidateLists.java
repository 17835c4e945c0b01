// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.internal.knn;

import java.util.Arrays;

/**
 * For every query the nearest candidates seen so far, nearest first, in two flat arrays.
 *
 * <p>Lists outlive a tree: a candidate met again has the same distance, bit for bit, and is not
 * entered twice.
 */
final class CandidateLists {
  final int length;
  private final float[] distances;
  private final int[] ids;

  CandidateLists(int queries, int length) {
    this.length = length;
    this.distances = new float[Math.multiplyExact(queries, length)];
    this.ids = new int[queries * length];
    Arrays.fill(distances, Float.POSITIVE_INFINITY);
    Arrays.fill(ids, -1);
  }

  /** Returns the distance a candidate must beat to enter the list. */
  float limit(int query) {
    return distances[query * length + length - 1];
  }

  /** Returns the squared distance at a rank, infinite when the list is shorter. */
  float distance(int query, int rank) {
    return distances[query * length + rank];
  }

  /** Returns the candidate at a rank, or -1 when the list is shorter. */
  int id(int query, int rank) {
    return ids[query * length + rank];
  }

  /** Enters a candidate that beats the limit, unless it is there already. */
  void offer(int query, int id, float distance) {
    int first = query * length;
    int at = first + length - 1;
    while (at > first && distances[at - 1] > distance) {
      at--;
    }

    for (int p = at - 1; p >= first && distances[p] == distance; p--) {
      if (ids[p] == id) {
        return;
      }
    }

    for (int p = first + length - 1; p > at; p--) { // lists are short: a copy call costs more
      distances[p] = distances[p - 1];
      ids[p] = ids[p - 1];
    }

    distances[at] = distance;
    ids[at] = id;
  }
}
