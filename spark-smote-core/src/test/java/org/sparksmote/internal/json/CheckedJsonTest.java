// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sparksmote.errors.SmoteException;
import org.sparksmote.testing.Refusal;

class CheckedJsonTest {

  private static CheckedJson json(String text) {
    return CheckedJson.of(
        text.replace('\'', '"'),
        reason -> SmoteException.of(1, "read this: %s. Check it.", reason));
  }

  @Test
  void fieldsOfTheRightKind_areTaken() {
    CheckedJson json = json("{'name': 'a', 'rows': 3, 'share': 0.25, 'inner': {'x': 1}}");
    assertThat(json.text("name")).isEqualTo("a");
    assertThat(json.count("rows", 3)).isEqualTo(3);
    assertThat(json.amount("share")).isEqualTo(0.25);
    assertThat(json.amount("rows")).isEqualTo(3);
    assertThat(json.object("inner").count("x", 9)).isEqualTo(1);
    assertThat(json.fields().keySet()).containsExactly("name", "rows", "share", "inner");
  }

  @Test
  void textThatIsNoObject_isRefused() {
    for (String text : new String[] {"", "[1]", "3", "{'a': 1", "{'a': 1} 2", "{'a': 1, 'a': 2}"}) {
      assertThat(Refusal.of(() -> json(text))).as(text).contains("the text is no JSON object");
    }
  }

  @Test
  void missingField_isNamed() {
    assertThat(Refusal.of(() -> json("{}").text("name"))).contains("name is missing");
  }

  @Test
  void fieldOfAnotherKind_isShown() {
    assertThat(Refusal.of(() -> json("{'name': 3}").text("name")))
        .contains("name is 3 and not a text");
    assertThat(Refusal.of(() -> json("{'inner': []}").object("inner")))
        .contains("inner is [] and not an object");
    assertThat(Refusal.of(() -> json("{'all': {}}").list("all")))
        .contains("all is {} and not a list");
  }

  @Test
  void count_isAWholeNumberUpToAMost_neverRoundedOrWrapped() {
    for (String number : new String[] {"-1", "1.5", "3.0", "11", "18446744073709551617", "'3'"}) {
      assertThat(Refusal.of(() -> json("{'rows': " + number + "}").count("rows", 10)))
          .as(number)
          .contains("not a whole number of 0 or more");
    }

    assertThat(json("{'rows': 9223372036854775807}").count("rows", Long.MAX_VALUE))
        .isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void amount_isAFiniteNumberFromZero() {
    for (String number : new String[] {"-0.5", "1e999", "'1'", "null"}) {
      assertThat(Refusal.of(() -> json("{'share': " + number + "}").amount("share")))
          .as(number)
          .contains("not a number of 0 or more");
    }
  }

  @Test
  void fieldInside_isNamedWithItsWay() {
    CheckedJson json = json("{'all': [{'n': 1}, {'n': true}], 'inner': {'x': {}}}");
    assertThat(json.objects("all")).hasSize(2);
    assertThat(json.objects("all").get(0).count("n", 1)).isEqualTo(1);
    assertThat(Refusal.of(() -> json.objects("all").get(1).count("n", 1)))
        .contains("all[1].n is true and not");
    assertThat(Refusal.of(() -> json.object("inner").object("x").text("y")))
        .contains("inner.x.y is missing");
  }

  @Test
  void fieldNobodyReads_isRefused() {
    CheckedJson json = json("{'a': 1, 'b': 2}");
    json.requireOnly(Set.of("a", "b", "c"));
    assertThat(Refusal.of(() -> json.requireOnly(Set.of("a"))))
        .contains("\"b\" is not a field of it");
  }

  @Test
  void shownText_isShort_andOnOneLine() {
    assertThat(CheckedJson.shown("a\u2028b")).isEqualTo("\"a\\u2028b\"");
    assertThat(CheckedJson.shown("x".repeat(100))).hasSize(60).endsWith("x...");
    assertThat(CheckedJson.shown("x".repeat(58))).hasSize(60).endsWith("x\"");
  }

  @Test
  void has_asksForAFieldOrItsText() {
    CheckedJson json = json("{'a': 'x', 'b': 1}");
    assertThat(json.has("a")).isTrue();
    assertThat(json.has("c")).isFalse();
    assertThat(json.has("a", "x")).isTrue();
    assertThat(json.has("b", "1")).as("a number is no text").isFalse();
  }
}
