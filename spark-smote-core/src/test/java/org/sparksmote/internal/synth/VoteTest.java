// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.synth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VoteTest {

  @Test
  void mostFrequentValue_wins_byItsNearestVoter() {
    assertThat(Vote.winner(new double[] {7, 3, 3, 7, 3})).isEqualTo(1);
    assertThat(Vote.winner(new double[] {7, 3, 3, 7, 7})).isEqualTo(0);
    assertThat(Vote.winner(new double[] {1, 2, 3, 3})).isEqualTo(2);
  }

  @Test
  void tie_goesToTheNearestVoter() {
    assertThat(Vote.winner(new double[] {5, 9, 9, 5, 1})).isEqualTo(0);
    assertThat(Vote.winner(new double[] {1, 9, 5, 5, 9})).isEqualTo(1);
    assertThat(Vote.winner(new double[] {4, 3, 2, 1})).isEqualTo(0);
  }

  @Test
  void oneVoter_decides() {
    assertThat(Vote.winner(new double[] {NominalCode.MISSING})).isEqualTo(0);
  }
}
