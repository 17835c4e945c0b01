// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.judging;

import java.util.SortedMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.measures.BinaryCounts;
import org.sparksmote.internal.measures.ConfusionMatrix;
import org.sparksmote.internal.measures.RankSettings;
import org.sparksmote.internal.measures.Ranking;
import org.sparksmote.internal.measures.Recalibration;
import org.sparksmote.internal.spark.Passes;
import org.sparksmote.internal.spark.Persisted;

/**
 * Predictions that were read once and found valid: what they were called is counted by then, and
 * everything else is looked for when it is asked for. Narrow rows are persisted until it is closed,
 * if more than one pass is to come.
 */
public final class Judged implements AutoCloseable {

  private final JudgedColumns columns;
  private final Dataset<Row> narrow;
  private final Persisted persisted = new Persisted();
  private final DecisionTally tally;
  private final ConfusionMatrix matrix;
  private final double weight;
  private @Nullable SortedScores sorted;

  /**
   * Reads predictions in one pass.
   *
   * @throws org.sparksmote.errors.SmoteException if some are not valid
   */
  public Judged(JudgedColumns columns, Dataset<?> data) {
    this.columns = columns;
    narrow = columns.narrow(data);
    if (columns.scores().wanted()) {
      persisted.persist(narrow, StorageLevel.MEMORY_AND_DISK());
    }

    try {
      tally = tally();
      refuseFlaws();
      matrix = confusions();
      weight = weightOfAll();
    } catch (RuntimeException | Error e) {
      persisted.release();
      throw e;
    }
  }

  private DecisionTally tally() {
    Scores scores = columns.scores();
    Row merged =
        Passes.merge(
            narrow,
            part -> {
              DecisionTally of = new DecisionTally();
              of.add(part, scores);
              return of.toRow();
            },
            new DecisionTally().toRow(),
            (a, b) -> new DecisionTally().merge(a).merge(b).toRow());
    return new DecisionTally().merge(merged);
  }

  private void refuseFlaws() {
    JudgedColumns.Names names = columns.names();
    if (tally.flaws(DecisionTally.LABELS) > 0) {
      throw JudgingProblems.badLabels(names.label(), tally.flaws(DecisionTally.LABELS));
    } else if (tally.flaws(DecisionTally.WEIGHTS) > 0) {
      throw JudgingProblems.badWeights(
          String.valueOf(names.weight()), tally.flaws(DecisionTally.WEIGHTS));
    } else if (tally.flaws(DecisionTally.CLASSES) > 0) {
      throw JudgingProblems.tooManyClasses(names.label(), DecisionTally.MOST_CLASSES);
    } else if (tally.flaws(DecisionTally.SCORES) > 0) {
      throw JudgingProblems.badScores(
          names.scoreParam(), String.valueOf(names.score()), tally.flaws(DecisionTally.SCORES));
    }
  }

  private ConfusionMatrix confusions() {
    double[] labels = tally.labels();
    double[][] weights = new double[labels.length][labels.length];
    for (int i = 0; i < labels.length; i++) {
      for (int j = 0; j < labels.length; j++) {
        weights[i][j] = tally.weight(labels[i], labels[j]);
      }
    }

    return new ConfusionMatrix(weights);
  }

  private double weightOfAll() {
    double sum = matrix.total();
    if (!(sum > 0)) {
      throw JudgingProblems.noWeight(rows());
    }

    if (sum == Double.POSITIVE_INFINITY) {
      throw JudgingProblems.tooHeavy(String.valueOf(columns.names().weight()));
    }

    return sum;
  }

  /** How many rows there are. */
  public long rows() {
    return rowsOfLabels().values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many rows each class has. */
  public SortedMap<Double, Long> rowsOfLabels() {
    return tally.rowsOfLabels();
  }

  /** Whether a class is there, true or predicted. */
  public boolean has(double label) {
    return position(label) >= 0;
  }

  private int position(double label) {
    double[] labels = tally.labels();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == label) {
        return i;
      }
    }

    return -1;
  }

  /** What all classes were called. */
  public ConfusionMatrix matrix() {
    return matrix;
  }

  /** A class against all others; if it is not there, others were never called so. */
  public BinaryCounts counts(double positive) {
    int of = position(positive);
    return of < 0 ? new BinaryCounts(0, 0, 0, weight) : matrix.counts(of);
  }

  /**
   * How far probabilities are from what came true; one job.
   *
   * @param positive the class whose probability counts; null for all at once
   */
  public Probabilities probabilities(@Nullable Double positive, int bins) {
    ProbabilityTally.Task task = new ProbabilityTally.Task(columns.scores(), positive, bins);
    Row merged =
        Passes.merge(
            narrow,
            part -> new ProbabilityTally(task).add(part).toRow(),
            new ProbabilityTally(task).toRow(),
            (a, b) -> new ProbabilityTally(task).merge(a).merge(b).toRow());
    return new ProbabilityTally(task).merge(merged).result();
  }

  /** How well scores rank a class; there must be rows of it and others. */
  public Ranking ranking(double positive, RankSettings settings) {
    return sorted(positive).ranking(settings);
  }

  /** How the probabilities of a class would fit best. */
  public Recalibration recalibration(double positive) {
    return sorted(positive).recalibration();
  }

  /** One judge asks for one class only. */
  private SortedScores sorted(double positive) {
    SortedScores known = sorted;
    if (known == null) {
      known = new SortedScores(narrow, columns.scores(), positive);
      sorted = known;
    }

    return known;
  }

  /** Lets go of what is persisted. */
  @Override
  public void close() {
    SortedScores known = sorted;
    if (known != null) {
      known.close();
    }

    persisted.release();
  }
}
