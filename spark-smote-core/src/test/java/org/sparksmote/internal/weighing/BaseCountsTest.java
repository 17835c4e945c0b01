// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.weighing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sparksmote.Smote;
import org.sparksmote.internal.cells.OwnRows;
import org.sparksmote.internal.exact.Shares;
import org.sparksmote.testing.Refusal;

/** How many new rows each row on a line gets, worked out by hand. */
class BaseCountsTest {

  private static Smote weighing(String rule) {
    return new Smote().setBaseWeight(rule).setKNeighbors(2).setMNeighbors(3);
  }

  /** New rows by place, of all rows that are there. */
  private static Map<Double, Long> counts(VariantCell cell, long make) {
    OwnRows bases = OwnRows.atHome(cell.rows);
    Shares shares = BaseCounts.of(cell, bases, make);
    Map<Double, Long> counts = new TreeMap<>();
    for (int i = 0; i < bases.points().length; i++) {
      int point = bases.points()[i];
      for (long row = 0; row < cell.rows.ownRows(point); row++) {
        counts.merge(cell.rows.store.value(point, 0), shares.of(i, row), Long::sum);
      }
    }

    return counts;
  }

  @Test
  void uniform_everyRowAlike_copiesToo() {
    VariantCell cell = WeighedCells.of(weighing("uniform"), new double[] {5, 5, 5, 7});
    assertThat(counts(cell, 8)).isEqualTo(Map.of(5.0, 6L, 7.0, 2L));
  }

  @Test
  void uniform_whatDoesNotGoUp_isOneMoreForSome() {
    VariantCell cell = WeighedCells.of(weighing("uniform"), new double[] {1, 2, 3, 4});
    Map<Double, Long> counts = counts(cell, 10);
    assertThat(counts.values()).containsExactlyInAnyOrder(2L, 2L, 3L, 3L);
  }

  /** At 8 one of the two nearest is of another class, at 10 both are, elsewhere none. */
  @Test
  void enemyDensity_inProportionToNearRowsOfOtherClasses() {
    double[] own = {0, 1, 2, 8, 10};
    VariantCell cell = WeighedCells.of(weighing("enemy_density"), own, 9, 11);
    assertThat(counts(cell, 9)).isEqualTo(Map.of(0.0, 0L, 1.0, 0L, 2.0, 0L, 8.0, 3L, 10.0, 6L));
  }

  /** Of the three nearest rows two are of another class at 10, and one at most elsewhere. */
  @Test
  void danger_onlyRowsInDanger() {
    VariantCell cell = WeighedCells.of(weighing("danger"), new double[] {0, 1, 2, 10}, 9, 11);
    assertThat(counts(cell, 5)).isEqualTo(Map.of(0.0, 0L, 1.0, 0L, 2.0, 0L, 10.0, 5L));
  }

  @Test
  void clusterEven_everyClusterAlike_whateverItsSize() {
    Smote smote = weighing("cluster_even").setNumClusters(2);
    VariantCell cell = WeighedCells.of(smote, new double[] {0, 1, 2, 3, 4, 100, 101});
    assertThat(counts(cell, 20))
        .isEqualTo(Map.of(0.0, 2L, 1.0, 2L, 2.0, 2L, 3.0, 2L, 4.0, 2L, 100.0, 5L, 101.0, 5L));
  }

  @Test
  void clusterEven_aRowThatIsAlone_isNoBase() {
    Smote smote = weighing("cluster_even").setNumClusters(2);
    VariantCell cell = WeighedCells.of(smote, new double[] {0, 1, 2, 3, 4, 100});
    assertThat(counts(cell, 10))
        .isEqualTo(Map.of(0.0, 2L, 1.0, 2L, 2.0, 2L, 3.0, 2L, 4.0, 2L, 100.0, 0L));
  }

  @Test
  void nothingToMake_nobodyGetsAny_andNothingIsWeighed() {
    VariantCell cell = WeighedCells.of(weighing("danger"), new double[] {0, 1, 2});
    assertThat(counts(cell, 0).values()).containsOnly(0L);
  }

  /** The survey has seen a base before it lets a cell make rows. */
  @Test
  void noBaseWhereRowsAreToBeMade_theInputHasChanged() {
    VariantCell cell = WeighedCells.of(weighing("danger"), new double[] {0, 1, 2, 3}, 50);
    assertThat(Refusal.of(() -> counts(cell, 5))).startsWith("[SMOTE-040]").contains("class 'a'");
  }
}
