// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.testing.Refusal;

class CleanStrategyTest {

  /** Two largest and two smallest classes, of which the one with the smaller label counts. */
  private static final List<ClassCount> COUNTS =
      List.of(of(1, 50), of(2, 50), of(3, 20), of(4, 20));

  private static ClassCount of(int label, long rows) {
    return new ClassCount(label, String.valueOf(label), rows, rows, rows, 0);
  }

  private static String targets(String strategy) {
    return CleanStrategy.parse(strategy).targets(COUNTS).stream()
        .mapToObj(c -> COUNTS.get(c).name())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "auto | 1 2 4",
        "not minority | 1 2 4",
        "not majority | 2 3 4",
        "majority | 1",
        " all  | 1 2 3 4",
        "none | ~~",
        "[4, 2.0] | 2 4",
        "[\"3\"] | 3"
      })
  void classes_areThoseOfTheStrategy(String strategy, String wanted) {
    assertThat(targets(strategy)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0.5", "every", "{\"1\": 5}", "[]", "[null]", "[[1]]", "[1", "[1] 2", "[1.]"})
  void otherForms_areRefused(String strategy) {
    assertThat(Refusal.of(() -> CleanStrategy.parse(strategy)))
        .startsWith("[SMOTE-110] Cannot read samplingStrategy '" + strategy + "'");
  }

  @Test
  void minority_isRefused_andSoIsAClassThatIsNotThere() {
    assertThat(Refusal.of(() -> CleanStrategy.parse("minority"))).startsWith("[SMOTE-111]");
    assertThat(Refusal.of(() -> targets("[7]")))
        .startsWith("[SMOTE-031] Cannot resample class '7'");
  }

  @Test
  void lists_becomeTexts() {
    assertThat(CleanStrategy.json(List.of("a\"b", 2, true)))
        .isEqualTo("[\"a\\\"b\",\"2\",\"true\"]");
  }
}
