// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.keeping;

import java.io.Serializable;
import java.util.BitSet;
import org.sparksmote.internal.keyed.KeyedRandom;

/**
 * The ranks of a row: the n lowest ranks of a class are its n rows after the sampling. Without
 * replacement every row has one rank, uniform over all numbers. With replacement a row's ranks are
 * the arrivals of a Poisson process of its own: the n lowest of all arrivals are n independent
 * uniform draws of rows, because a Poisson process, once the number of its arrivals is given, is
 * just that.
 */
final class Draws implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Arrivals are followed until a row has had two on average: n rows are at most one. */
  private static final double WINDOW = 2;

  /** The salt of rows of which only the content is asked, and not the number among its copies. */
  static final int BY_CONTENT = 0;

  private final long seed;
  private final boolean withReplacement;
  private final RankBins bins;

  Draws(long seed, boolean withReplacement, RankBins bins) {
    this.seed = seed;
    this.withReplacement = withReplacement;
    this.bins = bins;
  }

  /**
   * Counts the ranks of a row by their bins.
   *
   * @param number of the row among those of its content
   * @param salt other numbers give other ranks
   */
  void count(long key, long number, int salt, long[] counts) {
    if (!withReplacement) {
      counts[bins.of(rank(key, number, salt))]++;
      return;
    }

    KeyedRandom random = KeyedRandom.of(seed, key, number, salt);
    for (double t = random.nextExponential(); t < WINDOW; t += random.nextExponential()) {
      counts[arrival(t)]++;
    }
  }

  boolean isWithReplacement() {
    return withReplacement;
  }

  /** How many ranks of a row are in some bins. */
  int times(long key, long number, int salt, BitSet kept) {
    if (!withReplacement) {
      return kept.get(bins.of(rank(key, number, salt))) ? 1 : 0;
    }

    int times = 0;
    KeyedRandom random = KeyedRandom.of(seed, key, number, salt);
    for (double t = random.nextExponential(); t < WINDOW; t += random.nextExponential()) {
      times += kept.get(arrival(t)) ? 1 : 0;
    }

    return times;
  }

  /** Content keys are random already, and so are bins of rows by content. */
  private long rank(long key, long number, int salt) {
    return salt == BY_CONTENT ? key : KeyedRandom.of(seed, key, number, salt).nextLong();
  }

  private int arrival(double time) {
    return bins.of((long) (time / WINDOW * 0x1.0p53) << 11);
  }
}
