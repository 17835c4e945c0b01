// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LinearSVC;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sparksmote.ResamplingPipeline;
import org.sparksmote.Smote;
import org.sparksmote.cleaning.TomekLinks;
import org.sparksmote.ensemble.BalancedBaggingClassifier;
import org.sparksmote.sampler.Sampler;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;
import org.sparksmote.undersampling.RandomUnderSampler;

/** The formula, where it is right and where it is refused. */
class PriorCorrectionTest extends SparkTest {

  private static final Dataset<Row> DATA = Tables.clouds(160, 40).cache();

  private static PriorCorrection corrected(Sampler sampler, Estimator<?> estimator) {
    return new PriorCorrection().setSampler(sampler).setEstimator(estimator);
  }

  @Test
  void formula_byHand() {
    // Shares of .8 and .2 were made .5 and .5: odds of 1 are odds of 1 to 4 again.
    Vector restored =
        PriorCorrectionModel.restored(Vectors.dense(0.5, 0.5), new double[] {1.6, 0.4});
    assertThat(restored.apply(1)).isCloseTo(0.2, within(1e-15));
    restored = PriorCorrectionModel.restored(Vectors.dense(0.25, 0.75), new double[] {1.6, 0.4});
    assertThat(restored.apply(1)).isCloseTo(0.75 * 0.4 / (0.75 * 0.4 + 0.25 * 1.6), within(1e-15));
    restored =
        PriorCorrectionModel.restored(Vectors.dense(0.2, 0.3, 0.5), new double[] {1, 2, 0.5});
    assertThat(restored.apply(1)).isCloseTo(0.6 / 1.05, within(1e-15));
  }

  @Test
  void ratios_areSharesBeforeOverSharesAfter() {
    PriorCorrectionModel model =
        corrected(
                new RandomUnderSampler().setSamplingStrategy(Map.of(0, 60)),
                new LogisticRegression())
            .fit(DATA);
    assertThat(model.getPriorRatios()).containsExactly(0.8 / 0.6, 0.2 / 0.4);
  }

  @Test
  void probabilities_areTheModelsOwn_corrected() {
    PriorCorrectionModel model =
        corrected(new RandomUnderSampler(), new RandomForestClassifier().setNumTrees(3)).fit(DATA);
    List<Row> own = model.members().get(0).transform(DATA).orderBy("id").collectAsList();
    List<Row> said = model.transform(DATA).orderBy("id").collectAsList();
    for (int i = 0; i < own.size(); i++) {
      double p = ((Vector) own.get(i).getAs("probability")).apply(1);
      double expected = p * 0.2 / (p * 0.2 + (1 - p) * 0.8);
      Vector corrected = said.get(i).getAs("probability");
      assertThat(corrected.apply(1)).isCloseTo(expected, within(1e-12));
      assertThat(said.get(i).<Double>getAs("prediction")).isEqualTo(expected > 0.5 ? 1 : 0);
    }
  }

  @Test
  void oversamplersBeforeLinearModels_areCorrected() {
    PriorCorrectionModel model = corrected(new Smote(), new LogisticRegression()).fit(DATA);
    assertThat(model.getPriorRatios()).containsExactly(1.6, 0.4);
  }

  @Test
  void copies_changeInnerParamsToo_andPartitionsChangeNothing() {
    LogisticRegression own = new LogisticRegression();
    RandomUnderSampler sampler = new RandomUnderSampler();
    PriorCorrection stage = corrected(sampler, own);
    PriorCorrection copy =
        stage.copy(new ParamMap().put(own.regParam(), 0.5).put(sampler.seed(), 9L));
    assertThat(((LogisticRegression) copy.getEstimator()).getRegParam()).isEqualTo(0.5);
    assertThat(((RandomUnderSampler) copy.getSampler()).getSeed()).isEqualTo(9);
    assertThat(own.getRegParam()).isZero();
    Vector once = stage.fit(DATA).transform(DATA.limit(1)).head().getAs("probability");
    Vector again =
        stage.fit(DATA.repartition(6)).transform(DATA.limit(1)).head().getAs("probability");
    assertThat(again).isEqualTo(once);
  }

  @Test
  void wrongFormulas_areRefusedBeforeAnyJob() {
    assertThat(
            Refusal.withoutJob(
                () -> corrected(new Smote(), new RandomForestClassifier()).fit(DATA)))
        .startsWith(
            "[SMOTE-169] Cannot correct the probabilities of a RandomForestClassifier behind a Smote");
    Pipeline pipeline =
        new Pipeline().setStages(new PipelineStage[] {new RandomForestClassifier()});
    assertThat(Refusal.withoutJob(() -> corrected(new Smote(), pipeline).fit(DATA)))
        .startsWith("[SMOTE-169]");
    assertThat(
            Refusal.withoutJob(
                () ->
                    corrected(new RandomUnderSampler(), new LogisticRegression().setWeightCol("id"))
                        .fit(DATA)))
        .startsWith(
            "[SMOTE-171] Cannot correct probabilities by the shares of rows: the LogisticR");
    Pipeline resampled =
        new ResamplingPipeline()
            .setStages(new PipelineStage[] {new Smote(), new LogisticRegression()});
    for (Estimator<?> twice : List.of(resampled, new BalancedBaggingClassifier())) {
      assertThat(Refusal.withoutJob(() -> corrected(new RandomUnderSampler(), twice).fit(DATA)))
          .contains("[SMOTE-208]", twice.getClass().getSimpleName());
    }

    assertThat(
            Refusal.withoutJob(
                () -> corrected(new RandomUnderSampler(), new LinearSVC()).fit(DATA)))
        .startsWith("[SMOTE-173] Cannot use LinearSVC in a PriorCorrection");
    assertThat(
            Refusal.withoutJob(
                () -> new PriorCorrection().setEstimator(new LogisticRegression()).fit(DATA)))
        .startsWith("[SMOTE-168]");
  }

  @Test
  void cleaners_areRefused() {
    assertThat(Refusal.of(() -> corrected(new TomekLinks(), new LogisticRegression()).fit(DATA)))
        .startsWith("[SMOTE-170] Cannot correct probabilities by a formula: TomekLinks took ");
  }
}
