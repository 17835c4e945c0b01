// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.internal.synth;

/**
 * A random stream that belongs to one synthetic row: SplitMix64 started from (seed, key of the base
 * row, its number among identical rows, number of the copy). The same row draws the same numbers on
 * any partition, executor or attempt.
 */
public final class KeyedRandom {

  private long state;

  private KeyedRandom(long state) {
    this.state = state;
  }

  /** The stream of copy number {@code copy} of a base row. */
  public static KeyedRandom of(long seed, long key, int ordinal, long copy) {
    return new KeyedRandom(Mix.mix(rank(seed, key, ordinal), copy));
  }

  /**
   * A keyed order of base rows: the rows that come first are a random subset, fixed by the seed.
   */
  public static long rank(long seed, long key, int ordinal) {
    return Mix.mix(Mix.mix(seed, key), ordinal);
  }

  /** The next 64 bits. */
  public long nextLong() {
    state += Mix.GOLDEN;
    return Mix.mix(state);
  }

  /** Uniform in [0, 1), a multiple of 2^-53. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Uniform in [0, bound); {@code bound} is positive. */
  public int nextInt(int bound) {
    // Multiply-shift: the bias is below bound / 2^32, far under what any sample of rows could show.
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }
}
