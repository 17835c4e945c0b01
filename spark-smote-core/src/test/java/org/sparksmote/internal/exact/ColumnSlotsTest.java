// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColumnSlotsTest {

  @Test
  void slots_areNumberedInTheOrderOfTheirFirstColumn() {
    ColumnSlots slots = new ColumnSlots();
    assertThat(slots.of(900)).isZero();
    assertThat(slots.of(Integer.MAX_VALUE)).isEqualTo(1);
    assertThat(slots.of(900)).isZero();
    assertThat(slots.of(0)).isEqualTo(2);
    assertThat(slots.of(1)).isEqualTo(3);
    assertThat(slots.size()).isEqualTo(4);
    assertThat(slots.columns()).containsExactly(0, 1, 900, Integer.MAX_VALUE);
    assertThat(slots.slots()).containsExactly(2, 3, 0, 1);
  }

  @Test
  void denseRows_haveTheirColumnsAsSlots() {
    ColumnSlots slots = new ColumnSlots();
    for (int round = 0; round < 2; round++) {
      for (int column = 0; column < 3000; column++) {
        assertThat(slots.of(column)).isEqualTo(column);
      }
    }

    assertThat(slots.of(70_000)).isEqualTo(3000);
    assertThat(slots.size()).isEqualTo(3001);
  }

  @Test
  void manyColumns_agreeWithAMap() {
    Random random = new Random(4);
    ColumnSlots slots = new ColumnSlots();
    Map<Integer, Integer> expected = new HashMap<>();
    for (int i = 0; i < 300_000; i++) {
      // Clustered, in steps of powers of two, and anywhere.
      int column =
          switch (i % 3) {
            case 0 -> random.nextInt(5000);
            case 1 -> random.nextInt(2000) << 20 & Integer.MAX_VALUE;
            default -> random.nextInt(Integer.MAX_VALUE);
          };
      int next = expected.size();
      expected.putIfAbsent(column, next);
      assertThat(slots.of(column)).isEqualTo(expected.get(column));
    }

    assertThat(slots.size()).isEqualTo(expected.size());
    assertThat(slots.columns())
        .isEqualTo(expected.keySet().stream().mapToInt(column -> column).sorted().toArray());
  }

  @Test
  void none_isEmpty() {
    assertThat(new ColumnSlots().columns()).isEmpty();
    assertThat(new ColumnSlots().slots()).isEmpty();
  }
}
