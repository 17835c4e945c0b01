// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.keeping;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Bins that hold a wanted number of ranks between them, so that an exact number of rows can be
 * taken without asking which rows are in a bin: the lowest bins as far as they fit, and for what is
 * missing then, bins that are exchanged for larger ones. Which ranks are in a bin is random, and so
 * is how many.
 */
final class WholeBins {

  /**
   * Where the bins that fit end just where bins begin to be twice as wide, no two differ by little.
   * With a few less to begin with, wide bins are among those that are exchanged.
   */
  private static final int MOST_FEWER = 63;

  private final BitSet kept = new BitSet();
  private final NavigableMap<Long, Deque<Integer>> in =
      new TreeMap<>(); // bins that are kept, by count
  private final NavigableMap<Long, Deque<Integer>> out = new TreeMap<>();
  private long missing;

  private WholeBins(long[] counts, long total, int fewer) {
    missing = total;
    takeLowest(counts, fewer);
  }

  /** Such bins, or none if no exchange comes nearer to the number. */
  static Optional<BitSet> choose(long[] counts, long total) {
    for (int fewer = 0; fewer <= MOST_FEWER; fewer += fewer + 1) {
      WholeBins bins = new WholeBins(counts, total, fewer);
      boolean nearer = true;
      while (bins.missing > 0 && nearer) {
        nearer = bins.exchange();
      }

      if (bins.missing == 0) {
        return Optional.of(bins.kept);
      }
    }

    return Optional.empty();
  }

  /** The lowest bins that fit, but for the last few of them. */
  private void takeLowest(long[] counts, int fewer) {
    int end = 0;
    long left = missing;
    while (end < counts.length && counts[end] <= left) {
      left -= counts[end++];
    }

    for (int bin = 0; bin < counts.length; bin++) {
      boolean isKept = bin < end - fewer;
      if (counts[bin] > 0) {
        bins(isKept ? in : out, counts[bin]).add(bin);
        kept.set(bin, isKept);
        missing -= isKept ? counts[bin] : 0;
      }
    }
  }

  /** The exchange that gains most without exceeding the number; or a bin for nothing. */
  private boolean exchange() {
    long given = 0;
    long best = floor(missing);
    for (long count : in.keySet()) {
      long gain = floor(count + missing) - count;
      if (gain > best) {
        best = gain;
        given = count;
      }
    }

    if (best <= 0) {
      return false;
    }

    if (given > 0) {
      move(in, out, given);
    }

    move(out, in, given + best);
    missing -= best;
    return true;
  }

  private long floor(long most) {
    Map.Entry<Long, ?> found = out.floorEntry(most);
    return found == null ? 0 : found.getKey();
  }

  private void move(
      NavigableMap<Long, Deque<Integer>> from, NavigableMap<Long, Deque<Integer>> to, long count) {
    Deque<Integer> bins = bins(from, count);
    int bin = bins.removeFirst();
    if (bins.isEmpty()) {
      from.remove(count);
    }

    bins(to, count).addLast(bin); // last, so that what was moved is not moved back at once
    kept.flip(bin);
  }

  private static Deque<Integer> bins(NavigableMap<Long, Deque<Integer>> all, long count) {
    return all.computeIfAbsent(count, any -> new ArrayDeque<>());
  }
}
