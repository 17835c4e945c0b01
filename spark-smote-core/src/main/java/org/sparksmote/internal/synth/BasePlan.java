// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.synth;

import java.util.Arrays;

/**
 * How many synthetic rows each base row gets. Bases are used evenly, as in Chawla et al. (2002):
 * with G rows to make from n bases each gets ⌊G/n⌋, and the G mod n that get one more are those
 * that come first in a keyed order.
 */
public final class BasePlan {

  private BasePlan() {}

  /**
   * Shares {@code total} rows evenly over the bases.
   *
   * @param ranks the keyed rank of every base, see {@link KeyedRandom#rank}; at least one
   * @return rows to make per base; they add up to {@code total}
   */
  public static long[] even(long total, long[] ranks) {
    long[] counts = new long[ranks.length];
    Arrays.fill(counts, total / ranks.length);
    int extra = (int) (total % ranks.length);
    if (extra > 0) {
      addExtra(counts, ranks, extra);
    }

    return counts;
  }

  private static void addExtra(long[] counts, long[] ranks, int extra) {
    long[] sorted = ranks.clone();
    Arrays.sort(sorted);
    long last = sorted[extra - 1];
    // Equal ranks are almost impossible (64 bits); the lower index wins, so that the sum is exact.
    int ties = extra;
    for (int i = 0; i < extra && sorted[i] < last; i++) {
      ties--;
    }

    for (int i = 0; i < ranks.length; i++) {
      if (ranks[i] < last || (ranks[i] == last && ties-- > 0)) {
        counts[i]++;
      }
    }
  }
}
