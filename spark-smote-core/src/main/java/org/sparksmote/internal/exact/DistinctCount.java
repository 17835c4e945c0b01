// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.exact;

import java.util.Arrays;

/**
 * About how many different rows there are, from the smallest of their hashes (Bar-Yossef, Jayram,
 * Kumar, Sivakumar and Trevisan, "Counting distinct elements in a data stream", RANDOM 2002): exact
 * up to {@value #KEPT}, beyond that within 6 % as a rule. The same whatever the order of the rows
 * and of merges.
 */
public final class DistinctCount {

  private static final int KEPT = 256;

  private final long[] smallest = new long[KEPT]; // ascending, as unsigned numbers but shifted
  private int kept;

  /** Counts a row. */
  public void add(long hash) {
    long shifted = hash ^ Long.MIN_VALUE;
    if (kept == KEPT && shifted >= smallest[KEPT - 1]) {
      return;
    }

    int found = Arrays.binarySearch(smallest, 0, kept, shifted);
    if (found < 0) {
      int at = -found - 1;
      kept = Math.min(kept + 1, KEPT);
      System.arraycopy(smallest, at, smallest, at + 1, kept - 1 - at);
      smallest[at] = shifted;
    }
  }

  /** Counts the rows of another part. */
  public void merge(DistinctCount other) {
    for (int i = 0; i < other.kept; i++) {
      add(other.smallest[i] ^ Long.MIN_VALUE);
    }
  }

  /** What was counted, for {@link #of}. */
  public long[] toArray() {
    return Arrays.copyOf(smallest, kept);
  }

  /** Reads what {@link #toArray} wrote. */
  public static DistinctCount of(long[] written) {
    DistinctCount count = new DistinctCount();
    System.arraycopy(written, 0, count.smallest, 0, written.length);
    count.kept = written.length;
    return count;
  }

  /** A number that there are hardly ever more than. */
  public long atMost() {
    return kept < KEPT ? kept : estimate() * 3 / 2; // eight standard deviations
  }

  /** How many different rows there are, about. */
  public long estimate() {
    if (kept < KEPT) {
      return kept;
    }

    double share = (smallest[KEPT - 1] * 0x1p-64) + 0.5; // of all hashes up to the last one kept
    return Math.round((KEPT - 1) / share);
  }
}
