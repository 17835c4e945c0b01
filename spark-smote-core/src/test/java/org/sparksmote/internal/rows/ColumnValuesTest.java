// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Numbers by column, of narrow rows, of wide ones with few columns, and of wide full ones. */
class ColumnValuesTest {

  private static final int[] COLUMNS = {2, 5, 900};
  private static final double[] VALUES = {20, 50, 9};

  private static ColumnValues of(int size) {
    return ColumnValues.of(size, 1, COLUMNS, VALUES);
  }

  @Test
  void at_isTheOwnNumberOrThatOfTheOthers_whateverTheSize() {
    for (int size : new int[] {901, 1024, 1025, Integer.MAX_VALUE}) {
      ColumnValues values = of(size);
      assertThat(values.size()).isEqualTo(size);
      assertThat(values.at(5)).isEqualTo(50);
      assertThat(values.at(size - 1)).isEqualTo(size == 901 ? 9 : 1);
      assertThat(values.at(new int[] {0, 2, 900})).containsExactly(1, 20, 9);
      assertThat(values.without(new int[] {4, 5}).at(new int[] {2, 4, 5}))
          .containsExactly(20, 1, 1);
      assertThat(values.at(5)).as("unchanged").isEqualTo(50);
    }
  }

  @Test
  void map_changesOwnNumbers() {
    ColumnValues doubled = of(1 << 30).map(old -> new double[] {2 * old[0], 2 * old[1], 18});
    assertThat(doubled.at(COLUMNS)).containsExactly(40, 100, 18);
    assertThat(doubled.at(6)).isEqualTo(1);
  }

  @Test
  void wideRows_withAValueInHalfTheColumns_areHeldAsAnArray() {
    int[] even = IntStream.range(0, 1000).map(i -> 2 * i).toArray();
    double[] sevens = IntStream.range(0, 1000).mapToDouble(i -> 7).toArray();
    ColumnValues half = ColumnValues.of(2000, 0, even, sevens);
    assertThat(half.toArray()).isSameAs(half.toArray()).startsWith(7, 0, 7, 0);
    assertThat(half.toRow().sparse).isFalse();
    assertThat(ColumnValues.of(2002, 0, even, sevens).toRow().sparse).isTrue();
  }

  @Test
  void toRow_hasTheFormOfTheNumbers() {
    FeatureRow wide = ColumnValues.of(5000, 0, COLUMNS, VALUES).toRow();
    FeatureRow narrow = ColumnValues.of(1000, 0, COLUMNS, VALUES).toRow();
    assertThat(wide.sparse).isTrue();
    assertThat(wide.size).isEqualTo(5000);
    assertThat(narrow.sparse).isFalse();
    assertThat(wide.at(new int[] {1, 2, 5})).containsExactly(0, 20, 50);
    assertThat(narrow.at(new int[] {1, 2, 5})).containsExactly(0, 20, 50);
  }

  @Test
  void same_isOneNumberForAll() {
    assertThat(ColumnValues.same(3, 4).toArray()).containsExactly(4, 4, 4);
    assertThat(ColumnValues.same(Integer.MAX_VALUE, 4).at(1 << 30)).isEqualTo(4);
  }
}
