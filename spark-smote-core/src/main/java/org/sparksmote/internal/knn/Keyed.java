// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

/** Random numbers that are pure functions of their key, so that no draw depends on another. */
final class Keyed {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Keyed() {}

  /** Scrambles a key: every input bit flips about half of the output bits. */
  static long mix(long key) {
    long z = key + GOLDEN;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Derives the key of a child, for instance of one node of a tree. */
  static long child(long key, long ordinal) {
    return mix(mix(key) ^ (ordinal * GOLDEN));
  }

  /**
   * Where a candidate stands among those at the same distance from a query. Were it the same order
   * for all queries, some candidates would be nobody's neighbour.
   */
  static long tie(int query, int candidate) {
    return mix(((long) query << 32) | (candidate & 0xFFFF_FFFFL));
  }

  /** Returns an index below {@code bound}, the {@code ordinal}-th draw of this key. */
  static int below(long key, long ordinal, int bound) {
    return (int) Math.multiplyHigh(child(key, ordinal) >>> 1, (long) bound << 1);
  }
}
