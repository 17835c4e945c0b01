// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.distance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Value 0 has 3 rows of class 0 and 1 of class 1; value 5 has none and 4. */
class ValueTablesTest {

  private static final ValueTables TABLES = tables();

  private static ValueTables tables() {
    TreeMap<Double, long[]> first = new TreeMap<>();
    first.put(5.0, new long[] {0, 4});
    first.put(0.0, new long[] {3, 1});
    TreeMap<Double, long[]> second = new TreeMap<>();
    second.put(2.0, new long[] {1, 1});
    return ValueTables.of(2, List.of(first, second));
  }

  @Test
  void share_isOfTheRowsOfTheValue() {
    assertThat(TABLES.classes()).isEqualTo(2);
    assertThat(TABLES.share(0, 0, 0)).isEqualTo(0.75);
    assertThat(TABLES.share(0, 0, 1)).isEqualTo(0.25);
    assertThat(TABLES.share(0, 5, 0)).isZero();
    assertThat(TABLES.share(1, 2, 1)).isEqualTo(0.5);
  }

  @Test
  void valueNotCounted_hasNoShare() {
    assertThat(TABLES.share(0, 3, 0)).isZero();
    assertThat(TABLES.share(1, 5, 1)).as("counted in the other feature only").isZero();
  }

  @Test
  void difference_isTheSumOverTheClasses() {
    assertThat(TABLES.difference(0, 0, 5)).as("0.75 + 0.75").isEqualTo(1.5);
    assertThat(TABLES.difference(0, 5, 0)).isEqualTo(1.5);
    assertThat(TABLES.difference(0, 5, 5)).isZero();
  }

  @Test
  void valueNotCounted_differsFromOthers_andNotFromItself() {
    assertThat(TABLES.difference(0, 3, 5)).isEqualTo(1);
    assertThat(TABLES.difference(0, 3, 3)).isZero();
    assertThat(TABLES.difference(0, 3, 4)).as("two of them").isZero();
  }

  @Test
  void bothZeros_areOneValue() {
    assertThat(TABLES.share(0, -0.0, 0)).isEqualTo(0.75);
    assertThat(TABLES.difference(0, -0.0, 0.0)).isZero();
    assertThat(TABLES.difference(0, -0.0, 5)).isEqualTo(1.5);
  }

  @Test
  void tables_forTheSearch_areOnePerFeature() {
    assertThat(TABLES.tables()).hasSize(2);
  }
}
