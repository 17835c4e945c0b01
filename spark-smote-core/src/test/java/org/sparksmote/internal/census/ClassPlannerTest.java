// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparksmote.Smote;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.testing.Refusal;

/** What is planned for class b, which is to have 20 rows, beside a class a of 100. */
class ClassPlannerTest {

  private static final ClassCount LARGE = count("a", 100);

  private static ClassCount count(String name, long rows) {
    return new ClassCount(name, name, rows, rows, rows, 0);
  }

  private static Smote smote(String smallClass) {
    return new Smote()
        .setKNeighbors(5)
        .setSamplingStrategy("{\"b\": 20}")
        .setSmallClass(smallClass);
  }

  private static ClassPlan planB(Smote smote, boolean searched, long rows) {
    return ClassPlanner.plan(smote, searched, List.of(LARGE, count("b", rows))).get(1);
  }

  @Test
  void classesThatNobodyNames_areUntouched() {
    List<ClassPlan> plans = ClassPlanner.plan(smote("error"), true, List.of(LARGE, count("b", 6)));
    assertThat(plans).hasSize(2);
    assertThat(plans.get(0).isUntouched()).isTrue();
    assertThat(plans.get(0).count()).isEqualTo(LARGE);
  }

  @Test
  void classOfMoreThanKRows_getsAllItsRowsAndNeighbours() {
    assertThat(planB(smote("error"), true, 6)).isEqualTo(new ClassPlan(count("b", 6), 14, 5, ""));
  }

  @Test
  void classOfKRows_isRefused_withTheLargestKThatWouldDo() {
    assertThat(Refusal.of(() -> planB(smote("error"), true, 5)))
        .startsWith("[SMOTE-027]")
        .contains("class 'b' has 5 usable rows", "at least 6", "to at most 4");
  }

  @Test
  void classThatNoKCanHelp_isRefusedBeforeOthers() {
    Smote both = smote("error").setSamplingStrategy("{\"b\": 20, \"c\": 20}");
    List<ClassCount> counts = List.of(LARGE, count("b", 3), count("c", 1));
    assertThat(Refusal.of(() -> ClassPlanner.plan(both, true, counts)))
        .startsWith("[SMOTE-028]")
        .contains("class 'c'");
  }

  @Test
  void smallClass_isSkipped_copied_orHasFewerNeighbours() {
    ClassCount three = count("b", 3);
    assertThat(planB(smote("skip"), true, 3))
        .isEqualTo(new ClassPlan(three, 0, 0, "skipped: 3 usable rows for k = 5"));
    assertThat(planB(smote("duplicate"), true, 3))
        .isEqualTo(new ClassPlan(three, 17, 0, "copies: 3 usable rows for k = 5"));
    assertThat(planB(smote("shrinkK"), true, 3))
        .isEqualTo(new ClassPlan(three, 17, 2, "k reduced: 3 usable rows for k = 5"));
  }

  @Test
  void singleRow_canBeCopied_butHasNoNeighbour() {
    assertThat(planB(smote("duplicate"), true, 1).make()).isEqualTo(19);
    assertThat(Refusal.of(() -> planB(smote("shrinkK"), true, 1))).startsWith("[SMOTE-028]");
  }

  @Test
  void classWithoutValidRow_canOnlyBeSkipped() {
    ClassCount invalid = new ClassCount("b", "b", 4, 4, 0, 0);
    List<ClassCount> counts = List.of(LARGE, invalid);
    assertThat(Refusal.of(() -> ClassPlanner.plan(smote("duplicate"), true, counts)))
        .startsWith("[SMOTE-029]")
        .contains("0 of its 4 rows");
    assertThat(ClassPlanner.plan(smote("skip"), true, counts).get(1).isUntouched()).isTrue();
  }

  @Test
  void whereNothingIsSearched_oneRowIsEnough() {
    assertThat(planB(smote("error"), false, 1)).isEqualTo(new ClassPlan(count("b", 1), 19, 5, ""));
  }

  @Test
  void moreRowsThanAllowed_areRefused_asATypingError() {
    Smote some = smote("error").setAllowRowsAbove(14);
    assertThat(planB(some, true, 6).make()).isEqualTo(14);
    assertThat(Refusal.of(() -> planB(some.setAllowRowsAbove(13), true, 6)))
        .startsWith("[SMOTE-035]")
        .contains("make 14 synthetic rows", "the 13 that");
  }
}
