// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.internal.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ApportionmentTest {

  /**
   * The classic example of Hamilton's method: quotas 4.7, 1.6, 1.58, 1.2, 0.61, 0.31 of 10 seats.
   */
  @Test
  void largestRemainders_getTheSeatsLeftOver() {
    long[] votes = {47_000, 16_000, 15_800, 12_000, 6_100, 3_100};
    assertThat(Apportionment.largestRemainder(10, votes)).containsExactly(5, 2, 1, 1, 1, 0);
  }

  @Test
  void equalRemainders_goToTheLowerIndexFirst() {
    assertThat(Apportionment.largestRemainder(2, new long[] {1, 1, 1})).containsExactly(1, 1, 0);
  }

  @Test
  void wholeQuotas_areKept() {
    assertThat(Apportionment.largestRemainder(60, new long[] {1, 2, 3}))
        .containsExactly(10, 20, 30);
  }

  @Test
  void nothingToShare_isNothingForEveryone() {
    assertThat(Apportionment.largestRemainder(0, new long[] {3, 4})).containsExactly(0, 0);
    assertThat(Apportionment.largestRemainder(0, new long[] {0, 0})).containsExactly(0, 0);
  }

  @Test
  void zeroWeight_getsNothing() {
    assertThat(Apportionment.largestRemainder(5, new long[] {0, 7, 0})).containsExactly(0, 5, 0);
  }

  @Test
  void allWeightsZero_isRefused() {
    assertThatThrownBy(() -> Apportionment.largestRemainder(5, new long[] {0, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("total=5");
  }

  @Test
  void hugeTotalsAndWeights_areExact() {
    long huge = Long.MAX_VALUE;
    assertThat(Apportionment.largestRemainder(huge, new long[] {huge, huge, huge - 1}))
        .containsExactly(huge / 3 + 1, huge / 3, huge / 3);
  }

  @Test
  void randomShares_addUpAndAreTheQuotaRoundedDownOrUp() {
    Random random = new Random(5);
    for (int i = 0; i < 10_000; i++) {
      long total = random.nextLong() >>> (1 + random.nextInt(62));
      long[] weights = random.longs(1 + random.nextInt(20), 0, 1L << random.nextInt(40)).toArray();
      weights[0]++;
      long[] shares = Apportionment.largestRemainder(total, weights);
      assertThat(Arrays.stream(shares).sum()).isEqualTo(total);
      BigInteger sum = BigInteger.valueOf(Arrays.stream(weights).sum());
      for (int j = 0; j < shares.length; j++) {
        BigInteger quota = BigInteger.valueOf(total).multiply(BigInteger.valueOf(weights[j]));
        assertThat(shares[j] - quota.divide(sum).longValueExact()).isBetween(0L, 1L);
      }
    }
  }
}
