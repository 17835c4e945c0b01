// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.keyed;

/**
 * Bit mixing: the finaliser of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom
 * number generators", OOPSLA 2014), a bijection of 64 bits in which every input bit moves every
 * output bit.
 */
public final class Mix {

  static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Mix() {}

  static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Scrambles a key: every input bit flips about half of the output bits. */
  public static long key(long key) {
    return mix(key + GOLDEN);
  }

  /** Derives the key of a child, for instance of one node of a tree. */
  public static long child(long key, long ordinal) {
    return key(key(key) ^ (ordinal * GOLDEN));
  }

  /** An index below {@code bound}, the {@code ordinal}-th draw of this key. */
  public static int below(long key, long ordinal, int bound) {
    return (int) Math.multiplyHigh(child(key, ordinal) >>> 1, (long) bound << 1);
  }

  /** Joins two words; not symmetric, so (a, b) and (b, a) differ. */
  static long mix(long a, long b) {
    return mix(a * GOLDEN + mix(b + GOLDEN));
  }
}
