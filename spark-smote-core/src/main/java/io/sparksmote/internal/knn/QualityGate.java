// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.internal.knn;

/**
 * Decides when a forest has found enough, by a small sample of queries answered exactly.
 *
 * <p>SMOTE draws one of k neighbours, so what counts is how far partners are. The forest may stop
 * when its partners are on average no farther than those of an exact search with a few more
 * neighbours, and most of them are the right ones: easy data is cheap, hard data honest.
 */
final class QualityGate {
  private static final int SAMPLE = 256;

  private final int k;
  private final double leastRecall;
  private final int[] sample;
  private final CandidateLists truth;
  private final double allowed;

  /** Samples the queries evenly; the sample holds places among them. */
  QualityGate(FloatImage image, Roles roles, int k, SearchSettings.Target target) {
    int[] queries = roles.queries();
    int count = Math.min(SAMPLE, queries.length);
    int[] points = new int[count];
    this.k = k;
    this.leastRecall = target.leastRecall();
    this.sample = new int[count];
    for (int i = 0; i < count; i++) {
      sample[i] = (int) ((long) queries.length * i / count);
      points[i] = queries[sample[i]];
    }

    int whole = (int) target.extraNeighbors();
    this.truth = FullScan.nearest(image, points, roles.candidates(), k + whole + 1);
    double narrow = 0;
    double wide = 0;
    for (int i = 0; i < count; i++) {
      narrow += meanDistance(truth, i, k + whole);
      wide += meanDistance(truth, i, k + whole + 1);
    }

    this.allowed = narrow + (target.extraNeighbors() - whole) * (wide - narrow);
  }

  boolean isPassedBy(CandidateLists found) {
    double sum = 0;
    int hits = 0;
    for (int i = 0; i < sample.length; i++) {
      sum += meanDistance(found, sample[i], k);
      for (int r = 0; r < k; r++) {
        hits += found.distance(sample[i], r) <= truth.distance(i, k - 1) ? 1 : 0;
      }
    }

    return sum <= allowed && hits >= leastRecall * k * sample.length;
  }

  private static double meanDistance(CandidateLists lists, int query, int k) {
    double sum = 0;
    for (int r = 0; r < k; r++) {
      sum += Math.sqrt(lists.distance(query, r));
    }

    return sum / k;
  }
}
