// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sparksmote.internal.knn.InvertedIndex.Reading;

/**
 * Rows of three columns: a (1 0 0), b (2 0 3), c (0 1 1), d (3 0 0), e (0 -2 0), of squared lengths
 * 1, 13, 2, 9, 4; their places by length are a, c, e, d, b.
 */
class InvertedIndexTest {

  private static final int A = 0;
  private static final int B = 1;
  private static final int C = 2;
  private static final int D = 3;
  private static final int E = 4;
  private static final int[] ROWS = {A, B, C, D, E};

  private final SparsePoints points =
      SparsePoints.of(
          new int[] {0, 1, 3, 5, 6, 7},
          new int[] {0, 0, 2, 1, 2, 0, 1},
          new double[] {1, 2, 3, 1, 1, 3, -2},
          3,
          any -> 1);
  private final InvertedIndex.Scale scale = InvertedIndex.Scale.of(points);
  private final InvertedIndex index = new InvertedIndex(points, ROWS, scale);
  private final InvertedQueries queries =
      new InvertedQueries(points, ROWS, points.rowsPerColumn(ROWS), scale);

  /** Squared distances of all rows, in order of their names, as far as they are known. */
  private double[] estimates() {
    double[] byRow = new double[ROWS.length];
    for (int place = 0; place < index.size(); place++) {
      byRow[index.point(place)] = index.estimate(place) / scale.inUnit(1);
    }

    return byRow;
  }

  private int[] near(int query, Reading reading, double limit, int shortest) {
    int count = index.meetNear(queries, query, reading, (float) scale.inUnit(limit), shortest);
    return IntStream.range(0, count).map(i -> index.point(index.near(i))).sorted().toArray();
  }

  @Test
  void places_areByLength() {
    assertThat(IntStream.range(0, 5).map(index::point)).containsExactly(A, C, E, D, B);
  }

  @Test
  void meetAll_knowsEveryDistance() {
    index.meetAll(queries, B);
    assertThat(estimates()).containsExactly(1 + 9, 0, 4 + 1 + 4, 1 + 9, 4 + 4 + 9);
    index.meetAll(queries, C);
    assertThat(estimates()).as("nothing is left of b").containsExactly(3, 9, 0, 11, 10);
  }

  @Test
  void column_isReadFromTheShortestRowOn() {
    near(D, new Reading(2, 100), Double.POSITIVE_INFINITY, 1);
    assertThat(estimates()).as("not of b").containsExactly(4, 9 + 13, 11, 0, 13);
    assertThat(index.cost()).as("32 to find the column").isEqualTo(32 + 2);
  }

  /** Of b, the column with 3 is in two rows, that with 2 in three. */
  @Test
  void columnsThatTellMost_areReadFirst() {
    near(B, new Reading(100, 3), Double.POSITIVE_INFINITY, 1);
    assertThat(estimates()).containsExactly(14 - 4, 26 - 18, 15 - 6, 22, 17);
    assertThat(index.cost()).isEqualTo(32 + 2 + 32 + 1);
  }

  @Test
  void nearerThanTheLimit_whetherMetOrShort() {
    assertThat(near(D, Reading.ALL, 12, 1))
        .as("c is 11 away, and shares no column")
        .containsExactly(A, B, C, D);
    assertThat(near(D, Reading.ALL, 5, 1)).containsExactly(A, D);
    assertThat(near(E, Reading.ALL, 6, 1))
        .as("c is near by its length, but met: 10 away")
        .containsExactly(A, E);
  }

  /** The floor is the estimate of the second shortest if nobody were met: 2 + 4. */
  @Test
  void withoutLimit_theShortestAreThere_andWhoIsNearer() {
    assertThat(near(E, Reading.ALL, Double.POSITIVE_INFINITY, 2)).containsExactly(A, C, E);
  }
}
