// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparksmote.internal.keyed.Mix;

class ExactSearchTest {
  private static final SearchSettings EXACT = new SearchSettings(5, 1, 512, Integer.MAX_VALUE, 0);

  @ParameterizedTest
  @CsvSource({"2,1", "3,7", "6,2", "7,30", "511,3", "513,5", "1025,31", "700,4"})
  void search_awkwardSizes_equalsBruteForce(int rows, int dims) {
    assertExact(DensePoints.of(Workloads.isotropic(rows, dims, 1), rows, dims));
  }

  @Test
  void search_integerGrid_ordersTiesByIndex() {
    double[] values = new double[900 * 2];
    for (int i = 0; i < 900; i++) {
      values[2 * i] = Math.floorDiv(i, 30);
      values[2 * i + 1] = i % 30;
    }

    assertExact(DensePoints.of(values, 900, 2));
  }

  @Test
  void search_hypercubeCorners_ordersTiesByIndex() {
    double[] values = new double[1024 * 10];
    for (int at = 0; at < values.length; at++) {
      values[at] = ((at / 10) >> (at % 10)) & 1;
    }

    assertExact(DensePoints.of(values, 1024, 10));
  }

  @Test
  void search_timestampsOfSpreadOne_losesNoDigits() {
    double[] values = new double[600 * 3];
    Arrays.setAll(values, at -> 1.7e9 + Workloads.uniform(Mix.child(2, at)));
    assertExact(DensePoints.of(values, 600, 3));
  }

  @Test
  void search_manyNearlyEqualRows_fallsBackToDouble() {
    double[] values = Workloads.isotropic(600, 4, 3);
    for (int at = 0; at < values.length; at++) {
      values[at] = at < 4 ? 1e6 : values[at] * 1e-6;
    }

    assertExact(DensePoints.of(values, 600, 4));
  }

  @Test
  void search_columnsOfMixedScale_equalsBruteForce() {
    double[] values = Workloads.isotropic(600, 5, 4);
    double[] scales = {1e-12, 1e-3, 1, 1e6, 1e12};
    for (int at = 0; at < values.length; at++) {
      values[at] *= scales[at % 5];
    }

    assertExact(DensePoints.of(values, 600, 5));
    assertExact(DensePoints.of(values, 600, new double[] {1e12, 1e3, 1, 1e-6, 1e-12}));
  }

  @Test
  void search_largestAndSmallestDoubles_staysFinite() {
    double[] extremes = {
      1e308, -1e308, Double.MIN_VALUE, 0, 1, Double.MAX_VALUE, -Double.MAX_VALUE
    };
    double[] values = new double[300 * 3];
    for (int at = 0; at < values.length; at++) {
      double fraction = Workloads.uniform(Mix.child(5, at));
      values[at] = extremes[Mix.below(6, at, extremes.length)] * fraction;
    }

    Points points = DensePoints.of(values, 300, 3);
    assertExact(points);
    Neighbors found = NeighborSearch.search(points, all(300), EXACT);
    assertThat(found.distance(0, 4)).isFinite().isPositive();
  }

  @Test
  void search_onlyTinyDoubles_keepsTheirOrder() {
    double[] values = new double[50];
    Arrays.setAll(values, i -> i * i * Double.MIN_VALUE);
    Neighbors found = NeighborSearch.search(DensePoints.of(values, 50, 1), all(50), EXACT);
    assertThat(BruteForce.found(found, 49)).containsExactly(48, 47, 46, 45, 44);
    assertThat(found.distance(1, 0)).isPositive();
  }

  @Test
  void search_hugeConstantColumn_leavesTheOthersTheirScale() {
    double[] values = Workloads.isotropic(300, 3, 6);
    for (int at = 2; at < values.length; at += 3) {
      values[at] = Double.MAX_VALUE;
    }

    assertExact(DensePoints.of(values, 300, new double[] {1, 1, 1e10}));
  }

  @Test
  void search_queriesAreFewerThanPoints_usesOthersAsCandidates() {
    Points points = DensePoints.of(Workloads.isotropic(400, 6, 7), 400, 6);
    boolean[] marks = new boolean[400];
    for (int i = 0; i < 400; i += 7) {
      marks[i] = true;
    }

    Neighbors found = NeighborSearch.search(points, marks, EXACT);
    for (int i = 0; i < 400; i++) {
      if (marks[i]) {
        BruteForce.assertNearest(points, i, 5, BruteForce.found(found, i));
      } else {
        assertThat(found.count(i)).isZero();
      }
    }
  }

  @Test
  void search_onePoint_hasNoNeighbors() {
    Neighbors found = NeighborSearch.search(DensePoints.of(new double[] {3}, 1, 1), all(1), EXACT);
    assertThat(found.k()).isZero();
    assertThat(found.count(0)).isZero();
  }

  @Test
  void search_noPoints_isEmpty() {
    Points points = DensePoints.of(new double[0], 0, 2);
    assertThat(NeighborSearch.search(points, all(0), EXACT).k()).isZero();
  }

  private static void assertExact(Points points) {
    Neighbors found = NeighborSearch.search(points, all(points.size()), EXACT);
    for (int i = 0; i < points.size(); i++) {
      int[] ids = BruteForce.found(found, i);
      BruteForce.assertNearest(points, i, EXACT.k(), ids);
      double last = points.squaredDistance(i, ids[ids.length - 1]);
      assertThat(found.distance(i, ids.length - 1)).isEqualTo(Math.sqrt(last));
    }
  }

  private static boolean[] all(int size) {
    return Workloads.firstAreQueries(size, size);
  }
}
