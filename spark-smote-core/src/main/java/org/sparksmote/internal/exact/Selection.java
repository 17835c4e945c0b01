// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.exact;

import java.util.Arrays;

/**
 * The value at a place in ascending order.
 *
 * @param value the value
 * @param ties how many of those that are equal to it come up to the place, this one included
 */
record Selection(long value, long ties) {

  private static final int DIGIT_BITS = 16;

  /** Where values are told, one after the other. */
  interface Sink {
    void accept(long value, long times);
  }

  /** Tells its values, in the same order whenever it is asked. */
  interface Source {
    void tell(Sink sink);
  }

  /**
   * Finds the value at place {@code count}, from 1. Values are counted digit by digit and never
   * kept, so that it takes no memory however many they are.
   */
  static Selection ofPlace(long count, Source values) {
    long[] seen = new long[1 << DIGIT_BITS];
    long prefix = 0;
    long left = count;
    for (int shift = Long.SIZE - DIGIT_BITS; shift >= 0; shift -= DIGIT_BITS) {
      Arrays.fill(seen, 0);
      countDigits(prefix, shift, values, seen);
      int digit = 0;
      while (left > seen[digit]) {
        left -= seen[digit++];
      }

      prefix = prefix << DIGIT_BITS | digit;
    }

    return new Selection(prefix ^ Long.MIN_VALUE, left);
  }

  /** Counts the digits at {@code shift} of the values whose digits before are the prefix. */
  private static void countDigits(long prefix, int shift, Source values, long[] seen) {
    int above = shift + DIGIT_BITS;
    values.tell(
        (value, times) -> {
          long unsigned = value ^ Long.MIN_VALUE;
          if (above == Long.SIZE || unsigned >>> above == prefix) {
            seen[(int) (unsigned >>> shift) & (seen.length - 1)] += times;
          }
        });
  }
}
