// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;
import org.apache.spark.ml.classification.LinearSVC;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/**
 * Thresholds against a search by hand: {@link ScoringRecorder} gives a row the same probability
 * whatever it has learned from, so that out-of-fold scores are known here too.
 */
class TunedThresholdClassifierTest extends SparkTest {

  private static final int ROWS = 400;

  private static Dataset<Row> data;
  private static final double[] SCORES = new double[ROWS];
  private static final int[] LABELS = new int[ROWS];

  @BeforeAll
  static void makeData() {
    Random random = new Random(3);
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < ROWS; id++) {
      LABELS[id] = id % 5 == 0 ? 1 : 0;
      double x = Math.round(4 * (random.nextGaussian() + 1.2 * LABELS[id])) / 4.0; // with ties
      SCORES[id] = 1 / (1 + Math.exp(-x));
      rows.add(Tables.row(Vectors.dense(x), LABELS[id], id));
    }

    data = Tables.of(Tables.SCHEMA, rows).coalesce(2).cache();
  }

  @AfterAll
  static void release() {
    data.unpersist();
  }

  private static TunedThresholdClassifier tuned(String uid) {
    return new TunedThresholdClassifier().setEstimator(new ScoringRecorder(uid)).setCv(2);
  }

  /** What each threshold leads to: of the class and called so, of others and called so. */
  private static double[] best(ToDoubleBiFunction<double[], double[]> value) {
    double[] best = {0, Double.NEGATIVE_INFINITY};
    for (double threshold : SCORES) {
      double[] called = new double[2];
      double[] all = new double[2];
      for (int id = 0; id < ROWS; id++) {
        all[LABELS[id]]++;
        called[LABELS[id]] += SCORES[id] >= threshold ? 1 : 0;
      }

      double found = value.applyAsDouble(called, all);
      if (found > best[1] + 1e-12 || (Math.abs(found - best[1]) <= 1e-12 && threshold < best[0])) {
        best = new double[] {threshold, found};
      }
    }

    return best;
  }

  private static void assertBest(
      TunedThresholdClassificationModel model, double threshold, double score) {
    assertThat(model.getThreshold()).isCloseTo(threshold, within(1e-15));
    assertThat(model.getBestScore()).isCloseTo(score, within(1e-12));
  }

  @Test
  void balancedAccuracy_isTheDefault() {
    double[] best = best((called, all) -> (called[1] / all[1] + 1 - called[0] / all[0]) / 2);
    assertBest(tuned("default").fit(data), best[0], best[1]);
  }

  @Test
  void fBeta() {
    double[] best = best((called, all) -> 5 * called[1] / (4 * all[1] + called[1] + called[0]));
    assertBest(tuned("fBeta").setMetricName("fBeta").setBeta(2).fit(data), best[0], best[1]);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 10", "3, 0.5"})
  void cost_isTheLeastPerRow(double falsePositive, double falseNegative) {
    double[] best =
        best(
            (called, all) ->
                -(falsePositive * called[0] + falseNegative * (all[1] - called[1])) / ROWS);
    TunedThresholdClassificationModel model =
        tuned("cost" + falseNegative)
            .setMetricName("cost")
            .setFalsePositiveCost(falsePositive)
            .setFalseNegativeCost(falseNegative)
            .fit(data);
    assertBest(model, best[0], -best[1]);
  }

  @Test
  void cost_ofEachRow() {
    // A row of id i costs i if it is overlooked, and 20 if it is called the class.
    double best = Double.POSITIVE_INFINITY;
    double at = 0;
    for (double threshold : SCORES) {
      double cost = 0;
      for (int id = 0; id < ROWS; id++) {
        boolean called = SCORES[id] >= threshold;
        cost += LABELS[id] == 1 ? (called ? 0 : id) : (called ? 20 : 0);
      }

      if (cost < best || (cost == best && threshold < at)) {
        best = cost;
        at = threshold;
      }
    }

    TunedThresholdClassificationModel model =
        tuned("costs")
            .setMetricName("cost")
            .setFalsePositiveCost(20)
            .setFalseNegativeCostCol("id")
            .fit(data);
    assertBest(model, at, best / ROWS);
  }

  @Test
  void curve_isWhatTheMeasureIsAtEachThreshold() {
    TunedThresholdClassificationModel model = tuned("curve").setMetricName("gMean").fit(data);
    assertThat(model.getCurve().length).isBetween(10, 1100);
    double above = Double.POSITIVE_INFINITY;
    for (double[] point : model.getCurve()) {
      double[] called = new double[2];
      double[] all = new double[2];
      for (int id = 0; id < ROWS; id++) {
        all[LABELS[id]]++;
        called[LABELS[id]] += SCORES[id] >= point[0] ? 1 : 0;
      }

      assertThat(point[0]).isLessThan(above);
      assertThat(point[1])
          .isCloseTo(Math.sqrt(called[1] / all[1] * (1 - called[0] / all[0])), within(1e-12));
      assertThat(point[1]).isLessThanOrEqualTo(model.getBestScore() + 1e-12);
      above = point[0];
    }
  }

  @Test
  void predictions_followTheThreshold_andProbabilitiesStay() {
    TunedThresholdClassificationModel model = tuned("predictions").fit(data);
    for (double threshold : new double[] {model.getThreshold(), 0.9}) {
      for (Row row : model.setThreshold(threshold).transform(data).collectAsList()) {
        double p = ((Vector) row.getAs("probability")).apply(1);
        assertThat(p).isEqualTo(SCORES[(int) row.<Long>getAs("id").longValue()]);
        assertThat(row.<Double>getAs("prediction")).isEqualTo(p >= threshold ? 1 : 0);
      }
    }
  }

  @Test
  void weights_count() {
    Dataset<Row> twice = data.withColumn("w", functions.expr("if(label = 1, 2, 1)"));
    double[] best = best((called, all) -> 2 * called[1] + all[0] - called[0]);
    TunedThresholdClassificationModel model =
        tuned("weights").setMetricName("accuracy").setWeightCol("w").fit(twice);
    assertBest(model, best[0], best[1] / (ROWS + ROWS / 5.0));
  }

  @Test
  void partitions_changeNothing() {
    TunedThresholdClassifier stage =
        new TunedThresholdClassifier().setEstimator(new LogisticRegression()).setCv(2);
    double once = stage.fit(data).getThreshold();
    assertThat(stage.fit(data.repartition(7)).getThreshold()).isEqualTo(once);
  }

  @Test
  void refusals() {
    assertThat(Refusal.of(() -> tuned("few").fit(data.filter("label = 0 or id < 200"))))
        .startsWith(
            "[SMOTE-162] Cannot learn from 40 rows of class 1 of 'label' in 2 folds: 50 are needed");
    assertThat(Refusal.of(() -> tuned("three").fit(Tables.clouds(60, 60, 60))))
        .startsWith("[SMOTE-172]");
    assertThat(
            Refusal.withoutJob(
                () -> new TunedThresholdClassifier().setEstimator(new LinearSVC()).fit(data)))
        .startsWith("[SMOTE-173] Cannot use LinearSVC in a TunedThresholdClassifier");
    assertThat(Refusal.withoutJob(() -> tuned("no").setFalsePositiveCost(2).fit(data)))
        .startsWith("[SMOTE-174] Cannot use falsePositiveCost for the measure balancedAccuracy");
    TunedThresholdClassifier free = tuned("free").setMetricName("cost");
    free.setFalsePositiveCost(0).setFalseNegativeCost(0);
    assertThat(Refusal.withoutJob(() -> free.fit(data))).startsWith("[SMOTE-210]");
    Dataset<Row> costly = data.withColumn("c", functions.expr("if(id = 5, null, 1)"));
    TunedThresholdClassifier cost = tuned("null").setMetricName("cost");
    assertThat(Refusal.of(() -> cost.setFalseNegativeCostCol("c").fit(costly)))
        .startsWith("[SMOTE-176] Cannot tune by what wrong decisions cost: in 1 rows");
    assertThat(Refusal.withoutJob(() -> cost.setFalseNegativeCostCol("features").fit(costly)))
        .startsWith("[SMOTE-175]");
  }
}
