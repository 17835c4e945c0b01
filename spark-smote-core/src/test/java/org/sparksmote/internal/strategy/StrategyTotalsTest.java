// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sparksmote.testing.Refusal;

class StrategyTotalsTest {

  private static Map<Object, Object> totals(Object... labelsAndTotals) {
    Map<Object, Object> totals = new LinkedHashMap<>();
    for (int i = 0; i < labelsAndTotals.length; i += 2) {
      totals.put(labelsAndTotals[i], labelsAndTotals[i + 1]);
    }

    return totals;
  }

  @Test
  void text_isJson_byAscendingLabel_whateverTheOrderOfTheMap() {
    String text = "{\"a\":7,\"b\":9000000000}";
    assertThat(StrategyTotals.json(totals("b", 9_000_000_000L, "a", 7))).isEqualTo(text);
    assertThat(StrategyTotals.json(totals("a", 7, "b", 9_000_000_000L))).isEqualTo(text);
    assertThat(StrategyTotals.json(Map.of())).isEqualTo("{}");
  }

  @Test
  void labelsOfAnyType_areWrittenAsTheyAreShown_andQuoted() {
    assertThat(StrategyTotals.json(totals(1, 5))).isEqualTo("{\"1\":5}");
    assertThat(StrategyTotals.json(totals(true, 5))).isEqualTo("{\"true\":5}");
    assertThat(StrategyTotals.json(totals("say \"x\"", 5))).isEqualTo("{\"say \\\"x\\\"\":5}");
  }

  @Test
  void text_isReadAsTheStrategyOfTheseTotals() {
    List<ClassCount> counts =
        List.of(new ClassCount("a", "a", 3, 3, 3, 0), new ClassCount("b", "b", 8, 8, 8, 0));
    String text = StrategyTotals.json(totals("a", 10));
    assertThat(SamplingStrategy.parse(text).rowsToMake(counts)).containsExactly(7, 0);
  }

  @Test
  void totalThatIsNoNumber_isRefused_withItsLabel() {
    assertThat(Refusal.of(() -> StrategyTotals.json(totals("b", "many"))))
        .startsWith("[SMOTE-039]")
        .contains("'b'", "many");
    assertThat(Refusal.of(() -> StrategyTotals.json(Collections.singletonMap("b", null))))
        .startsWith("[SMOTE-039]");
  }
}
