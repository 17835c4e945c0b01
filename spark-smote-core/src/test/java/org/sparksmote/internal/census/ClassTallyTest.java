// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sparksmote.internal.rows.FeatureRow;

/** The limit of what a tally keeps per column, whichever way the rows are parted. */
class ClassTallyTest {

  private static final TallyKind RANGES = new TallyKind(9, 6, true, false, 0, 0);
  private static final TallyKind MOMENTS = new TallyKind(9, 24, false, true, 0, 0);

  private static FeatureRow row(int... columns) {
    FeatureRow row = new FeatureRow();
    row.setSparse(1 << 30, columns, IntStream.of(columns).mapToDouble(j -> j + 1).toArray());
    return row;
  }

  private static ClassTally of(TallyKind kind, String label, FeatureRow... rows) {
    ClassTally tally = new ClassTally(kind);
    for (FeatureRow row : rows) {
      tally.add(label, row);
    }

    return tally;
  }

  @Test
  void ranges_countColumnsOfAllClassesOnce() {
    ClassTally tally = of(RANGES, "a", row(0, 1, 2), row(3, 4, 5));
    tally.add("b", row(0, 5));
    assertThat(tally.hasTooManyColumns()).isFalse();
    tally.add("b", row(6));
    assertThat(tally.hasTooManyColumns()).isTrue();
  }

  @Test
  void moments_countColumnsOfEachClass() {
    ClassTally tally = of(MOMENTS, "a", row(0, 1, 2), row(0, 1));
    tally.add("b", row(0, 1, 2));
    assertThat(tally.hasTooManyColumns()).isFalse();
    tally.add("b", row(3));
    assertThat(tally.hasTooManyColumns()).isTrue();
    assertThat(tally.moments()).isEmpty();
  }

  @Test
  void partsThatAreTooManyTogether_areTooMany_andStaySo() {
    for (TallyKind kind : new TallyKind[] {RANGES, MOMENTS}) {
      ClassTally left = of(kind, "a", row(0, 1, 2, 3));
      ClassTally right = of(kind, "a", row(2, 3, 4, 5));
      ClassTally other = of(kind, "a", row(1, 9));
      ClassTally merged = new ClassTally(kind).add(left.toRow()).add(right.toRow());
      assertThat(merged.hasTooManyColumns()).isFalse();
      assertThat(merged.add(other.toRow()).hasTooManyColumns()).isTrue();
      ClassTally whole = new ClassTally(kind).add(right.toRow()).add(merged.toRow());
      assertThat(whole.hasTooManyColumns()).isTrue();
      assertThat(whole.counts(false, labels -> List.of("a")).get(0).usable())
          .as("rows are counted on")
          .isEqualTo(4);
    }
  }
}
