// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparksmote.internal.cells.TestCells.place;
import static org.sparksmote.internal.cells.TestCells.point;
import static org.sparksmote.internal.cells.TestCells.row;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sparksmote.internal.knn.Neighbors;

/** Lists of neighbours, read as lists of rows. */
class RowNeighborsTest {

  private static final double[] NONE = {};

  private static double[] places(CellRows rows, RowNeighbors neighbors, long base) {
    return IntStream.range(0, neighbors.k())
        .mapToDouble(rank -> place(rows, neighbors.row(base, rank)))
        .toArray();
  }

  @Test
  void neighbors_areTheNearestFirst() {
    CellRows rows = TestCells.of(new double[] {0, 1, 3, 7}, NONE);
    RowNeighbors neighbors = TestCells.hood(rows).inClass(3);
    assertThat(places(rows, neighbors, row(rows, 0))).containsExactly(1, 3, 7);
    assertThat(places(rows, neighbors, row(rows, 3))).containsExactly(1, 0, 7);
  }

  @Test
  void identicalRows_comeFirst_butNeverTheRowItself() {
    CellRows rows = TestCells.of(new double[] {5, 5, 5, 6}, NONE);
    RowNeighbors neighbors = TestCells.hood(rows).inClass(3);
    long first = row(rows, 5);
    assertThat(neighbors.row(first, 0)).isEqualTo(first + 1);
    assertThat(neighbors.row(first + 1, 0)).isEqualTo(first);
    assertThat(neighbors.row(first + 1, 1)).isEqualTo(first + 2);
    assertThat(neighbors.row(first + 2, 1)).isEqualTo(first + 1);
    assertThat(neighbors.row(first + 2, 2)).isEqualTo(row(rows, 6));
  }

  @Test
  void copiesOfANeighbor_countEach() {
    CellRows rows = TestCells.of(new double[] {0, 1, 1, 2}, NONE);
    RowNeighbors neighbors = TestCells.hood(rows).inClass(3);
    long twins = row(rows, 1);
    long base = row(rows, 0);
    assertThat(neighbors.row(base, 0)).isEqualTo(twins);
    assertThat(neighbors.row(base, 1)).isEqualTo(twins + 1);
    assertThat(neighbors.row(base, 2)).isEqualTo(row(rows, 2));
  }

  @Test
  void inClass_rowsOfOtherClassesAreNoNeighbors() {
    CellRows rows = TestCells.of(new double[] {0, 10, 20}, new double[] {0, 1, 10});
    RowNeighbors neighbors = TestCells.hood(rows).inClass(2);
    assertThat(places(rows, neighbors, row(rows, 0))).containsExactly(10, 20);
    assertThat(rows.isEnemy(neighbors.row(row(rows, 0), 0))).isFalse();
  }

  @Test
  void amongAll_rowsOfOtherClassesCount_alsoAtTheSamePlace() {
    CellRows rows = TestCells.of(new double[] {0, 10}, new double[] {0, 1});
    RowNeighbors neighbors = TestCells.hood(rows).amongAll(3, false);
    long base = row(rows, 0);
    assertThat(places(rows, neighbors, base)).containsExactly(0, 1, 10);
    assertThat(rows.isEnemy(neighbors.row(base, 0))).isTrue();
    assertThat(rows.isEnemy(neighbors.row(base, 2))).isFalse();
  }

  @Test
  void inGroups_neighborsAreOfTheGroupOfTheRow() {
    CellRows rows = TestCells.of(new double[] {0, 1, 2.5, 3.5, 10, 12}, NONE);
    boolean[] low = new boolean[6];
    boolean[] high = new boolean[6];
    for (double x : new double[] {0, 1, 2.5, 3.5, 10, 12}) {
      low[point(rows, x)] = x < 3;
      high[point(rows, x)] = x > 3;
    }

    Neighborhood hood = TestCells.hood(rows);
    Neighbors[] found = {hood.partners(low, low, 2), hood.partners(high, high, 2)};
    RowNeighbors neighbors = RowNeighbors.inGroups(rows, found, point -> high[point] ? 1 : 0, 2);
    assertThat(places(rows, neighbors, row(rows, 2.5))).containsExactly(1, 0);
    assertThat(places(rows, neighbors, row(rows, 3.5))).containsExactly(10, 12);
    assertThat(neighbors.quality().effectiveK()).isEqualTo(2);
  }
}
