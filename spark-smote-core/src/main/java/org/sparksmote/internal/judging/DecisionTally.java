// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.judging;

import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.exact.ExactSum;

/** Rows and weights by true and predicted class, and how many rows are not valid. */
final class DecisionTally {

  /** Flaws that are counted: labels, weights, scores, and more classes than there may be. */
  static final int LABELS = 0;

  static final int WEIGHTS = 1;
  static final int SCORES = 2;
  static final int CLASSES = 3;
  private static final int FLAWS = 4;

  /** More different labels look like a regression target. */
  static final int MOST_CLASSES = 100;

  /**
   * A decision.
   *
   * @param label what a row is
   * @param prediction what it was called
   */
  record Decision(double label, double prediction) implements Comparable<Decision> {
    @Override
    public int compareTo(Decision other) {
      return Comparator.comparingDouble(Decision::label)
          .thenComparingDouble(Decision::prediction)
          .compare(this, other);
    }
  }

  private static final class Weight {
    private long rows;
    private final ExactSum sum = new ExactSum();
  }

  private final TreeMap<Decision, Weight> weights = new TreeMap<>();
  private final TreeSet<Double> labels = new TreeSet<>();
  private final long[] flaws = new long[FLAWS];

  /** Counts narrow rows. */
  void add(Iterator<Row> rows, Scores scores) {
    while (rows.hasNext()) {
      Row row = rows.next();
      boolean labelled = isFinite(row, JudgedColumns.LABEL);
      if (!labelled || !isFinite(row, JudgedColumns.PREDICTION)) {
        flaws[LABELS]++;
      } else if (!isFinite(row, JudgedColumns.WEIGHT) || row.getDouble(JudgedColumns.WEIGHT) < 0) {
        flaws[WEIGHTS]++;
      } else {
        double label = row.getDouble(JudgedColumns.LABEL) + 0.0; // -0.0 and 0.0 are one class
        double prediction = row.getDouble(JudgedColumns.PREDICTION) + 0.0;
        flaws[SCORES] += scores.isValid(row.get(JudgedColumns.SCORE), label) ? 0 : 1;
        add(new Decision(label, prediction), 1, row.getDouble(JudgedColumns.WEIGHT));
      }
    }
  }

  private static boolean isFinite(Row row, int cell) {
    return !row.isNullAt(cell) && Double.isFinite(row.getDouble(cell));
  }

  private void add(Decision decision, long rows, double weight) {
    Weight of = of(decision);
    if (of != null) {
      of.rows += rows;
      of.sum.add(weight);
    }
  }

  /** Null if there are too many classes. */
  private @Nullable Weight of(Decision decision) {
    Weight known = weights.get(decision);
    if (known == null && flaws[CLASSES] == 0) {
      labels.add(decision.label());
      labels.add(decision.prediction());
      if (labels.size() > MOST_CLASSES) {
        flaws[CLASSES] = 1;
      } else {
        known = new Weight();
        weights.put(decision, known);
      }
    }

    return known;
  }

  /** How many rows have a flaw. */
  long flaws(int which) {
    return flaws[which];
  }

  /** How many valid rows a class has. */
  SortedMap<Double, Long> rowsOfLabels() {
    SortedMap<Double, Long> rows = new TreeMap<>();
    weights.forEach((decision, weight) -> rows.merge(decision.label(), weight.rows, Long::sum));
    return rows;
  }

  /** The classes, true or predicted. */
  double[] labels() {
    return labels.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The weight of a class by what it was called. */
  double weight(double label, double prediction) {
    Weight weight = weights.get(new Decision(label, prediction));
    return weight == null ? 0 : weight.sum.value();
  }

  /** As it travels. */
  Row toRow() {
    double[] decisions = new double[2 * weights.size()];
    long[] rows = new long[weights.size()];
    Object[] sums = new Object[weights.size()];
    int i = 0;
    for (Map.Entry<Decision, Weight> entry : weights.entrySet()) {
      decisions[2 * i] = entry.getKey().label();
      decisions[2 * i + 1] = entry.getKey().prediction();
      rows[i] = entry.getValue().rows;
      sums[i++] = entry.getValue().sum.toBytes();
    }

    return RowFactory.create(decisions, rows, RowFactory.create(sums), flaws);
  }

  /** Adds what another part sent. */
  DecisionTally merge(Row sent) {
    double[] decisions = sent.getAs(0);
    long[] rows = sent.getAs(1);
    Row sums = sent.getAs(2);
    long[] others = sent.getAs(3);
    for (int f = 0; f < FLAWS; f++) {
      flaws[f] += others[f];
    }

    for (int i = 0; i < rows.length; i++) {
      Weight of = of(new Decision(decisions[2 * i], decisions[2 * i + 1]));
      if (of != null) {
        of.rows += rows[i];
        of.sum.merge(ExactSum.of(sums.getAs(i)));
      }
    }

    return this;
  }
}
