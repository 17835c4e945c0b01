// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparksmote.internal.cells.TestCells.place;
import static org.sparksmote.internal.cells.TestCells.point;
import static org.sparksmote.internal.cells.TestCells.row;

import org.junit.jupiter.api.Test;
import org.sparksmote.internal.knn.Neighbors;

/** The class at 0, 1, 5 and 5; others at 5, 7 and 9. */
class NeighborhoodTest {

  private final CellRows rows = TestCells.of(new double[] {0, 1, 5, 5}, new double[] {5, 7, 9});
  private final Neighborhood hood = TestCells.hood(rows);

  private static CellRows onlyOwn(double... own) {
    return TestCells.of(own, new double[0]);
  }

  @Test
  void points_areThePlaces_eachOnce() {
    assertThat(hood.points().size()).isEqualTo(5);
    assertThat(hood.points().squaredDistance(point(rows, 1), point(rows, 7))).isEqualTo(36);
  }

  @Test
  void inClass_kIsAtMostTheOtherRowsOfTheClass() {
    assertThat(hood.inClass(2).k()).isEqualTo(2);
    assertThat(hood.inClass(5).k()).isEqualTo(3);
    CellRows one = onlyOwn(4);
    assertThat(TestCells.hood(one).inClass(5).k()).isZero();
  }

  @Test
  void amongAll_kIsTheLargestThatIsAskedFor_andAtMostAllOtherRows() {
    assertThat(hood.amongAll(1, false).k()).as("the 2 that are counted").isEqualTo(2);
    assertThat(hood.amongAll(4, false).k()).isEqualTo(4);
    assertThat(hood.amongAll(99, false).k()).isEqualTo(6);
  }

  @Test
  void amongAll_isAnsweredForEnemiesOnlyIfAsked() {
    RowNeighbors all = hood.amongAll(1, true);
    assertThat(place(rows, all.row(row(rows, 9), 0))).isEqualTo(7);
    RowNeighbors own = hood.amongAll(1, false);
    assertThat(place(rows, own.row(row(rows, 0), 0))).isEqualTo(1);
  }

  @Test
  void ownAndEnemyPoints_mayBeTheSame() {
    boolean[] own = hood.own();
    boolean[] enemies = hood.enemyPoints();
    for (double x : new double[] {0, 1, 5, 7, 9}) {
      assertThat(own[point(rows, x)]).as("own at %s", x).isEqualTo(x <= 5);
      assertThat(enemies[point(rows, x)]).as("enemies at %s", x).isEqualTo(x >= 5);
    }
  }

  @Test
  void nearestEnemy_isAtTheSamePlace_orTheNearestElsewhere() {
    for (double x : new double[] {0, 1, 5}) {
      long enemy = hood.nearestEnemy(row(rows, x));
      assertThat(place(rows, enemy)).as("nearest of %s", x).isEqualTo(5);
      assertThat(rows.isEnemy(enemy)).isTrue();
    }

    CellRows apart = TestCells.of(new double[] {0, 8}, new double[] {3, 7});
    Neighborhood between = TestCells.hood(apart);
    assertThat(place(apart, between.nearestEnemy(row(apart, 0)))).isEqualTo(3);
    assertThat(place(apart, between.nearestEnemy(row(apart, 8)))).isEqualTo(7);
  }

  @Test
  void nearestEnemy_whereThereIsNone_isNone() {
    CellRows alone = onlyOwn(1, 2);
    assertThat(TestCells.hood(alone).nearestEnemy(0)).isEqualTo(-1);
  }

  @Test
  void search_findsCandidatesOnly_andAnswersQueriesOnly() {
    Neighbors found = hood.search(hood.own(), hood.enemyPoints(), 2);
    int one = point(rows, 1);
    assertThat(found.id(one, 0)).isEqualTo(point(rows, 5));
    assertThat(found.id(one, 1)).isEqualTo(point(rows, 7));
    assertThat(found.distance(one, 1)).isEqualTo(6);
    assertThat(found.count(point(rows, 9))).isZero();
  }
}
