// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.params;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparksmote.testing.Refusal;

class ParamCheckTest {

  @Test
  void whole_takesWholeNumbersWithinItsEnds() {
    ParamCheck<Number> check = ParamCheck.whole("k", 1, 10);
    for (Object good : new Object[] {1, 10, 5L, (short) 3}) {
      assertThat(check.apply(good)).as("%s", good).isEqualTo(true);
    }

    for (Object bad : new Object[] {0, 11, 3.0, "3", BigDecimal.ONE, (1L << 32) + 3}) {
      assertThat(check.apply(bad)).as("%s", bad).isEqualTo(false);
    }

    assertThat(check.least()).isEqualTo(1L);
    assertThat(check.most()).isEqualTo(10L);
  }

  @Test
  void whole_endsOfTheType_areNoEnds() {
    assertThat(ParamCheck.whole("k", 1, Integer.MAX_VALUE).most()).isNull();
    ParamCheck<Number> any = ParamCheck.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE);
    assertThat(any.least()).isNull();
    assertThat(any.most()).isNull();
    assertThat(any.apply(Long.MIN_VALUE)).isEqualTo(true);
  }

  @Test
  void number_takesAnyNumberWithinItsEnds_butNotNaN() {
    ParamCheck<Number> check = ParamCheck.number("share", 0.5, 2);
    for (Object good : new Object[] {0.5, 2.0, 1, 1.5f}) {
      assertThat(check.apply(good)).as("%s", good).isEqualTo(true);
    }

    for (Object bad : new Object[] {0.4, 2.1, Double.NaN, "1"}) {
      assertThat(check.apply(bad)).as("%s", bad).isEqualTo(false);
    }

    assertThat(ParamCheck.number("share", 0, Double.MAX_VALUE).most()).isNull();
  }

  @Test
  void oneOf_takesItsTextsOnly_andTellsThem() {
    ParamCheck<String> check = ParamCheck.oneOf("mode", "a", "b");
    assertThat(check.apply("b")).isEqualTo(true);
    assertThat(check.apply("B")).isEqualTo(false);
    assertThat(check.apply(1)).isEqualTo(false);
    assertThat(check.allowed()).containsExactly("a", "b");
    assertThat(check.type()).isEqualTo(String.class);
  }

  @Test
  void ruleOfAType_isAskedForValuesOfTheTypeOnly() {
    ParamCheck<String> check = ParamCheck.of("name", String.class, name -> !name.isEmpty());
    assertThat(check.apply("x")).isEqualTo(true);
    assertThat(check.apply("")).isEqualTo(false);
    assertThat(check.apply(List.of())).isEqualTo(false);
  }

  @Test
  void arrayWithNull_isRefused_withTheParam() {
    String[] names = {"a", null};
    assertThat(Refusal.of(() -> ParamCheck.notNull("inputCols", names)))
        .startsWith("[SMOTE-013]")
        .contains("inputCols");
    String[] good = {"a"};
    assertThat(ParamCheck.notNull("inputCols", good)).isSameAs(good);
  }

  @Test
  void texts_areTheElements_ifAllAreTexts() {
    assertThat(ParamCheck.texts("inputCols", List.of("a", "b"))).containsExactly("a", "b");
    assertThat(Refusal.of(() -> ParamCheck.texts("inputCols", List.of("a", 2))))
        .startsWith("[SMOTE-064]")
        .contains("Integer", "inputCols");
    List<Object> withNull = new ArrayList<>(List.of("a"));
    withNull.add(null);
    assertThat(Refusal.of(() -> ParamCheck.texts("inputCols", withNull))).startsWith("[SMOTE-013]");
  }
}
