// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.sparksmote.internal.exact.DistinctCount;
import org.sparksmote.internal.strategy.ClassCount;

class DistinctRowsTest {

  private static final DistinctRows FEW =
      new DistinctRows(
          Map.of("a", hashes(1, 2, 3, 2, 1), "b", hashes(3, 4), "c", hashes(4, 5, 6, 7)));

  private static DistinctCount hashes(long... hashes) {
    DistinctCount count = new DistinctCount();
    LongStream.of(hashes).forEach(count::add);
    return count;
  }

  private static ClassCount count(String name, long usable) {
    return new ClassCount(name, name, usable, usable, usable, 0);
  }

  /** 1023 hashes, the 256th of which lies at a quarter of all: an estimate of 255 / (1 / 4). */
  private static DistinctRows many() {
    return new DistinctRows(
        Map.of("a", hashes(LongStream.rangeClosed(1, 1023).map(i -> i << 54).toArray())));
  }

  @Test
  void equalRowsOfAClass_areOne() {
    assertThat(FEW.of(count("a", 5))).isEqualTo(3);
    assertThat(FEW.atMost(count("a", 5))).isEqualTo(3);
  }

  @Test
  void rowsThatOtherClassesShare_areOne() {
    assertThat(FEW.ofOthers(count("a", 5))).as("3, 4, 5, 6, 7").isEqualTo(5);
    assertThat(FEW.ofOthers(count("c", 4))).as("1, 2, 3, 4").isEqualTo(4);
    assertThat(FEW.ofOthersAtMost(count("b", 2))).as("1 to 7").isEqualTo(7);
  }

  @Test
  void classWithoutValidRow_hasNone_andAllOthersAreOthers() {
    assertThat(FEW.of(count("d", 0))).isZero();
    assertThat(FEW.atMost(count("d", 9))).isZero();
    assertThat(FEW.ofOthers(count("d", 0))).isEqualTo(7);
  }

  @Test
  void manyRows_areEstimated_withHalfAsManyOnTopAtMost() {
    assertThat(many().of(count("a", 5000))).isEqualTo(1020);
    assertThat(many().atMost(count("a", 5000))).isEqualTo(1530);
    assertThat(many().ofOthers(count("b", 1))).isEqualTo(1020);
    assertThat(many().ofOthersAtMost(count("b", 1))).isEqualTo(1530);
  }

  @Test
  void estimate_isNeverMoreThanTheUsableRows() {
    assertThat(many().of(count("a", 1000))).isEqualTo(1000);
    assertThat(many().atMost(count("a", 1200))).isEqualTo(1200);
  }
}
