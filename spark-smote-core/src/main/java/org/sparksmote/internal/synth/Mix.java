// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.synth;

/**
 * Bit mixing: the finaliser of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom
 * number generators", OOPSLA 2014), a bijection of 64 bits in which every input bit moves every
 * output bit.
 */
final class Mix {

  static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Mix() {}

  static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Joins two words; not symmetric, so (a, b) and (b, a) differ. */
  static long mix(long a, long b) {
    return mix(a * GOLDEN + mix(b + GOLDEN));
  }
}
