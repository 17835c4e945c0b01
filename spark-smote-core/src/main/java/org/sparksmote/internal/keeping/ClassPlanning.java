// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.keeping;

import java.util.BitSet;
import java.util.Optional;
import org.sparksmote.internal.exact.Apportionment;

/**
 * Which bins stay of a class: whole bins of rows if rows are different enough, and a fair share of
 * those that must be told from their copies first.
 */
final class ClassPlanning {

  private final RankBins binning;
  private final boolean withReplacement;

  ClassPlanning(RankBins binning, boolean withReplacement) {
    this.binning = binning;
    this.withReplacement = withReplacement;
  }

  /** The plan of a class; {@code sampled} tells whether the strategy is about it. */
  KeptRows.OfClass plan(ClassBins counted, long keep, boolean sampled) {
    long rows = counted.total();
    if (keep == rows && !(withReplacement && sampled)) {
      return new KeptRows.OfClass(true, new BitSet(), 0, new BitSet());
    }

    if (keep == 0) {
      return new KeptRows.OfClass(false, new BitSet(), 0, new BitSet());
    }

    BitSet crowded = Crowding.of(binning, counted.rows);
    // A row's ranks are in many bins, so that its content's bin does not tell which they are.
    boolean byBin = crowded.isEmpty() || (!withReplacement && !isAll(crowded));
    if (!byBin) {
      return everyRow(keep);
    }

    long[] single = counted.ranks.clone();
    long copied = 0;
    for (int bin = crowded.nextSetBit(0); bin >= 0; bin = crowded.nextSetBit(bin + 1)) {
      copied += single[bin];
      single[bin] = 0;
    }

    long share = Apportionment.largestRemainder(keep, new long[] {copied, rows - copied})[0];
    Optional<BitSet> kept = WholeBins.choose(single, keep - share);
    return kept.isPresent()
        ? new KeptRows.OfClass(false, crowded, share, kept.get())
        : everyRow(keep);
  }

  private boolean isAll(BitSet bins) {
    return bins.cardinality() == binning.size();
  }

  /** Every row of the class is told from its copies. */
  private KeptRows.OfClass everyRow(long keep) {
    BitSet all = new BitSet();
    all.set(0, binning.size());
    return new KeptRows.OfClass(false, all, keep, new BitSet());
  }
}
