// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Points at 0, 1, 3 and 7 on a line, of which the first and the third were queries. */
class NeighborsTest {

  private static final DensePoints POINTS = DensePoints.of(new double[] {0, 1, 3, 7}, 4, 1);
  private static final boolean[] QUERIES = {true, false, true, false};

  private final Neighbors given =
      new Neighbors(
          POINTS, 2, new int[] {0, -1, 1, -1}, new int[] {1, 2, 1, 0}, new SearchQuality(1.5));

  private static Neighbors searched(int k) {
    return NeighborSearch.search(POINTS, QUERIES, new SearchSettings(k, 4, 16, 100, 1));
  }

  @Test
  void ids_areThoseOfTheQuery_nearestFirst() {
    assertThat(new int[] {given.id(0, 0), given.id(0, 1)}).containsExactly(1, 2);
    assertThat(new int[] {given.id(2, 0), given.id(2, 1)}).containsExactly(1, 0);
  }

  @Test
  void distances_areNotSquared() {
    assertThat(new double[] {given.distance(0, 0), given.distance(0, 1)}).containsExactly(1, 3);
    assertThat(new double[] {given.distance(2, 0), given.distance(2, 1)}).containsExactly(2, 3);
  }

  @Test
  void count_isNothing_ofPointsThatWereNoQuery() {
    assertThat(new int[] {given.count(0), given.count(1), given.count(2), given.count(3)})
        .containsExactly(2, 0, 2, 0);
    assertThat(given.k()).isEqualTo(2);
    assertThat(given.quality().effectiveK()).isEqualTo(1.5);
  }

  @Test
  void neighboursThatAreNotThere_areNeverThoseOfAnotherQuery() {
    for (int rank : new int[] {-1, 2}) {
      assertThatThrownBy(() -> given.id(0, rank))
          .isInstanceOf(IndexOutOfBoundsException.class)
          .hasMessage("No neighbour " + rank + " of point 0");
      assertThatThrownBy(() -> given.distance(2, rank))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }

    assertThatThrownBy(() -> given.id(1, 0))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("No neighbour 0 of point 1");
  }

  @Test
  void ofASearch_areTheSame() {
    Neighbors found = searched(2);
    for (int query : new int[] {0, 2}) {
      for (int rank = 0; rank < 2; rank++) {
        assertThat(found.id(query, rank)).isEqualTo(given.id(query, rank));
      }
    }

    assertThat(found.count(1)).isZero();
    assertThat(found.quality().effectiveK()).as("exact").isEqualTo(2);
  }

  @Test
  void moreThanThereAre_isAllOthers() {
    Neighbors found = searched(9);
    assertThat(found.k()).isEqualTo(3);
    assertThat(found.id(0, 2)).isEqualTo(3);
    assertThat(found.distance(0, 2)).isEqualTo(7);
  }
}
