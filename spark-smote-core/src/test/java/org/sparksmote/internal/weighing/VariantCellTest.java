// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.weighing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparksmote.internal.weighing.WeighedCells.point;
import static org.sparksmote.internal.weighing.WeighedCells.row;

import org.junit.jupiter.api.Test;
import org.sparksmote.Smote;
import org.sparksmote.internal.cells.RowNeighbors;

/** Own rows at 0, 1, 2, 10 and 30, rows of another class at 9, 11 and around 30. */
class VariantCellTest {

  private static final double[] OWN = {0, 1, 2, 10, 30};
  private static final double[] ENEMIES = {9, 11, 28, 29, 31};

  private static VariantCell cell() {
    Smote smote = new Smote().setBaseWeight("danger").setKNeighbors(2).setMNeighbors(3);
    return WeighedCells.of(smote, OWN, ENEMIES);
  }

  @Test
  void enemiesAndFriends_areCountedAmongTheNearest() {
    VariantCell cell = cell();
    assertThat(cell.enemies(row(cell, 10), 2)).as("9 and 11").isEqualTo(2);
    assertThat(cell.enemies(row(cell, 10), 3)).as("9, 11 and 2").isEqualTo(2);
    assertThat(cell.friends(row(cell, 10), 3)).isEqualTo(1);
    assertThat(cell.friends(row(cell, 1), 2)).as("0 and 2").isEqualTo(2);
  }

  @Test
  void danger_isHalfOfTheNearest_butNotAll() {
    VariantCell cell = cell();
    assertThat(cell.isInDanger(row(cell, 10))).as("two of three").isTrue();
    assertThat(cell.isInDanger(row(cell, 2))).as("one of three").isFalse();
    assertThat(cell.isInDanger(row(cell, 30))).as("all three").isFalse();
    assertThat(cell.isNoise(row(cell, 30))).isTrue();
    assertThat(cell.isNoise(row(cell, 10))).isFalse();
  }

  @Test
  void inClass_otherClassesAreNoNeighbours() {
    VariantCell cell = cell();
    RowNeighbors near = cell.inClass();
    assertThat(near.row(row(cell, 10), 0)).isEqualTo(row(cell, 2));
    assertThat(near.row(row(cell, 10), 1)).isEqualTo(row(cell, 1));
    assertThat(cell.inClass()).as("is searched once").isSameAs(near);
  }

  @Test
  void inClass_byClusters_neighboursAreOfTheSameCluster() {
    Smote smote = new Smote().setBaseWeight("cluster_sparsity").setKNeighbors(1).setNumClusters(2);
    VariantCell cell = WeighedCells.of(smote, new double[] {0, 3, 100, 103});
    assertThat(cell.inClass().row(row(cell, 3), 0)).isEqualTo(row(cell, 0));
    assertThat(cell.inClass().row(row(cell, 100), 0)).isEqualTo(row(cell, 103));
  }

  @Test
  void distances_areBetweenPoints() {
    VariantCell cell = cell();
    assertThat(cell.distance(point(cell, 2), point(cell, 10))).isEqualTo(8);
    assertThat(cell.squaredDistance(point(cell, 2), point(cell, 10))).isEqualTo(64);
  }

  @Test
  void reached_nothingBeforeASearch() {
    VariantCell cell = cell();
    assertThat(cell.reached()).isNull();
    cell.inClass();
    assertThat(cell.reached()).isNotNull();
  }
}
