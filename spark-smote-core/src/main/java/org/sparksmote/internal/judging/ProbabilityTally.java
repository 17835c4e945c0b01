// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.judging;

import java.io.Serializable;
import java.util.Iterator;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.exact.ExactSum;

/** Sums of how far probabilities are from what came true. */
final class ProbabilityTally {

  /**
   * What is summed.
   *
   * @param scores how scores are read
   * @param positive the class whose probability counts; null for all classes at once
   * @param bins of the reliability curve
   */
  record Task(Scores scores, @Nullable Double positive, int bins) implements Serializable {}

  /** The least distance of a probability from 0 and 1 in the log-loss, as in scikit-learn. */
  private static final double CLIP = Math.ulp(1.0);

  private static final int WEIGHT = 0;
  private static final int POSITIVE = 1;
  private static final int PROBABILITY = 2;
  private static final int SQUARES = 3;
  private static final int LOGS = 4;
  private static final int FIXED = 5;
  private static final int PER_BIN = 3;

  private final Task task;
  private final ExactSum[] sums;

  ProbabilityTally(Task task) {
    this.task = task;
    sums = new ExactSum[FIXED + PER_BIN * task.bins()];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = new ExactSum();
    }
  }

  /** Adds narrow rows, which are valid. */
  ProbabilityTally add(Iterator<Row> rows) {
    while (rows.hasNext()) {
      Row row = rows.next();
      double label = row.getDouble(JudgedColumns.LABEL) + 0.0;
      double weight = row.getDouble(JudgedColumns.WEIGHT);
      Object cell = row.get(JudgedColumns.SCORE);
      Double positive = task.positive();
      if (positive == null) {
        addAll((Vector) cell, (int) label, weight);
      } else {
        add(task.scores().of(cell, positive), label == positive, weight);
      }
    }

    return this;
  }

  private void add(double probability, boolean isPositive, double weight) {
    double truth = isPositive ? 1 : 0;
    double miss = probability - truth;
    sums[WEIGHT].add(weight);
    sums[POSITIVE].add(weight * truth);
    sums[PROBABILITY].add(weight * probability);
    sums[SQUARES].add(weight * (miss * miss));
    sums[LOGS].add(weight * log(isPositive ? probability : 1 - probability));
    int bin = FIXED + PER_BIN * bin(probability);
    sums[bin].add(weight);
    sums[bin + 1].add(weight * probability);
    sums[bin + 2].add(weight * truth);
  }

  /** Bins are open below and closed above, as in scikit-learn's calibration_curve. */
  private int bin(double probability) {
    int bin = (int) (probability * task.bins());
    bin = Math.min(bin, task.bins() - 1);
    return bin > 0 && probability <= (double) bin / task.bins() ? bin - 1 : bin;
  }

  private static double log(double probability) {
    return -StrictMath.log(Math.min(Math.max(probability, CLIP), 1 - CLIP));
  }

  private void addAll(Vector probabilities, int label, double weight) {
    double squares = 0;
    for (int c = 0; c < probabilities.size(); c++) {
      double miss = probabilities.apply(c) - (c == label ? 1 : 0);
      squares += miss * miss;
    }

    sums[WEIGHT].add(weight);
    sums[SQUARES].add(weight * squares);
    sums[LOGS].add(weight * log(probabilities.apply(label)));
  }

  /** As it travels. */
  Row toRow() {
    Object[] bytes = new Object[sums.length];
    for (int i = 0; i < sums.length; i++) {
      bytes[i] = sums[i].toBytes();
    }

    return RowFactory.create(bytes);
  }

  /** Adds what another part sent. */
  ProbabilityTally merge(Row sent) {
    for (int i = 0; i < sums.length; i++) {
      sums[i].merge(ExactSum.of(sent.getAs(i)));
    }

    return this;
  }

  /** What was found. */
  Probabilities result() {
    double weight = sums[WEIGHT].value();
    double[][] bins = new double[task.bins()][];
    double error = 0;
    for (int b = 0; b < bins.length; b++) {
      double of = sums[FIXED + PER_BIN * b].value();
      double probability = sums[FIXED + PER_BIN * b + 1].value();
      double positive = sums[FIXED + PER_BIN * b + 2].value();
      bins[b] = new double[] {of, probability, positive};
      error += Math.abs(probability - positive);
    }

    return new Probabilities(
        sums[SQUARES].value() / weight,
        sums[LOGS].value() / weight,
        error / weight,
        sums[PROBABILITY].value() / sums[POSITIVE].value(),
        bins);
  }
}
