// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.weighing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparksmote.internal.weighing.WeighedCells.point;
import static org.sparksmote.internal.weighing.WeighedCells.row;

import org.junit.jupiter.api.Test;
import org.sparksmote.Smote;
import org.sparksmote.internal.keyed.KeyedRandom;

/** Rows on a line that fall into two groups: near 0, and near 10. */
class CellGroupsTest {

  private static final KeyedRandom RANDOM = KeyedRandom.of(1, 2, 3, 4);

  private static VariantCell cell(String rule, double[] own, double... enemies) {
    Smote smote = new Smote().setBaseWeight(rule).setKNeighbors(2).setNumClusters(2);
    return WeighedCells.of(smote, own, enemies);
  }

  private static VariantCell twoClusters() {
    return cell("cluster_even", new double[] {0, 1, 1, 10, 11}, 10.5);
  }

  @Test
  void clusters_areOfNearRows() {
    VariantCell cell = twoClusters();
    CellGroups groups = cell.groups();
    assertThat(groups.count()).isEqualTo(2);
    int low = groups.of(point(cell, 0));
    int high = groups.of(point(cell, 10));
    assertThat(groups.of(point(cell, 1))).isEqualTo(low).isNotEqualTo(high);
    assertThat(groups.of(point(cell, 11))).isEqualTo(high);
    assertThat(groups.ofRow(row(cell, 1) + 1)).as("the second row at 1").isEqualTo(low);
    assertThat(groups.members(low).size()).isEqualTo(3);
    assertThat(groups.members(high).size()).isEqualTo(2);
  }

  @Test
  void mean_isThatOfTheRows_copiesCountEach() {
    VariantCell cell = twoClusters();
    CellGroups groups = cell.groups();
    assertThat(groups.mean(groups.of(point(cell, 0))).at(0)).isEqualTo((0 + 1 + 1) / 3.0);
    assertThat(groups.mean(groups.of(point(cell, 10))).at(0)).isEqualTo(10.5);
  }

  @Test
  void other_isOfTheSameGroup_andNeverTheRowItself() {
    VariantCell cell = twoClusters();
    for (int i = 0; i < 20; i++) {
      assertThat(cell.groups().other(row(cell, 10), RANDOM)).isEqualTo(row(cell, 11));
      assertThat(cell.groups().other(row(cell, 0), RANDOM)).isIn(row(cell, 1), row(cell, 1) + 1);
    }
  }

  @Test
  void other_ofARowThatIsAlone_isTheRow() {
    VariantCell cell = cell("cluster_even", new double[] {0, 1, 2, 50});
    assertThat(cell.groups().other(row(cell, 50), RANDOM)).isEqualTo(row(cell, 50));
  }

  /** Only there do rows of other classes make up clusters too, and count in them. */
  @Test
  void mixedClusters_countRowsOfOtherClasses() {
    VariantCell mixed = cell("cluster_sparsity", new double[] {0, 1, 1, 10, 11}, 10.5, 10.5, 0.5);
    CellGroups groups = mixed.groups();
    assertThat(groups.enemies(groups.of(point(mixed, 10)))).isEqualTo(2);
    assertThat(groups.enemies(groups.of(point(mixed, 0)))).isEqualTo(1);
    VariantCell own = twoClusters();
    assertThat(own.groups().enemies(own.groups().of(point(own, 10)))).isZero();
  }

  /** Five nearest rows of each row of the other class are a level, as in the paper. */
  @Test
  void levels_areByNearnessToOtherClasses() {
    VariantCell cell = cell("majority_proximity", new double[] {1, 2, 3, 4, 5, 8, 9}, 0);
    CellGroups groups = cell.groups();
    assertThat(groups.count()).isEqualTo(5);
    assertThat(groups.members(0).size()).isEqualTo(5);
    assertThat(groups.of(point(cell, 1))).isZero();
    assertThat(groups.of(point(cell, 5))).isZero();
    assertThat(groups.of(point(cell, 8))).isEqualTo(1);
    assertThat(groups.of(point(cell, 9))).isEqualTo(1);
  }
}
