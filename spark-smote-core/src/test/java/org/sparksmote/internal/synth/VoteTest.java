// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sparksmote.internal.keyed.KeyedRandom;
import org.sparksmote.internal.keyed.NominalCode;

class VoteTest {

  /** How often each voter wins 6,000 votes. */
  private static Map<Integer, Integer> wins(double... values) {
    Map<Integer, Integer> wins = new TreeMap<>();
    for (int copy = 0; copy < 6000; copy++) {
      wins.merge(Vote.winner(values, KeyedRandom.of(1, 2, 0, copy)), 1, Integer::sum);
    }

    return wins;
  }

  @Test
  void mostFrequentValue_wins_byItsNearestVoter() {
    assertThat(wins(7, 3, 3, 7, 3)).containsOnlyKeys(1);
    assertThat(wins(7, 3, 3, 7, 7)).containsOnlyKeys(0);
    assertThat(wins(1, 2, 3, 3)).containsOnlyKeys(2);
  }

  @Test
  void tiedValues_winEquallyOften_eachByItsNearestVoter() {
    assertThat(wins(5, 9, 9, 5, 1)).containsOnlyKeys(0, 1);
    assertThat(wins(1, 9, 5, 5, 9)).containsOnlyKeys(1, 2);
    assertThat(wins(5, 9, 9, 5, 1).values()).allMatch(count -> count > 2800 && count < 3200);
    assertThat(wins(4, 3, 2, 1).values())
        .hasSize(4)
        .allMatch(count -> count > 1350 && count < 1650);
  }

  @Test
  void oneVoter_decides() {
    assertThat(wins(NominalCode.MISSING)).containsOnlyKeys(0);
  }
}
