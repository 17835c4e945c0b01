// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.sparksmote.internal.keyed.Mix;

class ForestSearchTest {
  private static final SearchSettings FOREST = new SearchSettings(5, 24, 128, 0, 11);

  @Test
  void search_clusters_findsMostNeighbors() {
    Points points = DensePoints.of(Workloads.clusters(6000, 12, 9, 1), 6000, 12);
    assertThat(recall(points, FOREST)).isGreaterThan(0.75);
  }

  @Test
  void search_clusters_partnersAreHardlyFartherThanExact() {
    Points points = DensePoints.of(Workloads.clusters(6000, 12, 9, 2), 6000, 12);
    Neighbors found = NeighborSearch.search(points, all(6000), FOREST);
    double sum = 0;
    double exact = 0;
    for (int i = 0; i < 6000; i += 10) {
      sum += found.distance(i, 4);
      exact += Math.sqrt(points.squaredDistance(i, BruteForce.nearest(points, i, 5)[4]));
    }

    assertThat(sum / exact).isBetween(1.0, 1.02);
  }

  /** Any target is met by some number of trees; a stricter one takes more of them. */
  @Test
  void search_targets_areMet() {
    Points points = DensePoints.of(Workloads.clusters(6000, 12, 9, 1), 6000, 12);
    SearchSettings many = new SearchSettings(5, 400, 128, 0, 11);
    double loose = recall(points, many.withTarget(new SearchSettings.Target(5, 0.3)));
    double usual = recall(points, many);
    double strict = recall(points, many.withTarget(new SearchSettings.Target(0.9, 0.97)));
    assertThat(loose).isLessThan(usual);
    assertThat(usual).isGreaterThan(0.73).isLessThan(strict);
    assertThat(strict).isGreaterThan(0.95);
  }

  @Test
  void search_twice_isTheSame() {
    Points points = DensePoints.of(Workloads.manifold(5000, 10, 3), 5000, 10);
    Neighbors once = NeighborSearch.search(points, all(5000), FOREST);
    Neighbors again = NeighborSearch.search(points, all(5000), FOREST);
    for (int i = 0; i < 5000; i++) {
      assertThat(BruteForce.found(once, i)).containsExactly(BruteForce.found(again, i));
    }
  }

  @Test
  void search_anyData_ordersByDistanceWithoutRepeats() {
    Points points = DensePoints.of(distinctIntegers(4000), 4000, 4);
    Neighbors found = NeighborSearch.search(points, all(4000), FOREST);
    for (int i = 0; i < 4000; i++) {
      int[] ids = BruteForce.found(found, i);
      assertThat(ids).hasSize(5).doesNotHaveDuplicates().doesNotContain(i);
      for (int r = 1; r < 5; r++) {
        assertThat(found.distance(i, r)).isGreaterThanOrEqualTo(found.distance(i, r - 1));
      }
    }
  }

  @Test
  void search_someAreCandidatesOnly_givesThemNoNeighborsButOffersThem() {
    Points points = DensePoints.of(Workloads.clusters(4000, 8, 5, 4), 4000, 8);
    Neighbors found = NeighborSearch.search(points, Workloads.firstAreQueries(4000, 2500), FOREST);
    assertThat(found.count(2499)).isEqualTo(5);
    assertThat(found.count(2500)).isZero();
    assertThat(Arrays.stream(BruteForce.found(found, 0)).max().orElse(0)).isGreaterThan(0);
    long foreign = 0;
    for (int i = 0; i < 2500; i++) {
      foreign += Arrays.stream(BruteForce.found(found, i)).filter(id -> id >= 2500).count();
    }

    assertThat(foreign / (2500.0 * 5)).isBetween(0.33, 0.42);
    assertThatThrownBy(() -> found.id(2500, 0))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("No neighbour 0 of point 2500");
  }

  @Test
  void search_pointsInALine_findsTheAdjacent() {
    double[] values = new double[5000 * 3];
    Arrays.setAll(values, at -> Math.floorDiv(at, 3) * (1.0 + at % 3));
    Points points = DensePoints.of(values, 5000, 3);
    assertThat(recall(points, FOREST)).isGreaterThan(0.9);
  }

  @Test
  void search_pointsNearlyAlike_terminatesWithFullLists() {
    double[] values = new double[5000 * 2];
    Arrays.fill(values, 1.0);
    for (int i = 0; i < 5000; i++) {
      values[2 * i] += i * 0x1p-52;
    }

    values[0] = 1e9;
    Neighbors found = NeighborSearch.search(DensePoints.of(values, 5000, 2), all(5000), FOREST);
    assertThat(found.count(4999)).isEqualTo(5);
    assertThat(found.id(4999, 4)).isNotNegative();
  }

  @Test
  void search_wideSparseRows_ranksTheSketchByTrueDistance() {
    Points points = sparseClusters(3000, 5000);
    assertThat(points.exactImage()).isFalse();
    assertThat(recall(points, FOREST)).isGreaterThan(0.6);
  }

  @Test
  void search_marksOfOtherLength_isRefused() {
    Points points = DensePoints.of(new double[] {1, 2}, 2, 1);
    assertThatThrownBy(() -> NeighborSearch.search(points, all(3), FOREST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot search neighbours: 3 marks for 2 points");
  }

  private static double recall(Points points, SearchSettings settings) {
    int size = points.size();
    Neighbors found = NeighborSearch.search(points, all(size), settings);
    int hits = 0;
    int asked = 0;
    for (int i = 0; i < size; i += size / 300) {
      int[] expected = BruteForce.nearest(points, i, 5);
      double farthest = Math.sqrt(points.squaredDistance(i, expected[4]));
      for (int r = 0; r < 5; r++, asked++) {
        hits += found.distance(i, r) <= farthest ? 1 : 0;
      }
    }

    return (double) hits / asked;
  }

  private static double[] distinctIntegers(int rows) {
    double[] values = new double[rows * 4];
    for (int i = 0; i < rows; i++) {
      for (int j = 0, rest = i; j < 4; j++, rest /= 8) {
        values[4 * i + j] = rest % 8;
      }
    }

    return values;
  }

  /** Rows of 20 words; the 12 first are those of one of 100 topics. */
  private static Points sparseClusters(int rows, int columns) {
    int[] offsets = new int[rows + 1];
    int[] indices = new int[rows * 20];
    double[] values = new double[rows * 20];
    for (int i = 0; i < rows; i++) {
      offsets[i + 1] = offsets[i] + 20;
      for (int w = 0; w < 20; w++) {
        long key = w < 12 ? Mix.below(1, i, 100) * 64L + w : i * 64L + w + 1_000_000;
        indices[offsets[i] + w] = w * (columns / 20) + Mix.below(2, key, columns / 20);
        values[offsets[i] + w] = 1 + Workloads.uniform(Mix.child(3, i * 20L + w));
      }
    }

    return SparsePoints.of(offsets, indices, values, columns, any -> 1);
  }

  private static boolean[] all(int size) {
    return Workloads.firstAreQueries(size, size);
  }
}
