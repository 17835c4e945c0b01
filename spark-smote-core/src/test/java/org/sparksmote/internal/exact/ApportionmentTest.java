// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sparksmote.internal.keyed.KeyedRandom;

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

  private static long[] share(long total, double... weights) {
    long[] ranks = new long[weights.length];
    Arrays.setAll(ranks, i -> i);
    return share(total, weights, ranks);
  }

  private static long[] share(long total, double[] weights, long[] ranks) {
    return SharesTest.each(
        Apportionment.largestRemainder(total, weights, RankedRows.of(ranks)), ranks.length);
  }

  @Test
  void realWeights_followHamiltonsExampleToo() {
    assertThat(share(10, 0.47, 0.16, 0.158, 0.12, 0.061, 0.031)).containsExactly(5, 2, 1, 1, 1, 0);
    assertThat(share(60, 0.125, 0.25, 0.375)).containsExactly(10, 20, 30);
  }

  @Test
  void equalRemaindersOfRealWeights_goToTheSmallerRank() {
    double[] weights = {1, 2, 1, 2};
    long[] ranks = {30, -10, 20, 10};
    // Quotas 1.5, 3, 1.5, 3 of 9, then 1/6, 1/3, 1/6, 1/3 of 1.
    assertThat(share(9, weights, ranks)).containsExactly(1, 3, 2, 3);
    assertThat(share(1, weights, ranks)).containsExactly(0, 1, 0, 0);
    assertThat(share(1, weights, new long[] {1, 2, 3, -4})).containsExactly(0, 0, 0, 1);
  }

  @Test
  void wholeWeights_areSharedExactly() {
    // Quotas 3, 2.5 and 2.5; were 5 scaled to 2^40, 3 would not be 3/5 of it.
    assertThat(share(8, 6, 5, 5)).containsExactly(3, 3, 2);
    assertThat(share(16, 5, 3)).containsExactly(10, 6);
    assertThat(share(4, 5, 3)).containsExactly(3, 1); // 2.5 and 1.5: the lower rank
    assertThat(share(12, 0x1.0p40, 0x1.8p39, 0x1.0p39)).containsExactly(5, 4, 3);
  }

  @Test
  void equalWeights_shareAsThePlanOfEvenBasesDoes() {
    Random random = new Random(6);
    for (int i = 0; i < 2000; i++) {
      long[] ranks = random.longs(1 + random.nextInt(50), -20, 20).toArray();
      double[] weights = new double[ranks.length];
      Arrays.fill(weights, Math.abs(random.nextGaussian()) + 1e-300);
      long total = random.nextLong() >>> (1 + random.nextInt(62));
      Shares even = Shares.even(total, RankedRows.of(ranks));
      assertThat(share(total, weights, ranks)).isEqualTo(SharesTest.each(even, ranks.length));
    }
  }

  @Test
  void zeroAndVanishingWeights_getNothing() {
    assertThat(share(5, 0, 0.1, 0, 0.1)).containsExactly(0, 3, 0, 2);
    assertThat(share(Long.MAX_VALUE, 0, 3, 0x1.0p-50)).containsExactly(0, Long.MAX_VALUE, 0);
    assertThat(share(0, 0, 0)).containsExactly(0, 0);
    assertThat(share(0)).isEmpty();
  }

  @Test
  void extremeRealWeights_neitherOverflowNorVanish() {
    assertThat(share(4, Double.MAX_VALUE, Double.MAX_VALUE)).containsExactly(2, 2);
    assertThat(share(3, Double.MIN_VALUE, 2 * Double.MIN_VALUE)).containsExactly(1, 2);
  }

  @Test
  void weightsThatAreNoWeights_areRefused() {
    for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> share(5, 1, bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("but got " + bad);
    }

    assertThatThrownBy(() -> share(5, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("total=5");
  }

  /** The oracle divides in BigInteger and sorts in objects. */
  @Test
  void randomRealShares_agreeWithThePlainComputation() {
    Random random = new Random(7);
    for (int i = 0; i < 5000; i++) {
      long total = random.nextLong() >>> (1 + random.nextInt(62));
      long[] ranks = random.longs(1 + random.nextInt(20), 0, 10).toArray();
      double[] weights = new double[ranks.length];
      int kind = random.nextInt(3);
      for (int j = 0; j < weights.length; j++) {
        weights[j] =
            switch (kind) {
              case 0 -> random.nextInt(4);
              case 1 -> random.nextDouble();
              default -> Math.exp(20 * random.nextGaussian());
            };
      }

      weights[0] += kind == 0 ? 1 : 0.5;
      assertThat(share(total, weights, ranks)).isEqualTo(plainShares(total, weights, ranks));
    }
  }

  private static long[] plainShares(long total, double[] weights, long[] ranks) {
    double largest = Arrays.stream(weights).max().getAsDouble();
    boolean exact = Arrays.stream(weights).allMatch(weight -> weight == Math.rint(weight));
    double scale = exact && largest <= 1L << 40 ? 1 : (1L << 40) / largest;
    long[] whole = new long[weights.length];
    Arrays.setAll(whole, i -> (long) Math.rint(weights[i] * scale));
    BigInteger sum = BigInteger.valueOf(Arrays.stream(whole).sum());
    BigInteger[][] parts = new BigInteger[whole.length][];
    Arrays.setAll(
        parts,
        i ->
            BigInteger.valueOf(total)
                .multiply(BigInteger.valueOf(whole[i]))
                .divideAndRemainder(sum));
    long[] shares = Arrays.stream(parts).mapToLong(part -> part[0].longValueExact()).toArray();
    long left = total - Arrays.stream(shares).sum();
    Comparator<Integer> order = Comparator.comparing(i -> parts[i][1].negate());
    IntStream.range(0, whole.length)
        .boxed()
        .sorted(order.thenComparing(i -> ranks[i]))
        .limit(left)
        .forEach(i -> shares[i]++);
    return shares;
  }

  @Test
  void millionsOfEntries_addUp() {
    double[] weights = new double[5_000_000];
    long[] ranks = new long[weights.length];
    for (int i = 0; i < weights.length; i++) {
      ranks[i] = KeyedRandom.rank(1, i, 0);
      weights[i] = i % 2 == 0 ? 1 : 1 - i * 1e-8;
    }

    long[] shares = share(12_345_678, weights, ranks);
    assertThat(Arrays.stream(shares).sum()).isEqualTo(12_345_678);
    assertThat(Arrays.stream(shares)).allMatch(share -> share == 2 || share == 3);
  }
}
