// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashTreeTest {
  private static final int DIMS = 12;
  private static final int MOST_BUCKETS = 8;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 16})
  void home_distinctRows_fillsBucketsEvenly(int buckets) {
    assertBalanced(rows(Workloads.clusters(20_000, DIMS, 30, 1), DIMS), buckets);
    assertBalanced(rows(Workloads.manifold(20_000, DIMS, 1), DIMS), buckets);
  }

  @Test
  void route_clusters_copiesFewRows() {
    double[][] rows = rows(Workloads.clusters(20_000, 30, 50, 2), 30);
    assertThat(copies(HashTree.learn(every(rows, 4), 1.0 / 4, 4, 0.10, 0.6, 5, 1), rows))
        .isLessThan(0.05);
  }

  @Test
  void route_oneCloud_copiesAboutTheHaloPerLevel() {
    double[][] rows = rows(Workloads.isotropic(20_000, DIMS, 3), DIMS);
    assertThat(copies(HashTree.learn(every(rows, 4), 1.0 / 4, 2, 0.10, 0.6, 5, 1), rows))
        .isBetween(0.05, 0.13);
    assertThat(copies(HashTree.learn(every(rows, 4), 1.0 / 4, 4, 0.10, 0.6, 5, 1), rows))
        .isLessThan(0.26);
  }

  @Test
  void route_clustersCutByManyBorders_fillsNoBucketMoreThanTwice() {
    double[][] rows = rows(Workloads.clusters(24_000, 30, 50, 2), 30);
    HashTree tree = HashTree.learn(rows, 1, 64, 0.10, 0.6, 5, 1);
    int[] out = new int[64];
    int[] arrived = new int[64];
    for (double[] row : rows) {
      int count = tree.route(row, out);
      for (int i = 0; i < count; i++) {
        arrived[out[i]]++;
      }
    }

    assertThat(Arrays.stream(arrived).max().orElse(0)).isLessThanOrEqualTo(2 * 24_000 / 64);
    assertThat(Arrays.stream(arrived).sum()).isGreaterThan(30_000); // borders are bridged
  }

  @Test
  void route_noHalo_copiesNothing() {
    double[][] rows = rows(Workloads.isotropic(4000, DIMS, 3), DIMS);
    assertThat(copies(HashTree.learn(every(rows, 4), 1.0 / 4, 8, 0, 0.6, 5, 1), rows)).isZero();
  }

  @Test
  void route_anyRow_startsWithHomeAndNamesNoBucketTwice() {
    double[][] rows = rows(Workloads.isotropic(2000, DIMS, 4), DIMS);
    HashTree tree = HashTree.learn(rows, 1, 7, 0.10, 0.6, 5, 1);
    int[] out = new int[7];
    for (double[] row : rows) {
      int[] routed = Arrays.copyOf(out, tree.route(row, out));
      System.arraycopy(out, 0, routed, 0, routed.length);
      assertThat(routed[0]).isEqualTo(tree.home(row));
      assertThat(routed).doesNotHaveDuplicates();
      assertThat(Arrays.stream(routed).allMatch(b -> b >= 0 && b < 7)).isTrue();
    }
  }

  @Test
  void route_neighborsAcrossBuckets_areMostlyReached() {
    double[] rows = Workloads.clusters(6000, DIMS, 10, 5);
    HashTree tree = HashTree.learn(every(rows(rows, DIMS), 3), 1.0 / 3, 4, 0.10, 0.6, 5, 1);
    assertThat(reached(tree, rows, 4)).isGreaterThan(0.97);
    assertThat(tree.reachable()).isGreaterThan(0.97);
  }

  @Test
  void reachable_bordersThroughOneCloud_isWhatNeighborsTell() {
    double[] rows = Workloads.isotropic(6000, DIMS, 5);
    HashTree tree = HashTree.learn(every(rows(rows, DIMS), 3), 1.0 / 3, 16, 0.05, 0.6, 5, 1);
    assertThat(tree.reachable())
        .isBetween(0.3, 0.8)
        .isCloseTo(reached(tree, rows, 16), within(0.1));
  }

  /** The share of the 5 nearest rows, of 300 of the rows, that are sent to their home. */
  private static double reached(HashTree tree, double[] values, int buckets) {
    double[][] rows = rows(values, DIMS);
    Points points = DensePoints.of(values, rows.length, DIMS);
    double reached = 0;
    int[] out = new int[buckets];
    for (int i = 0; i < rows.length; i += rows.length / 300) {
      for (int id : BruteForce.nearest(points, i, 5)) {
        int home = tree.home(rows[i]);
        int count = tree.route(rows[id], out);
        reached += Arrays.stream(out, 0, count).anyMatch(b -> b == home) ? 1 : 0;
      }
    }

    return reached / (5 * 300);
  }

  @Test
  void fromBytes_writtenTree_routesAlike() {
    double[][] rows = rows(Workloads.clusters(2000, DIMS, 10, 6), DIMS);
    HashTree tree = HashTree.learn(rows, 1, 5, 0.10, 0.6, 5, 1);
    HashTree read = HashTree.fromBytes(tree.toBytes());
    int[] out = new int[5];
    int[] readOut = new int[5];
    assertThat(read.reachable()).isEqualTo(tree.reachable());
    for (double[] row : rows) {
      int count = tree.route(row, out);
      assertThat(read.route(row, readOut)).isEqualTo(count);
      assertThat(Arrays.copyOf(readOut, count)).containsExactly(Arrays.copyOf(out, count));
    }
  }

  @Test
  void fromBytes_otherBytes_isRefused() {
    byte[] bytes = HashTree.learn(new double[0][], 1, 1, 0.10, 0.6, 5, 1).toBytes();
    bytes[0] = 9;
    assertThatThrownBy(() -> HashTree.fromBytes(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot read a hash tree: version 9, 25 bytes");
  }

  @Test
  void learn_sameSample_givesTheSameTree() {
    double[][] rows = rows(Workloads.manifold(3000, DIMS, 7), DIMS);
    assertThat(HashTree.learn(rows, 1, 6, 0.10, 0.6, 5, 1).toBytes())
        .isEqualTo(HashTree.learn(rows, 1, 6, 0.10, 0.6, 5, 1).toBytes());
  }

  @Test
  void learn_identicalRows_sendsAllToOneBucket() {
    double[][] rows = new double[100][DIMS];
    HashTree tree = HashTree.learn(rows, 1, 4, 0.10, 0.6, 5, 1);
    int[] out = new int[4];
    assertThat(tree.route(rows[0], out)).isEqualTo(1);
    assertThat(out[0]).isEqualTo(tree.home(rows[99])).isBetween(0, 3);
  }

  @Test
  void learn_fewerRowsThanBuckets_stillRoutes() {
    double[][] rows = rows(Workloads.isotropic(3, DIMS, 8), DIMS);
    HashTree tree = HashTree.learn(rows, 1, 8, 0.10, 0.6, 5, 1);
    for (double[] row : rows) {
      assertThat(tree.home(row)).isBetween(0, 7);
    }

    assertThat(HashTree.learn(new double[0][], 1, 3, 0.10, 0.6, 5, 1).home(rows[0]))
        .isBetween(0, 2);
  }

  @Test
  void learn_hugeColumns_staysBalanced() {
    double[] values = Workloads.isotropic(4000, 4, 9);
    for (int i = 0; i < 4000; i++) {
      values[4 * i] = Double.MAX_VALUE * Math.tanh(values[4 * i]);
      values[4 * i + 1] = 1e308;
      values[4 * i + 2] *= 1e300;
    }

    assertBalanced(rows(values, 4), 4);
    HashTree tree = HashTree.learn(rows(Workloads.isotropic(500, 4, 9), 4), 1, 4, 0.10, 0.6, 5, 1);
    double far = Double.MAX_VALUE;
    assertThat(tree.home(new double[] {far, -far, far, -far})).isBetween(0, 3);
  }

  @Test
  void learn_manyCopiesOfOneRow_keepsThemTogether() {
    double[][] rows = rows(Workloads.isotropic(1000, DIMS, 10), DIMS);
    for (int i = 0; i < 1000; i += 2) {
      rows[i] = rows[0];
    }

    HashTree tree = HashTree.learn(rows, 1, 4, 0.10, 0.6, 5, 1);
    assertThat(tree.home(rows[0].clone())).isEqualTo(tree.home(rows[998]));
  }

  @Test
  void learn_noBuckets_isRefused() {
    assertThatThrownBy(() -> HashTree.learn(new double[1][1], 1, 0, 0.10, 0.6, 5, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot split rows into 0 buckets");
  }

  private static void assertBalanced(double[][] rows, int buckets) {
    HashTree tree = HashTree.learn(every(rows, 4), 1.0 / 4, buckets, 0.10, 0.6, 5, 1);
    int[] counts = new int[buckets];
    for (double[] row : rows) {
      counts[tree.home(row)]++;
    }

    assertThat(Arrays.stream(counts).max().orElse(0))
        .isLessThan((int) (1.6 * rows.length / buckets) + 1);
  }

  private static double copies(HashTree tree, double[][] rows) {
    int[] out = new int[MOST_BUCKETS];
    long copies = 0;
    for (double[] row : rows) {
      copies += tree.route(row, out) - 1;
    }

    return (double) copies / rows.length;
  }

  private static double[][] every(double[][] rows, int step) {
    double[][] kept = new double[rows.length / step][];
    Arrays.setAll(kept, i -> rows[i * step]);
    return kept;
  }

  private static double[][] rows(double[] values, int dims) {
    double[][] rows = new double[values.length / dims][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(values, i * dims, (i + 1) * dims));
    return rows;
  }
}
