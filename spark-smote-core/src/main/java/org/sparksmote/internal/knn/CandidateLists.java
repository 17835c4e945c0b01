// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;

/**
 * For every query the nearest candidates seen so far, nearest first, in one flat array.
 *
 * <p>An entry is a number: the bits of the squared distance, which are ordered as it is, then the
 * candidate. So equal distances are ordered by candidate, whatever was met first, and a candidate
 * met again has the same entry, bit for bit, and is not entered twice.
 */
final class CandidateLists {
  private static final long NOBODY =
      (long) Float.floatToRawIntBits(Float.POSITIVE_INFINITY) << 32 | 0xFFFF_FFFFL;

  final int length;
  private final long[] entries;

  CandidateLists(int queries, int length) {
    this.length = length;
    this.entries = new long[Math.multiplyExact(queries, length)];
    Arrays.fill(entries, NOBODY);
  }

  /** Returns the distance a candidate must beat to enter the list. */
  float limit(int query) {
    return distance(query, length - 1);
  }

  /** Returns the squared distance at a rank, infinite when the list is shorter. */
  float distance(int query, int rank) {
    return Float.intBitsToFloat((int) (entries[query * length + rank] >>> 32));
  }

  /** Returns the candidate at a rank, or -1 when the list is shorter. */
  int id(int query, int rank) {
    return (int) entries[query * length + rank];
  }

  /** Enters a candidate if it is near enough, unless it is there already. */
  void offer(int query, int id, float distance) {
    long entry = (long) Float.floatToRawIntBits(distance) << 32 | id;
    int first = query * length;
    int last = first + length - 1;
    int at = last + 1;
    while (at > first && entries[at - 1] >= entry) {
      at--;
    }

    if (at > last || entries[at] == entry) {
      return;
    }

    for (int p = last; p > at; p--) { // lists are short: a copy call costs more
      entries[p] = entries[p - 1];
    }

    entries[at] = entry;
  }
}
