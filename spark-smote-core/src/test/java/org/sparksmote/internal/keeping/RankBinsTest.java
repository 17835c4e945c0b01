// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bins of ranks: in order, without gaps, and as wide as they say. */
class RankBinsTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 100, 1_000, 1_000_000})
  void shares_areThoseOfOneWhole(int classes) {
    RankBins bins = new RankBins(classes);
    assertThat(IntStream.range(0, bins.size()).mapToDouble(bins::share).sum()).isEqualTo(1);
    assertThat(bins.of(0)).isZero();
    assertThat(bins.of(-1)).isEqualTo(bins.size() - 1);
  }

  @Test
  void bins_ascendWithRanks_andHoldTheirShare() {
    RankBins bins = new RankBins(2);
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      long a = random.nextLong() >>> random.nextInt(40);
      long b = random.nextLong() >>> random.nextInt(40);
      boolean below = Long.compareUnsigned(a, b) < 0;
      assertThat(bins.of(below ? a : b)).isLessThanOrEqualTo(bins.of(below ? b : a));
    }

    // What is below a rank is what the bins below its own say, but for its own bin.
    for (double rank : new double[] {1e-7, 1e-4, 0.013, 0.26, 0.5, 0.99}) {
      int bin = bins.of((long) (rank * 0x1.0p53) << 11);
      double below = IntStream.range(0, bin).mapToDouble(bins::share).sum();
      assertThat(rank).isBetween(below, below + bins.share(bin));
      assertThat(bins.share(bin)).isCloseTo(0, within(Math.max(rank / 1000, 1e-9)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 1_000, 1_000_000})
  void lastRankOfABin_isFollowedByTheNextBin(int classes) {
    RankBins bins = new RankBins(classes);
    for (int bin = 0; bin < bins.size(); bin++) {
      assertThat(bins.of(bins.last(bin))).isEqualTo(bin);
      assertThat(bins.of(bins.last(bin) + 1)).isEqualTo((bin + 1) % bins.size());
    }
  }

  @Test
  void moreClasses_shareTheNumbersThatAPassMayKeep() {
    for (int classes : new int[] {2, 150, 5_000, 11_000}) {
      assertThat((long) new RankBins(classes).size() * classes).isLessThanOrEqualTo(1 << 22);
    }

    assertThat(new RankBins(100).size()).isEqualTo(22 * 1024);
  }
}
