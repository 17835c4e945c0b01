// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.exact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RankedRowsTest {

  @Test
  void ofRanks_everyRowIsAnEntryOfItsOwn() {
    RankedRows rows = RankedRows.of(new long[] {7, -3, 7});
    assertThat(rows.entries()).isEqualTo(3);
    for (int entry = 0; entry < 3; entry++) {
      assertThat(rows.rows(entry)).isEqualTo(1);
    }
  }

  @Test
  void ofRanks_ranksAreThoseGiven() {
    RankedRows rows = RankedRows.of(new long[] {7, -3, 7});
    assertThat(rows.rank(0, 0)).isEqualTo(7);
    assertThat(rows.rank(1, 0)).isEqualTo(-3);
    assertThat(rows.rank(2, 0)).isEqualTo(7);
  }

  @Test
  void noRanks_areNoEntries() {
    assertThat(RankedRows.of(new long[0]).entries()).isZero();
  }

  /** Two of four: the lowest rank, and of equal ones the entry that comes first. */
  @Test
  void whoComesFirst_isWhoHasTheLowestRank_thenTheLowestEntry() {
    RankedRows rows = RankedRows.of(new long[] {9, 4, 4, -1});
    RankLimit second = RankLimit.of(2, new int[] {0, 1, 2, 3}, rows);
    assertThat(second).isEqualTo(new RankLimit(4, 1, 0));
    assertThat(second.includes(-1, 3, 0)).isTrue();
    assertThat(second.includes(4, 2, 0)).isFalse();
  }
}
