// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparksmote.internal.cells.TestCells.point;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sparksmote.internal.exact.RankedRows;
import org.sparksmote.internal.keyed.KeyedRandom;

/** Three rows of the class at 5, two at 7, one at 9; others at 7 and 11. */
class OwnRowsTest {

  private final CellRows rows = TestCells.of(new double[] {5, 5, 5, 7, 7, 9}, new double[] {7, 11});

  @Test
  void atHome_areTheRowsOfTheClass() {
    OwnRows own = OwnRows.atHome(rows);
    assertThat(own.size()).isEqualTo(6);
    assertThat(own.counts()).containsExactlyInAnyOrder(3, 2, 1);
    assertThat(own.points())
        .containsExactlyInAnyOrder(point(rows, 5), point(rows, 7), point(rows, 9))
        .isSorted();
  }

  @Test
  void at_takesThePointsThatPass_ifTheClassIsThere() {
    OwnRows some = OwnRows.at(rows, point -> rows.store.value(point, 0) > 6);
    assertThat(some.size()).isEqualTo(3);
    assertThat(OwnRows.at(rows, point -> point == point(rows, 11)).size()).isZero();
  }

  @Test
  void everyPlace_isThatOfItsRow_andNoRowOfAnotherClassHasOne() {
    OwnRows own = OwnRows.at(rows, point -> rows.store.value(point, 0) != 5);
    TreeSet<Double> where = new TreeSet<>();
    for (long place = 0; place < own.size(); place++) {
      long row = own.row(place);
      assertThat(own.place(row)).isEqualTo(place);
      assertThat(rows.isEnemy(row)).isFalse();
      where.add(TestCells.place(rows, row));
    }

    assertThat(where).containsExactly(7.0, 9.0);
  }

  @Test
  void other_isEachOfTheOthers_andNeverTheRowItself() {
    OwnRows own = OwnRows.atHome(rows);
    long base = own.row(2);
    KeyedRandom random = KeyedRandom.of(1, 2, 3, 4);
    TreeSet<Long> drawn = new TreeSet<>();
    for (int i = 0; i < 200; i++) {
      drawn.add(own.place(own.other(base, random)));
    }

    assertThat(drawn).containsExactly(0L, 1L, 3L, 4L, 5L);
  }

  @Test
  void other_ofTwoRows_isTheOtherOne() {
    OwnRows two = new OwnRows(rows, new int[] {point(rows, 7)});
    KeyedRandom random = KeyedRandom.of(1, 2, 3, 4);
    assertThat(two.other(two.row(0), random)).isEqualTo(two.row(1));
    assertThat(two.other(two.row(1), random)).isEqualTo(two.row(0));
  }

  @Test
  void ranked_isAnEntryForEachPoint_andAnotherOrderForAnotherSeed() {
    OwnRows own = OwnRows.atHome(rows);
    RankedRows ranked = own.ranked(7);
    assertThat(ranked.entries()).isEqualTo(3);
    TreeSet<Long> ranks = new TreeSet<>();
    for (int entry = 0; entry < 3; entry++) {
      assertThat(ranked.rows(entry)).isEqualTo(own.counts()[entry]);
      for (long row = 0; row < ranked.rows(entry); row++) {
        ranks.add(ranked.rank(entry, row));
      }
    }

    assertThat(ranks).as("ranks of six rows").hasSize(6);
    assertThat(own.ranked(7).rank(1, 0)).isEqualTo(ranked.rank(1, 0));
    assertThat(own.ranked(8).rank(1, 0)).isNotEqualTo(ranked.rank(1, 0));
  }
}
