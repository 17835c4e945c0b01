// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.demo;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How well predicted probabilities find the rare class. Rows are counted in narrow bins of the log
 * odds, in one pass; every figure follows from the counts. At a bin's border, such as 0.5, figures
 * are exact.
 */
final class Scores {

  private static final double BINS_PER_UNIT = 200;

  /** Log odds beyond this are counted at the end. */
  private static final int LARGEST = 20;

  private static final int BINS = 2 * LARGEST * (int) BINS_PER_UNIT;

  /** Rows per bin: first the common class, then the rare one. */
  private final long[] counts;

  private Scores(long[] counts) {
    this.counts = counts;
  }

  /** Counts the columns {@code probability} and {@code label} of a classifier's output. */
  static Scores of(Dataset<Row> predictions) {
    return new Scores(
        predictions
            .select("probability", FraudTable.LABEL)
            .javaRDD()
            .mapPartitions(Scores::count)
            .reduce(Scores::add));
  }

  private static Iterator<long[]> count(Iterator<Row> rows) {
    long[] counts = new long[2 * BINS];
    rows.forEachRemaining(
        row -> {
          int bin = bin(((Vector) row.get(0)).apply(1));
          counts[row.getDouble(1) == 1 ? BINS + bin : bin]++;
        });
    return List.of(counts).iterator();
  }

  private static long[] add(long[] a, long[] b) {
    long[] sums = new long[a.length];
    Arrays.setAll(sums, i -> a[i] + b[i]);
    return sums;
  }

  private static int bin(double probability) {
    double logOdds = Math.log(probability / (1 - probability));
    double bin = Math.floor((logOdds + LARGEST) * BINS_PER_UNIT);
    return (int) Math.max(0, Math.min(BINS - 1, bin));
  }

  /** A probability in the middle of a bin, where rounding cannot move it to the next. */
  private static double inside(int bin) {
    return 1 / (1 + Math.exp(LARGEST - (bin + 0.5) / BINS_PER_UNIT));
  }

  /**
   * Recall and precision when everything from a threshold on is called the rare class.
   *
   * @param recall share of the rare class that is found
   * @param precision share of what is called rare that is
   */
  record AtThreshold(double recall, double precision) {

    /** The harmonic mean of both. */
    double f1() {
      return recall + precision > 0 ? 2 * recall * precision / (recall + precision) : 0;
    }
  }

  AtThreshold at(double threshold) {
    return curve()[bin(threshold)];
  }

  /** The threshold with the best F1. */
  double bestF1Threshold() {
    AtThreshold[] curve = curve();
    int best = 0;
    for (int bin = 1; bin < BINS; bin++) {
      best = curve[bin].f1() > curve[best].f1() ? bin : best;
    }

    return inside(best);
  }

  /** Area under the precision-recall curve, as the mean precision over the rare rows. */
  double prAuc() {
    AtThreshold[] curve = curve();
    double area = 0;
    double recall = 0;
    for (int bin = BINS - 1; bin >= 0; bin--) {
      area += (curve[bin].recall() - recall) * curve[bin].precision();
      recall = curve[bin].recall();
    }

    return area;
  }

  /** What every bin's lower border leads to as a threshold. */
  private AtThreshold[] curve() {
    double rare = Arrays.stream(counts, BINS, 2 * BINS).sum();
    AtThreshold[] curve = new AtThreshold[BINS];
    long found = 0;
    long called = 0;
    for (int bin = BINS - 1; bin >= 0; bin--) {
      found += counts[BINS + bin];
      called += counts[bin] + counts[BINS + bin];
      curve[bin] = new AtThreshold(found / rare, called == 0 ? 1 : (double) found / called);
    }

    return curve;
  }
}
