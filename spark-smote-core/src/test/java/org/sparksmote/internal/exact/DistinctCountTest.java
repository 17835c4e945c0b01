// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.sparksmote.internal.keyed.ContentKey;

class DistinctCountTest {

  private static DistinctCount count(LongStream rows) {
    DistinctCount count = new DistinctCount();
    rows.forEach(row -> count.add(ContentKey.digest(row)));
    return count;
  }

  @Test
  void fewRows_areCountedExactly_howeverOften() {
    assertThat(new DistinctCount().estimate()).isZero();
    assertThat(count(LongStream.range(0, 255)).estimate()).isEqualTo(255);
    assertThat(count(new Random(1).longs(10_000, 0, 200)).estimate()).isEqualTo(200);
  }

  /** The relative error has a deviation of 1 / sqrt(254), so 25 % are four of them. */
  @Test
  void manyRows_areEstimated() {
    for (long rows : new long[] {256, 1_000, 20_000, 1_000_000}) {
      assertThat(count(LongStream.range(0, rows)).estimate())
          .as(rows + " rows")
          .isCloseTo(rows, withinPercentage(25));
    }
  }

  @Test
  void parts_mergeToTheSame_inAnyOrder() {
    DistinctCount whole = count(LongStream.range(0, 5_000));
    DistinctCount merged = count(LongStream.range(3_000, 5_000));
    merged.merge(DistinctCount.of(count(LongStream.range(0, 100)).toArray()));
    merged.merge(count(LongStream.range(0, 4_000).map(i -> 3_999 - i)));
    merged.merge(new DistinctCount());
    assertThat(merged.toArray()).isEqualTo(whole.toArray());
    assertThat(merged.estimate()).isEqualTo(whole.estimate());
  }
}
