// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Distances in nested balls are those of comparing every point. */
class BallTreeTest {

  private static double[] all(double[][] points, long[] copies, double[] query) {
    return IntStream.range(0, points.length)
        .boxed()
        .flatMapToDouble(
            i -> IntStream.range(0, (int) copies[i]).mapToDouble(any -> distance(points[i], query)))
        .sorted()
        .toArray();
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }

    return Math.sqrt(sum);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 40, 700})
  void nearest_farthest_andReach_areThoseOfBruteForce(int count) {
    Random random = new Random(count);
    for (int round = 0; round < 6; round++) {
      boolean grid = round % 2 == 0; // ties everywhere, and points that are the same
      double scale = Math.pow(10, round);
      double[][] points = new double[count][3];
      long[] copies = new long[count];
      double[] reach = new double[count];
      for (int i = 0; i < count; i++) {
        points[i] = point(random, grid, scale);
        copies[i] = 1L + random.nextInt(3);
        reach[i] = random.nextInt(3) == 0 ? -1 : scale * random.nextInt(3) / count;
      }

      BallTree tree = new BallTree(points, copies, reach);
      for (int q = 0; q < 30; q++) {
        double[] query = point(random, grid, 2 * scale);
        double[] all = all(points, copies, query);
        for (int k : new int[] {1, 3, 10}) {
          int found = Math.min(k, all.length);
          assertThat(tree.nearest(query, k)).isEqualTo(Arrays.copyOf(all, found));
          assertThat(tree.farthest(query, k))
              .isEqualTo(Arrays.copyOfRange(all, all.length - found, all.length));
        }

        boolean reached =
            IntStream.range(0, count).anyMatch(i -> distance(points[i], query) <= reach[i]);
        assertThat(tree.isReached(query)).isEqualTo(reached);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0x1p520, 0x1p-545})
  void distances_areTheSameInAnyUnit(double unit) {
    double[][] line = new double[100][];
    Arrays.setAll(line, i -> new double[] {i * unit, 0});
    long[] copies = new long[100];
    Arrays.fill(copies, 1);
    double[] reach = new double[100];
    Arrays.fill(reach, 2 * unit);
    BallTree tree = new BallTree(line, copies, reach);
    double[] query = {102 * unit, 4 * unit};
    assertThat(tree.nearest(query, 1)).containsExactly(5 * unit);
    assertThat(tree.farthest(new double[] {96 * unit, 28 * unit}, 1)).containsExactly(100 * unit);
    assertThat(tree.isReached(query)).isFalse();
    assertThat(tree.isReached(new double[] {50 * unit, 2 * unit})).isTrue();
  }

  private static double[] point(Random random, boolean grid, double scale) {
    return random
        .doubles(3, -5, 5)
        .map(x -> grid ? Math.rint(x) * scale : x * scale + 1000)
        .toArray();
  }
}
