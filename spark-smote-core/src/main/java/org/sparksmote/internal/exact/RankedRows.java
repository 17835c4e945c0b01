// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.exact;

/**
 * Rows in a keyed order. Rows that are alike form an entry, so that what is kept of them grows with
 * the entries and not with the rows.
 */
public interface RankedRows {

  /** How many entries there are. */
  int entries();

  /** How many rows an entry stands for; at least one. */
  long rows(int entry);

  /** The keyed rank of a row of an entry, see {@code KeyedRandom.rank}. */
  long rank(int entry, long row);

  /** Rows that are all different. */
  static RankedRows of(long[] ranks) {
    return new RankedRows() {
      @Override
      public int entries() {
        return ranks.length;
      }

      @Override
      public long rows(int entry) {
        return 1;
      }

      @Override
      public long rank(int entry, long row) {
        return ranks[entry];
      }
    };
  }
}
