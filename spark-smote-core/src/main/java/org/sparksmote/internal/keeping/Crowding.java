// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.keeping;

import java.util.BitSet;

/**
 * Whether identical rows are so many that they should not stay or go together. It shows in how many
 * rows are in the bins of content: rows that all differ fill them as evenly as chance does.
 */
final class Crowding {

  /** Deviations beyond which a bin holds a content of many rows, and a few rows for empty bins. */
  private static final double DEVIATIONS = 8;

  private static final double FEW = 8;

  /** Chance gives 1 with an error of some hundredths; rows that are all there twice give 2. */
  private static final double EVEN = 1.5;

  private Crowding() {}

  /** The bins whose rows must be told apart from their copies. */
  static BitSet of(RankBins bins, long[] rows) {
    double total = sum(rows);
    BitSet crowded = new BitSet();
    double shares = 1;
    double others = total;
    for (int bin = 0; bin < rows.length; bin++) {
      double expected = total * bins.share(bin);
      if (rows[bin] > expected + DEVIATIONS * Math.sqrt(expected) + FEW) {
        crowded.set(bin);
        shares -= bins.share(bin);
        others -= rows[bin];
      }
    }

    if (unevenness(bins, rows, crowded, others / shares) > EVEN * others) {
      crowded.set(0, rows.length);
    }

    return crowded;
  }

  /** Squared differences from the numbers that chance would give. */
  private static double unevenness(RankBins bins, long[] rows, BitSet left, double total) {
    double sum = 0;
    for (int bin = 0; bin < rows.length; bin++) {
      if (!left.get(bin)) {
        double difference = rows[bin] - total * bins.share(bin);
        sum += difference * difference;
      }
    }

    return sum;
  }

  private static double sum(long[] rows) {
    double sum = 0;
    for (long count : rows) {
      sum += count;
    }

    return sum;
  }
}
