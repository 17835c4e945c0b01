// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClustersTest {

  @Test
  void assign_twoHeaps_separatesThem() {
    Points points = DensePoints.of(new double[] {0, 100, 1, 101, 2, 102}, 6, 1);
    int[] found = Clusters.assign(points, every(6), 2, 7);
    assertThat(new int[] {found[2], found[4]}).containsOnly(found[0]);
    assertThat(new int[] {found[3], found[5]}).containsOnly(found[1]);
    assertThat(found).containsOnly(0, 1);
  }

  @Test
  void assign_twice_isTheSame_andPutsPointsToTheNearestMean() {
    Points points = DensePoints.of(Workloads.clusters(3000, 6, 5, 1), 3000, 6);
    int[] found = Clusters.assign(points, every(3000), 8, 3);
    assertThat(Clusters.assign(points, every(3000), 8, 3)).containsExactly(found);
    assertThat(found).containsOnly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(inside(points, found)).isLessThan(0.2 * inside(points, new int[3000]));
  }

  @Test
  void assign_someMembers_leavesTheOthersOut_andDoesNotLookAtThem() {
    double[] values = Workloads.isotropic(500, 3, 2);
    boolean[] members = new boolean[500];
    Arrays.fill(members, 100, 400, true);
    int[] found = Clusters.assign(DensePoints.of(values, 500, 3), members, 4, 1);
    int[] alone =
        Clusters.assign(
            DensePoints.of(Arrays.copyOfRange(values, 300, 1200), 300, 3), every(300), 4, 1);
    assertThat(Arrays.copyOfRange(found, 100, 400)).containsExactly(alone);
    assertThat(Arrays.copyOfRange(found, 0, 100)).containsOnly(-1);
    assertThat(Arrays.copyOfRange(found, 400, 500)).containsOnly(-1);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,9", "3,9", "9,9", "64,2", "128,2", "70,64", "1000,1", "1000,300"})
  void assign_anySizes_numbersClustersWithoutAGap(int size, int clusters) {
    Points points = DensePoints.of(Workloads.isotropic(size, 2, 5), size, 2);
    assertCompact(Clusters.assign(points, every(size), clusters, 2), Math.min(size, clusters));
  }

  @Test
  void assign_asManyClustersAsDistinctPoints_givesEachItsOwn() {
    Points points = DensePoints.of(new double[] {5, 1, 9}, 3, 1);
    assertThat(Clusters.assign(points, every(3), 9, 1)).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void assign_identicalPointsOrNoColumns_isOneCluster() {
    assertThat(Clusters.assign(DensePoints.of(new double[50], 50, 1), every(50), 5, 1))
        .containsOnly(0);
    assertThat(Clusters.assign(DensePoints.of(new double[0], 50, 0), every(50), 5, 1))
        .containsOnly(0);
  }

  @Test
  void assign_noMembers_isNone() {
    Points points = DensePoints.of(new double[] {1, 2}, 2, 1);
    assertThat(Clusters.assign(points, new boolean[2], 3, 1)).containsExactly(-1, -1);
  }

  @Test
  void assign_noClustersOrOtherMarks_isRefused() {
    Points points = DensePoints.of(new double[] {1, 2}, 2, 1);
    assertThatThrownBy(() -> Clusters.assign(points, every(2), 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot make 0 clusters of 2 points by 2 marks");
    assertThatThrownBy(() -> Clusters.assign(points, every(3), 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot make 1 clusters of 2 points by 3 marks");
  }

  private static void assertCompact(int[] found, int most) {
    int count = (int) Arrays.stream(found).distinct().count();
    assertThat(count).isBetween(1, most);
    assertThat(Arrays.stream(found).min().orElse(-1)).isZero();
    assertThat(Arrays.stream(found).max().orElse(-1)).isEqualTo(count - 1);
  }

  /** The sum of squared distances between pairs of one cluster, over the sizes. */
  private static double inside(Points points, int[] clusterOf) {
    double[] sums = new double[clusterOf.length];
    int[] sizes = new int[clusterOf.length];
    for (int a = 0; a < clusterOf.length; a++) {
      sizes[clusterOf[a]]++;
      for (int b = 0; b < a; b++) {
        sums[clusterOf[a]] += clusterOf[a] == clusterOf[b] ? points.squaredDistance(a, b) : 0;
      }
    }

    double total = 0;
    for (int c = 0; c < sums.length; c++) {
      total += sizes[c] == 0 ? 0 : sums[c] / sizes[c];
    }

    return total;
  }

  private static boolean[] every(int size) {
    return Workloads.firstAreQueries(size, size);
  }
}
