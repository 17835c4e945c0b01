// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.exact;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How many synthetic rows each base row gets. Rows of an entry get the same number, but for those
 * that get one more because they come first in the keyed order.
 */
public final class Shares {

  private final RankedRows rows;
  private final long[] each;
  private final @Nullable RankLimit[] more; // per entry: up to where rows get one more

  Shares(RankedRows rows) {
    this.rows = rows;
    this.each = new long[rows.entries()];
    this.more = new RankLimit[each.length];
  }

  /** Nothing for anybody. */
  public static Shares none(RankedRows rows) {
    return new Shares(rows);
  }

  /**
   * Uses bases evenly, as in Chawla et al. (2002): with G rows to make from n bases each gets
   * ⌊G/n⌋, and the G mod n that get one more are those that come first in the keyed order.
   */
  public static Shares even(long total, RankedRows rows) {
    Shares shares = new Shares(rows);
    shares.addEvenly(total, IntStream.range(0, rows.entries()).toArray());
    return shares;
  }

  /** Shares out evenly over the rows of some entries; none of them got one more before. */
  public void addEvenly(long total, int[] entries) {
    if (total == 0) {
      return;
    }

    long bases = 0;
    for (int entry : entries) {
      bases += rows.rows(entry);
    }

    long extra = total % bases;
    RankLimit limit = extra == 0 ? null : RankLimit.of(extra, entries, rows);
    for (int entry : entries) {
      each[entry] += total / bases;
      more[entry] = limit;
    }
  }

  /** Gives every row of an entry some more. */
  void add(int entry, long toEach) {
    each[entry] += toEach;
  }

  /** How many rows a row gets. */
  public long of(int entry, long row) {
    RankLimit limit = more[entry];
    return limit != null && limit.includes(rows.rank(entry, row), entry, row)
        ? each[entry] + 1
        : each[entry];
  }
}
