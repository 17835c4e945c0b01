// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparksmote.internal.keyed.Mix;

/** Queries and candidates that are different points. */
class NeighborSearchTest {
  private static final SearchSettings EXACT = new SearchSettings(5, 1, 512, Integer.MAX_VALUE, 0);
  private static final SearchSettings FOREST = new SearchSettings(5, 24, 128, 0, 11);

  @Test
  void search_fivePointsOnALine_findsCandidatesOnly() {
    Points points = DensePoints.of(new double[] {0, 1, 3, 7, 8}, 5, 1);
    boolean[] isQuery = {true, true, false, true, false};
    boolean[] isCandidate = {false, true, true, false, true};
    Neighbors found = NeighborSearch.search(points, isQuery, isCandidate, EXACT);
    assertThat(found.k()).isEqualTo(2);
    assertThat(BruteForce.found(found, 0)).containsExactly(1, 2);
    assertThat(BruteForce.found(found, 1)).containsExactly(2, 4);
    assertThat(BruteForce.found(found, 2)).isEmpty();
    assertThat(BruteForce.found(found, 3)).containsExactly(4, 2);
    assertThat(found.distance(3, 1)).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"TTF,FFT,1", "TTF,FTT,1", "TTF,TTT,2", "TFF,TFF,0", "TFF,FFF,0", "FFF,TTT,3"})
  void search_fewCandidates_givesEveryQueryTheSameNumber(String asks, String serves, int k) {
    Points points = DensePoints.of(new double[] {0, 1, 3}, 3, 1);
    Neighbors found = NeighborSearch.search(points, marks(asks), marks(serves), EXACT);
    assertThat(found.k()).isEqualTo(k);
    assertThat(BruteForce.found(found, 0)).hasSize(asks.charAt(0) == 'T' ? k : 0);
  }

  @ParameterizedTest
  @CsvSource({"2,3", "3,2", "5,7", "1,6", "6,1"})
  void search_exactly_equalsBruteForceOverCandidates(int queryEvery, int candidateEvery) {
    Points points = DensePoints.of(Workloads.isotropic(1100, 6, 1), 1100, 6);
    assertExact(points, i -> i % queryEvery == 0, i -> i % candidateEvery == 1 % candidateEvery);
  }

  @Test
  void search_tiesAmongCandidates_findsAnyOfThem() {
    Points points = DensePoints.of(grid(900), 900, 2);
    assertExact(points, i -> i % 3 != 1, i -> i % 2 == 0);
  }

  @Test
  void search_nearlyEqualRows_fallsBackToDoubleAmongCandidates() {
    double[] values = Workloads.isotropic(600, 4, 3);
    for (int at = 0; at < values.length; at++) {
      values[at] = at < 4 ? 1e6 : values[at] * 1e-6;
    }

    assertExact(DensePoints.of(values, 600, 4), i -> i % 2 == 0, i -> i % 3 == 0);
  }

  @Test
  void search_sparseRows_equalsBruteForceOverCandidates() {
    SparsePoints points = words(500, 5000);
    assertThat(points.exactImage()).isFalse();
    assertExact(points, i -> i % 2 == 0, i -> i % 3 == 0);
    assertExact(points, i -> i % 2 == 0, i -> i % 2 == 1);
  }

  @Test
  void search_imageIsASketch_comparesInDouble() {
    Points sketch = SubPointsTest.sketchOf(DensePoints.of(Workloads.isotropic(300, 4, 5), 300, 4));
    assertExact(sketch, i -> i % 2 == 0, i -> i % 3 == 0);
  }

  @Test
  void search_forestOfOverlappingRoles_findsMostNeighbors() {
    Points points = DensePoints.of(Workloads.clusters(9000, 12, 9, 1), 9000, 12);
    assertThat(recall(points, i -> i % 3 != 0, i -> i % 2 == 0)).isGreaterThan(0.75);
  }

  @Test
  void search_forestOfDisjointRoles_findsMostNeighbors() {
    Points points = DensePoints.of(Workloads.clusters(9000, 12, 9, 2), 9000, 12);
    assertThat(recall(points, i -> i % 3 == 0, i -> i % 3 == 1)).isGreaterThan(0.75);
  }

  @Test
  void search_forestOfFewQueriesInOneCorner_findsMostNeighbors() {
    Points points = DensePoints.of(Workloads.manifold(9000, 10, 3), 9000, 10);
    double[] row = new double[10];
    IntPredicate isQuery =
        i -> {
          points.read(i, row);
          return row[0] > 0.5;
        };
    assertThat(recall(points, isQuery, i -> true)).isGreaterThan(0.75);
  }

  @Test
  void search_forestWithCandidatesFarFromQueries_stillFillsTheLists() {
    double[] values = Workloads.isotropic(6000, 3, 4);
    Arrays.setAll(values, at -> values[at] + (at < 3 * 5600 ? 0 : 1000));
    Points points = DensePoints.of(values, 6000, 3);
    assertThat(recall(points, i -> i < 5600, i -> i >= 5600)).isGreaterThan(0.75);
  }

  @Test
  void search_forestOfEverything_isTheSameWithTheMarksOrWithout() {
    Points points = DensePoints.of(Workloads.clusters(4000, 8, 5, 4), 4000, 8);
    boolean[] some = Workloads.firstAreQueries(4000, 2500);
    Neighbors plain = NeighborSearch.search(points, some, FOREST);
    Neighbors marked =
        NeighborSearch.search(points, some, Workloads.firstAreQueries(4000, 4000), FOREST);
    for (int i = 0; i < 4000; i++) {
      assertThat(BruteForce.found(marked, i)).containsExactly(BruteForce.found(plain, i));
    }
  }

  @Test
  void search_fewQueriesAmongMany_isExact() {
    Points points = DensePoints.of(Workloads.isotropic(8000, 10, 6), 8000, 10);
    boolean[] few = marks(8000, i -> i % 40 == 0);
    Neighbors found = NeighborSearch.search(points, few, new SearchSettings(5, 1, 128, 1, 0));
    for (int i = 0; i < 8000; i += 40) {
      BruteForce.assertNearest(points, i, 5, BruteForce.found(found, i));
    }
  }

  @Test
  void search_marksOfOtherLength_isRefused() {
    Points points = DensePoints.of(new double[] {1, 2}, 2, 1);
    assertThatThrownBy(() -> NeighborSearch.search(points, new boolean[2], new boolean[3], EXACT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot search neighbours: 3 marks for 2 points");
  }

  private static void assertExact(Points points, IntPredicate isQuery, IntPredicate isCandidate) {
    boolean[] queries = marks(points.size(), isQuery);
    boolean[] candidates = marks(points.size(), isCandidate);
    Neighbors found = NeighborSearch.search(points, queries, candidates, EXACT);
    for (int i = 0; i < points.size(); i++) {
      if (queries[i]) {
        BruteForce.assertNearest(points, i, candidates, 5, BruteForce.found(found, i));
      } else {
        assertThat(found.count(i)).isZero();
      }
    }
  }

  /** The share of true neighbours found; every list must be full, of candidates, and in order. */
  private static double recall(Points points, IntPredicate isQuery, IntPredicate isCandidate) {
    int size = points.size();
    boolean[] candidates = marks(size, isCandidate);
    int[] queries = Ids.where(marks(size, isQuery));
    Neighbors found = NeighborSearch.search(points, marks(size, isQuery), candidates, FOREST);
    int hits = 0;
    for (int query : queries) {
      int[] ids = BruteForce.found(found, query);
      assertThat(ids).hasSize(5).doesNotHaveDuplicates().doesNotContain(query);
      assertThat(Arrays.stream(ids)).allMatch(id -> candidates[id]);
      int[] expected = BruteForce.nearest(points, query, candidates, 5);
      double farthest = Math.sqrt(points.squaredDistance(query, expected[4]));
      for (int r = 0; r < 5; r++) {
        hits += found.distance(query, r) <= farthest ? 1 : 0;
      }
    }

    return hits / (5.0 * queries.length);
  }

  private static boolean[] marks(String letters) {
    return marks(letters.length(), i -> letters.charAt(i) == 'T');
  }

  private static boolean[] marks(int size, IntPredicate test) {
    boolean[] marks = new boolean[size];
    for (int i = 0; i < size; i++) {
      marks[i] = test.test(i);
    }

    return marks;
  }

  private static double[] grid(int size) {
    double[] values = new double[size * 2];
    Arrays.setAll(values, at -> at % 2 == 0 ? Math.floorDiv(at, 60) : Math.floorDiv(at, 2) % 30);
    return values;
  }

  /** Rows of four words, many of them shared. */
  private static SparsePoints words(int rows, int columns) {
    int[] offsets = new int[rows + 1];
    int[] indices = new int[rows * 4];
    double[] values = new double[rows * 4];
    for (int at = 0; at < indices.length; at++) {
      offsets[at / 4 + 1] = at - at % 4 + 4;
      indices[at] = at % 4 * (columns / 4) + Mix.below(1, at, 12);
      values[at] = 1 + Mix.below(2, at, 3);
    }

    return SparsePoints.of(offsets, indices, values, columns, any -> 1);
  }
}
