// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The oracle: every distance in double, sorted by (distance, index). */
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

  static int[] found(Neighbors neighbors, int query) {
    return IntStream.range(0, neighbors.count(query)).map(r -> neighbors.id(query, r)).toArray();
  }
}
