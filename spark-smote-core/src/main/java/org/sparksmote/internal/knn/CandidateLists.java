// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;
import org.sparksmote.internal.keyed.Mix;

/**
 * For every query the nearest candidates seen so far, nearest first, in one flat array.
 *
 * <p>An entry is a number: the bits of the squared distance, which are ordered as it is, then the
 * candidate, scrambled by a key of the query. So equal distances are in an order of the query's
 * own, whatever was met first, and a candidate met again has the same entry, bit for bit, and is
 * not entered twice.
 */
final class CandidateLists {
  /** Odd numbers, and what undoes a multiplication by them. */
  private static final int FACTOR = 0x85EB_CA6B;

  private static final int INVERSE = 0xA5CB_9243;

  private static final long NOBODY =
      (long) Float.floatToRawIntBits(Float.POSITIVE_INFINITY) << 32 | 0xFFFF_FFFFL;

  final int length;
  private final long[] entries;

  CandidateLists(int queries, int length) {
    this.length = length;
    this.entries = new long[Math.multiplyExact(queries, length)];
    Arrays.fill(entries, NOBODY);
  }

  /** Returns the distance that no candidate of the list is beyond. */
  float limit(int query) {
    return distance(query, length - 1);
  }

  /** Returns the squared distance at a rank, infinite when the list is shorter. */
  float distance(int query, int rank) {
    return Float.intBitsToFloat((int) (entries[query * length + rank] >>> 32));
  }

  /** Returns the candidate at a rank, or -1 when the list is shorter. */
  int id(int query, int rank) {
    long entry = entries[query * length + rank];
    return entry == NOBODY ? -1 : candidate(query, (int) entry);
  }

  /** One to one, so that entries tell candidates apart. */
  private static int scrambled(int query, int candidate) {
    int bits = (candidate ^ (int) Mix.key(query)) * FACTOR;
    bits = (bits ^ (bits >>> 16)) * FACTOR;
    return bits ^ (bits >>> 16);
  }

  private static int candidate(int query, int scrambled) {
    int bits = (scrambled ^ (scrambled >>> 16)) * INVERSE;
    bits = (bits ^ (bits >>> 16)) * INVERSE;
    return bits ^ (int) Mix.key(query);
  }

  /** Enters a candidate if it is near enough, unless it is there already. */
  void offer(int query, int id, float distance) {
    long bits = scrambled(query, id) & 0xFFFF_FFFFL;
    long entry = (long) Float.floatToRawIntBits(distance) << 32 | bits;
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
