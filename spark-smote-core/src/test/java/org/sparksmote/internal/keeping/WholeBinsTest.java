// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bins whose counts add up to a number, whatever it is. */
class WholeBinsTest {

  private static long sum(long[] counts, BitSet bins) {
    return bins.stream().mapToLong(bin -> counts[bin]).sum();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 99, 5_000, 300_000, 599_999, 600_000})
  void binsOfManyRanks_addUpToTheNumber(long total) {
    RankBins bins = new RankBins(2);
    long[] counts = new long[bins.size()];
    Random random = new Random(3);
    LongStream.range(0, 600_000).forEach(i -> counts[bins.of(random.nextLong())]++);
    assertThat(WholeBins.choose(counts, total))
        .hasValueSatisfying(kept -> assertThat(sum(counts, kept)).isEqualTo(total));
  }

  @Test
  void lowestBins_areTaken_asFarAsTheyFit() {
    assertThat(WholeBins.choose(new long[] {3, 0, 2, 4, 1}, 5))
        .hasValueSatisfying(kept -> assertThat(kept).hasToString("{0, 2}"));
  }

  @Test
  void whatIsMissing_isExchanged() {
    // 7 + 7 fit, 4 are missing: a 7 goes for the 11.
    assertThat(WholeBins.choose(new long[] {7, 7, 11, 30}, 18))
        .hasValueSatisfying(kept -> assertThat(kept).hasToString("{1, 2}"));
    assertThat(WholeBins.choose(new long[] {5, 2}, 2))
        .hasValueSatisfying(kept -> assertThat(kept).hasToString("{1}"));
  }

  @Test
  void numberThatNoBinsHold_isNotReached() {
    assertThat(WholeBins.choose(new long[] {2, 4, 6}, 5)).isEmpty();
    assertThat(WholeBins.choose(new long[] {9}, 4)).isEmpty();
  }
}
