// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.sparksmote.ResamplingPipeline;
import org.sparksmote.Smote;
import org.sparksmote.testing.LogLines;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** What calibration refuses or warns of, and when. */
class CalibrationErrorsTest extends SparkTest {

  private static final Dataset<Row> TWO = Tables.clouds(90, 40);

  private static CalibratedClassifier calibrated(Estimator<?> estimator) {
    return new CalibratedClassifier().setEstimator(estimator);
  }

  @Test
  void isotonic_ofFewRows_warns() {
    try (LogLines log = LogLines.of(CalibratedClassifier.class)) {
      calibrated(new ScoringRecorder("few")).setMethod("isotonic").setCv(2).fit(TWO);
      assertThat(log.lines())
          .hasSize(2)
          .anySatisfy(line -> assertThat(line).contains("40 rows of class 1", "sigmoid"));
    }
  }

  @Test
  void tooFewRows() {
    assertThat(Refusal.of(() -> calibrated(new LogisticRegression()).setCv(9).fit(TWO)))
        .startsWith(
            "[SMOTE-162] Cannot learn from 40 rows of class 1 of 'label' in 9 folds: 45 are needed");
    Dataset<Row> copies =
        TWO.withColumn("features", functions.lit(1)).withColumn("id", functions.lit(1L));
    assertThat(Refusal.of(() -> calibrated(new ScoringRecorder("copies")).fit(copies)))
        .startsWith("[SMOTE-167]");
  }

  @Test
  void classWithoutWeight_isRefused() {
    Dataset<Row> data = TWO.withColumn("w", functions.expr("1 - label"));
    assertThatThrownBy(() -> calibrated(new LogisticRegression()).setWeightCol("w").fit(data))
        .hasMessageContaining("[SMOTE-209]")
        .hasMessageContaining("class 1");
  }

  @Test
  void whatCanBeSeenBefore_isRefusedBeforeAnyJob() {
    assertThat(Refusal.withoutJob(() -> new CalibratedClassifier().fit(TWO)))
        .startsWith("[SMOTE-177]");
    CalibratedClassifier stage = calibrated(new LogisticRegression());
    assertThat(Refusal.withoutJob(() -> stage.setLabelCol("none").fit(TWO)))
        .startsWith("[SMOTE-001]");
    assertThat(
            Refusal.withoutJob(
                () ->
                    calibrated(
                            new LogisticRegression()
                                .setProbabilityCol("p")
                                .setRawPredictionCol("r"))
                        .fit(TWO)))
        .contains("[SMOTE-206]", "probabilityCol is 'probability'", "LogisticRegression is 'p'");
    assertThat(
            Refusal.withoutJob(
                () ->
                    calibrated(new LogisticRegression())
                        .fit(TWO.withColumn("probability", functions.lit(1)))))
        .contains("[SMOTE-007]", "probability");
    assertThat(Refusal.withoutJob(() -> calibrated(new LinearRegression()).fit(TWO)))
        .contains("[SMOTE-207]", "LinearRegression", "'probability'", "'rawPrediction'");
    CalibratedClassifier other = calibrated(new LogisticRegression().setLabelCol("y"));
    assertThat(Refusal.withoutJob(() -> other.fit(TWO.withColumn("y", functions.col("label")))))
        .contains("[SMOTE-206]", "labelCol is 'label'", "is 'y'");
    Dataset<Row> text = TWO.withColumn("label", functions.col("label").cast("string"));
    assertThat(Refusal.withoutJob(() -> calibrated(new LogisticRegression()).fit(text)))
        .startsWith("[SMOTE-150]");
    assertThatThrownBy(() -> stage.setMethod("platt")).hasMessageContaining("method");
  }

  @Test
  void badWeights() {
    Dataset<Row> weighed = TWO.withColumn("w", functions.expr("if(id < 3, -1, 1)"));
    assertThat(
            Refusal.of(() -> calibrated(new ScoringRecorder("bad")).setWeightCol("w").fit(weighed)))
        .startsWith("[SMOTE-158] Cannot train with the weights in 'w': 3 of them");
  }

  @Test
  void behindASampler_itIsRefused() {
    CalibratedClassifier stage = calibrated(new LogisticRegression()).setCv(2);
    PipelineStage[] stages = {new Smote(), stage};
    assertThat(Refusal.inCausesOf(() -> new Pipeline().setStages(stages).fit(TWO)))
        .startsWith("[SMOTE-066]");
    assertThat(Refusal.of(() -> new ResamplingPipeline().setStages(stages).fit(TWO)))
        .startsWith("[SMOTE-066]");
  }
}
