// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The oracle: every distance in double, sorted. It knows no rule for points equally far. */
final class BruteForce {
  private BruteForce() {}

  static int[] nearest(Points points, int query, int k) {
    return nearest(points, query, Workloads.firstAreQueries(points.size(), points.size()), k);
  }

  static int[] nearest(Points points, int query, boolean[] isCandidate, int k) {
    double[] distances = new double[points.size()];
    Arrays.setAll(
        distances,
        i ->
            i != query && isCandidate[i]
                ? points.squaredDistance(query, i)
                : Double.POSITIVE_INFINITY);
    double[] sorted = distances.clone();
    Arrays.sort(sorted);
    double farthest = sorted[Math.min(k, sorted.length - 1) - 1];
    return IntStream.range(0, distances.length)
        .filter(i -> distances[i] <= farthest && distances[i] < Double.POSITIVE_INFINITY)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(i -> distances[i])
                .thenComparing(Comparator.naturalOrder()))
        .limit(k)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Points as near as the nearest, in order; whichever, where some are equally far. */
  static void assertNearest(Points points, int query, int k, int... found) {
    boolean[] all = Workloads.firstAreQueries(points.size(), points.size());
    assertNearest(points, query, all, k, found);
  }

  /** The same of the points marked in {@code isCandidate}. */
  static void assertNearest(Points points, int query, boolean[] isCandidate, int k, int... found) {
    assertThat(found).as("neighbours of %d", query).doesNotHaveDuplicates().doesNotContain(query);
    assertThat(Arrays.stream(found)).allMatch(id -> isCandidate[id]);
    int[] expected = nearest(points, query, isCandidate, k);
    assertThat(distances(points, query, found)).isEqualTo(distances(points, query, expected));
  }

  private static double[] distances(Points points, int query, int[] ids) {
    return Arrays.stream(ids).mapToDouble(id -> points.squaredDistance(query, id)).toArray();
  }

  static int[] found(Neighbors neighbors, int query) {
    return IntStream.range(0, neighbors.count(query)).map(r -> neighbors.id(query, r)).toArray();
  }
}
