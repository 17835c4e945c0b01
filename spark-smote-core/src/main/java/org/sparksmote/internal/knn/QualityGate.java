// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

/**
 * Decides when a search has found enough, by a small sample of queries answered exactly.
 *
 * <p>SMOTE draws one of k neighbours, so what counts is how far partners are. The search may stop
 * when its partners are on average no farther than those of an exact search with a few more
 * neighbours, and most of them are the right ones: easy data is cheap, hard data honest.
 */
final class QualityGate {
  private static final int SAMPLE = 256;

  private final int k;
  private final double leastRecall;
  private final int[] sample; // places among the queries
  private final int[] points;
  private final CandidateLists truth;
  private final double allowed;

  /** Answers some queries exactly. */
  interface Oracle {
    /** The nearest candidates of the points, so many of each. */
    CandidateLists nearest(int[] points, int count);
  }

  /** Samples the queries evenly. */
  QualityGate(int[] queries, int k, SearchSettings.Target target, Oracle oracle) {
    int count = Math.min(SAMPLE, queries.length);
    this.k = k;
    this.leastRecall = target.leastRecall();
    this.sample = new int[count];
    this.points = new int[count];
    for (int i = 0; i < count; i++) {
      sample[i] = (int) ((long) queries.length * i / count);
      points[i] = queries[sample[i]];
    }

    int whole = (int) target.extraNeighbors();
    // Twice k tell what a search finds that misses some of the k.
    this.truth = oracle.nearest(points, Math.max(2 * k, k + whole + 1));
    double narrow = sumOfMeans(k + whole);
    double wide = sumOfMeans(k + whole + 1);
    this.allowed = narrow + (target.extraNeighbors() - whole) * (wide - narrow);
  }

  /** The squared distances of the k nearest that a search has for a query of the sample. */
  interface Found {
    float distance(int sampled, int rank);
  }

  boolean isPassedBy(CandidateLists lists) {
    return isPassedBy((sampled, rank) -> lists.distance(sample[sampled], rank));
  }

  boolean isPassedBy(Found found) {
    double sum = 0;
    int hits = 0;
    for (int i = 0; i < sample.length; i++) {
      sum += meanDistance(found, i, k);
      for (int r = 0; r < k; r++) {
        hits += found.distance(i, r) <= truth.distance(i, k - 1) ? 1 : 0;
      }
    }

    return sum <= allowed && hits >= leastRecall * k * sample.length;
  }

  /** How near the lists come to the truth. */
  SearchQuality quality(CandidateLists lists) {
    return quality((sampled, rank) -> lists.distance(sample[sampled], rank));
  }

  SearchQuality quality(Found found) {
    double sum = 0;
    for (int i = 0; i < sample.length; i++) {
      sum += meanDistance(found, i, k);
    }

    return new SearchQuality(effectiveK(sum));
  }

  /** The number of true neighbours that are as far on average; between two, by proportion. */
  private double effectiveK(double sum) {
    double before = sumOfMeans(k);
    for (int wide = k + 1; wide <= truth.length; wide++) {
      double mean = sumOfMeans(wide);
      if (mean >= sum) {
        return mean > before ? Math.max(k, wide - (mean - sum) / (mean - before)) : k;
      }

      before = mean;
    }

    return truth.length;
  }

  private double sumOfMeans(int wide) {
    double sum = 0;
    for (int i = 0; i < sample.length; i++) {
      sum += meanTrueDistance(i, wide);
    }

    return sum;
  }

  int sampled() {
    return sample.length;
  }

  /** The place among the queries of a query of the sample. */
  int query(int sampled) {
    return sample[sampled];
  }

  int point(int sampled) {
    return points[sampled];
  }

  /** The true neighbours of the sample, more than k. */
  CandidateLists truth() {
    return truth;
  }

  private double meanTrueDistance(int sampled, int k) {
    return meanDistance(truth::distance, sampled, k);
  }

  private static double meanDistance(Found found, int sampled, int k) {
    double sum = 0;
    for (int r = 0; r < k; r++) {
      sum += Math.sqrt(found.distance(sampled, r));
    }

    return sum / k;
  }
}
