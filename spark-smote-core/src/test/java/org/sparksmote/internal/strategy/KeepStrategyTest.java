// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.testing.Refusal;

/** The under-sampling column of imbalanced-learn's {@code check_sampling_strategy}, row by row. */
class KeepStrategyTest {

  /** Classes 0, 1, 2 … of the given sizes. */
  private static List<ClassCount> counts(long... rows) {
    List<ClassCount> counts = new ArrayList<>();
    for (int label = 0; label < rows.length; label++) {
      counts.add(
          new ClassCount(label, String.valueOf(label), rows[label], rows[label], rows[label], 0));
    }

    return counts;
  }

  private static long[] keep(String strategy, long... rows) {
    return KeepStrategy.parse(strategy).rowsToKeep(counts(rows));
  }

  @ParameterizedTest
  @CsvSource({
    "auto, 10, 10, 10",
    "not minority, 10, 10, 10",
    "all, 10, 10, 10",
    "majority, 10, 10, 30",
    "not majority, 50, 10, 10",
    "none, 50, 10, 30"
  })
  void namedClasses_areCutToTheSmallest(String strategy, long a, long b, long c) {
    assertThat(keep(strategy, 50, 10, 30)).containsExactly(a, b, c);
    assertThat(KeepStrategy.isByCount(strategy)).isEqualTo(!KeepStrategy.isNone(strategy));
  }

  @Test
  void ofEquallyLargeClasses_theSmallestLabelIsTheMajority() {
    assertThat(keep("majority", 10, 50, 50)).containsExactly(10, 10, 50);
    assertThat(keep("not majority", 10, 50, 50)).containsExactly(10, 50, 10);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 20", "0.3, 33", "1, 10", "0.2, 50", "0.199, 50", "1e0, 10"})
  void ratio_cutsTheMajority_toAWholeNumberBelow(String ratio, long kept) {
    assertThat(keep(ratio, 50, 10)).containsExactly(kept, 10);
    assertThat(keep(ratio, 10, 50)).containsExactly(10, kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.19", "1e-999999999"})
  void ratioThatWouldAddRows_isRefused(String ratio) {
    assertThat(Refusal.of(() -> keep(ratio, 50, 10)))
        .startsWith("[SMOTE-102] Cannot reach the ratio ")
        .contains("class '0' has only 50");
  }

  @Test
  void ratioOfThreeClasses_isRefused() {
    assertThat(Refusal.of(() -> keep("0.5", 50, 10, 30))).startsWith("[SMOTE-033]");
  }

  @Test
  void totals_cutTheNamedClasses_alsoToNothing() {
    assertThat(keep("{\"0\": 50, \"2\": 0}", 50, 10, 30)).containsExactly(50, 10, 0);
    assertThat(Refusal.of(() -> keep("{\"1\": 11}", 50, 10, 30)))
        .isEqualTo(
            "[SMOTE-103] Cannot keep 11 rows of class '1', which has 10: under-sampling only takes"
                + " away. Ask for at most 10 in samplingStrategy, or leave the class out.");
    assertThat(Refusal.of(() -> keep("{\"7\": 1}", 50, 10))).startsWith("[SMOTE-031]");
    assertThat(Refusal.of(() -> keep("{\"0\": -1}", 50, 10))).startsWith("[SMOTE-036]");
    assertThat(Refusal.of(() -> keep("{\"1\": 1, \"1.0\": 2}", 50, 10)))
        .startsWith("[SMOTE-100] Cannot read samplingStrategy '{1=1, 1.0=2}' of an under");
  }

  @Test
  void minority_andWordsThatMeanNothing_areRefused() {
    assertThat(Refusal.of(() -> keep("minority", 50, 10)))
        .startsWith("[SMOTE-101] Cannot under-sample the minority to its own size.");
    assertThat(Refusal.of(() -> keep("most", 50, 10)))
        .startsWith("[SMOTE-100] Cannot read samplingStrategy 'most' of an under-sampler.");
    assertThat(Refusal.of(() -> keep("1.5", 50, 10))).startsWith("[SMOTE-034]");
  }
}
