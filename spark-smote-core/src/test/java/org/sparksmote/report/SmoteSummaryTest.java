// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparksmote.report.SmoteSummary.ClassRows;
import org.sparksmote.testing.Refusal;

/** 6,000 rows of class a, to which nothing is done, and 2,000 of b, which becomes as large. */
class SmoteSummaryTest {

  private static final ClassRows A = new ClassRows("a", 6000, 0, 0, 0, "none", 0, 0, "");
  private static final ClassRows B =
      new ClassRows("b", 2000, 4000, 0, 5, "approximate", 3, 5.256, "why");

  private final SmoteSummary summary = SmoteSummary.of(List.of(A, B), 7);

  @Test
  void sums_areOverAllClasses() {
    assertThat(summary.made()).isEqualTo(4000);
    assertThat(summary.invalidRows()).isEqualTo(7);
    assertThat(B.has()).isEqualTo(6000);
  }

  @Test
  void cells_areTheColumnsOfTheTable() {
    assertThat(B.cells())
        .hasSameSizeAs(SmoteSummary.COLUMNS)
        .containsExactly("b", "2,000", "4,000", "6,000", "5", "approximate", "5.26", "why");
    assertThat(A.cells()).as("nothing was searched").contains("0", "none").element(6).isEqualTo("");
  }

  @Test
  void table_isALinePerClass_underItsHeads() {
    String[] lines = summary.toString().split(System.lineSeparator());
    for (int i = 0; i < SmoteSummary.COLUMNS.size(); i++) {
      assertThat(lines[0]).contains(SmoteSummary.COLUMNS.get(i));
      assertThat(lines[2]).contains(B.cells().get(i));
    }

    assertThat(lines[1]).startsWith("a").contains("6,000").endsWith("none");
    assertThat(lines[2].indexOf("2,000") + 5).as("aligned").isEqualTo(lines[0].indexOf("had") + 3);
  }

  @Test
  void priors_areSharesBeforeAndAfter() {
    assertThat(summary.priors())
        .containsExactly(new Prior("a", 0.75, 0.5), new Prior("b", 0.25, 0.5));
    assertThat(SmoteSummary.of(List.of(), 0).priors()).isEmpty();
  }

  @Test
  void describePriors_isOfClassesThatGrew() {
    assertThat(summary.describePriors().lines()).hasSize(2).last().asString().startsWith("  b: ");
    assertThat(SmoteSummary.of(List.of(A), 0).describePriors()).isEmpty();
  }

  @Test
  void cleanedRows_areCountedOff_andSaid() {
    ClassRows cleaned = new ClassRows("b", 2000, 4000, 7, 5, "exact", 1, 5, "", 1200, 300);
    SmoteSummary after = SmoteSummary.of(List.of(A, cleaned), 0);
    assertThat(cleaned.has()).isEqualTo(2000 - 7 + 4000 - 1200 - 300);
    assertThat(after.takenAway()).isEqualTo(1207);
    assertThat(after.removedSynthetic()).isEqualTo(300);
    assertThat(after.priors().get(1).after()).isEqualTo(4493.0 / 10_493);
    assertThat(after.describeRemoved().lines())
        .containsExactly(
            "Removed by cleaning:", "  b: 1,200 of 2,000 original, 300 of 4,000 synthetic rows");
    assertThat(after.toString()).contains(after.describeRemoved());
    assertThat(SmoteSummary.fromJson("it", after.toJson()).classes()).containsExactly(A, cleaned);
    assertThat(A.fields()).doesNotContainKey("removedOriginal");
    assertThat(summary.describeRemoved()).isEmpty();
  }

  @Test
  void moreRemovedRowsThanThereWere_areRefused() {
    ClassRows cleaned = new ClassRows("b", 20, 40, 0, 5, "exact", 1, 5, "", 12, 3);
    String json = SmoteSummary.of(List.of(cleaned), 0).toJson();
    assertThat(Refusal.of(() -> SmoteSummary.fromJson("it", json.replace(":12", ":21"))))
        .contains("removedOriginal is 21 and had is 20");
    assertThat(Refusal.of(() -> SmoteSummary.fromJson("it", json.replace("tic\":3", "tic\":41"))))
        .contains("removedSynthetic is 41 and made is 40");
  }
}
