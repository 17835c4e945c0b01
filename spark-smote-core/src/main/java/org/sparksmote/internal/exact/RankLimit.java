// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.exact;

/**
 * The last of the rows that come first in the keyed order.
 *
 * @param rank the rank of the last row
 * @param entry its entry: of equal ranks, which are almost impossible (64 bits), lower ones win
 * @param row its number in the entry
 */
record RankLimit(long rank, int entry, long row) {

  /** The limit of the {@code count} rows, at least one, that come first in some entries. */
  static RankLimit of(long count, int[] entries, RankedRows rows) {
    Selection last =
        Selection.ofPlace(
            count,
            sink -> {
              for (int entry : entries) {
                long size = rows.rows(entry);
                for (long row = 0; row < size; row++) {
                  sink.accept(rows.rank(entry, row), 1);
                }
              }
            });
    return find(last, entries, rows);
  }

  private static RankLimit find(Selection last, int[] entries, RankedRows rows) {
    long left = last.ties();
    for (int entry : entries) {
      long size = rows.rows(entry);
      for (long row = 0; row < size; row++) {
        if (rows.rank(entry, row) == last.value() && --left == 0) {
          return new RankLimit(last.value(), entry, row);
        }
      }
    }

    throw new IllegalStateException("ranks have changed");
  }

  /** Whether a row is the limit or comes before it. */
  boolean includes(long of, int inEntry, long number) {
    boolean before = inEntry < entry || (inEntry == entry && number <= row);
    return of < rank || (of == rank && before);
  }
}
