// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.keyed;

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
  public static KeyedRandom of(long seed, long key, long ordinal, long copy) {
    return new KeyedRandom(Mix.mix(rank(seed, key, ordinal), copy));
  }

  /**
   * A keyed order of base rows: the rows that come first are a random subset, fixed by the seed.
   */
  public static long rank(long seed, long key, long ordinal) {
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

  /** The same for a bound that need not be an int. */
  public long nextLong(long bound) {
    if (bound <= Integer.MAX_VALUE) {
      return nextInt((int) bound);
    }

    long bits = nextLong() >>> 1;
    return (Math.multiplyHigh(bits, bound) << 1) | ((bits * bound) >>> 63); // product / 2^63
  }

  /**
   * Standard normal, by the transform of Box and Muller (1958). Its second number is dropped, so
   * that every call takes two words of the stream and the state stays one word. StrictMath gives
   * the same bits on every machine.
   */
  public double nextGaussian() {
    double radius = Math.sqrt(2 * nextExponential());
    return radius * StrictMath.cos(2 * Math.PI * nextDouble());
  }

  /** Exponential with mean 1; never 0, so a sum of draws can be divided by. */
  public double nextExponential() {
    // The middles of 2^52 equal cells: uniform, but neither 0 nor 1.
    double uniform = ((nextLong() >>> 12) + 0.5) * 0x1.0p-52;
    return -StrictMath.log(uniform);
  }
}
