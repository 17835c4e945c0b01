// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.keeping;

import java.io.Serializable;

/**
 * Bins of random 64-bit ranks: the lower the rank, the narrower its bin, a thousandth of its
 * distance from 0. So the bins around the n-th lowest of N ranks hold about n / 1000 ranks, however
 * few n is of N.
 */
final class RankBins implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Halvings of the whole range: the lowest bins are as narrow as 2^-21 / 1024. */
  private static final int HALVINGS = 22;

  /** Bits below the leading one that tell bins apart. */
  private static final int MOST_BITS = 10;

  private static final int LEAST_BITS = 4;

  /** Numbers that a pass may keep, over all classes. */
  private static final int MOST_NUMBERS = 1 << 22;

  private final int bits;

  /** Bins for so many classes at most. */
  RankBins(int classes) {
    int possible = MOST_NUMBERS / HALVINGS / Math.max(1, classes);
    int room = 31 - Integer.numberOfLeadingZeros(Math.max(1, possible));
    bits = Math.max(LEAST_BITS, Math.min(MOST_BITS, room));
  }

  int size() {
    return HALVINGS << bits;
  }

  /** The bin of a rank, which is unsigned; bins ascend with ranks. */
  int of(long rank) {
    int zeros = Math.min(Long.numberOfLeadingZeros(rank), HALVINGS - 1);
    int part = zeros == HALVINGS - 1 ? zeros : zeros + 1; // the leading one itself is left out
    int within = (int) ((rank << part) >>> (Long.SIZE - bits));
    return ((HALVINGS - 1 - zeros) << bits) + within;
  }

  /** The highest rank of a bin, unsigned. */
  long last(int bin) {
    int group = bin >>> bits;
    int zeros = HALVINGS - 1 - group;
    long leading = group == 0 ? 0 : 1L << (Long.SIZE - 1 - zeros);
    int part = group == 0 ? zeros : zeros + 1;
    long next = (bin & ((1L << bits) - 1)) + 1;
    return leading + (next << (Long.SIZE - bits - part)) - 1;
  }

  /** The share of all ranks that is in a bin. */
  double share(int bin) {
    int group = bin >>> bits;
    int halved = group == 0 ? HALVINGS - 1 : HALVINGS - group;
    return Math.scalb(1.0, -halved - bits);
  }
}
