// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BasePlanTest {

  @Test
  void basesWithTheLowestRanks_getOneMore() {
    assertThat(BasePlan.even(8, new long[] {30, -10, 20})).containsExactly(2, 3, 3);
    assertThat(BasePlan.even(7, new long[] {30, -10, 20})).containsExactly(2, 3, 2);
    assertThat(BasePlan.even(6, new long[] {30, -10, 20})).containsExactly(2, 2, 2);
  }

  @Test
  void fewerRowsThanBases_useTheLowestRanksOnce() {
    assertThat(BasePlan.even(2, new long[] {5, 1, 4, 2})).containsExactly(0, 1, 0, 1);
    assertThat(BasePlan.even(0, new long[] {5, 1})).containsExactly(0, 0);
  }

  @Test
  void equalRanks_goToTheLowerIndex() {
    assertThat(BasePlan.even(2, new long[] {7, 7, 7})).containsExactly(1, 1, 0);
    assertThat(BasePlan.even(2, new long[] {7, 7, 1})).containsExactly(1, 0, 1);
  }

  @Test
  void hugeTotal_isExact() {
    long[] counts = BasePlan.even(Long.MAX_VALUE, new long[] {2, 1, 3});
    long third = Long.MAX_VALUE / 3;
    assertThat(counts).containsExactly(third, third + 1, third);
  }

  @Test
  void randomPlans_addUpAndDifferByOneAtMost() {
    Random random = new Random(2);
    for (int i = 0; i < 2000; i++) {
      long[] ranks = random.longs(1 + random.nextInt(50), 0, 40).toArray();
      long total = random.nextInt(500);
      long[] counts = BasePlan.even(total, ranks);
      assertThat(Arrays.stream(counts).sum()).isEqualTo(total);
      long floor = total / ranks.length;
      assertThat(Arrays.stream(counts)).allMatch(count -> count == floor || count == floor + 1);
    }
  }
}
