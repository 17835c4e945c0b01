// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparksmote.ResamplingPipeline;
import org.sparksmote.Smote;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;
import org.sparksmote.undersampling.RandomUnderSampler;

/** Saved stages and models do as before. */
class MetaSavingTest extends SparkTest {

  private static final Dataset<Row> TRAIN = Tables.clouds(120, 60).cache();

  @TempDir private Path dir = Path.of("");

  private static DecisionTreeClassifier tree() {
    return new DecisionTreeClassifier().setMaxDepth(2);
  }

  static Stream<Arguments> stages() {
    ResamplingPipeline smoted =
        new ResamplingPipeline().setStages(new PipelineStage[] {new Smote(), tree()});
    return Stream.of(
        Arguments.of(
            new CalibratedClassifier("sigmoid").setEstimator(smoted).setCv(2),
            (Function<String, MetaClassifier<?, ?>>) CalibratedClassifier::load,
            (Function<String, MetaModel<?>>) CalibratedClassificationModel::load),
        Arguments.of(
            new CalibratedClassifier("isotonic")
                .setEstimator(tree())
                .setMethod("isotonic")
                .setEnsemble(true)
                .setCv(2),
            (Function<String, MetaClassifier<?, ?>>) CalibratedClassifier::load,
            (Function<String, MetaModel<?>>) CalibratedClassificationModel::load),
        Arguments.of(
            new TunedThresholdClassifier("tuned")
                .setEstimator(new CalibratedClassifier("inner").setEstimator(tree()).setCv(2))
                .setMetricName("fBeta")
                .setBeta(2)
                .setCv(2),
            (Function<String, MetaClassifier<?, ?>>) TunedThresholdClassifier::load,
            (Function<String, MetaModel<?>>) TunedThresholdClassificationModel::load),
        Arguments.of(
            new PriorCorrection("prior")
                .setEstimator(tree())
                .setSampler(new RandomUnderSampler().setSeed(3)),
            (Function<String, MetaClassifier<?, ?>>) PriorCorrection::load,
            (Function<String, MetaModel<?>>) PriorCorrectionModel::load));
  }

  private static String text(Object value) {
    if (value instanceof PipelineStage[] stages) {
      return Arrays.toString(stages); // by their uids
    }

    return value instanceof double[][] table ? Arrays.deepToString(table) : Rows.text(value);
  }

  /** All but the stages that it holds. */
  private static List<String> settings(Params stage) {
    return Stream.of(stage.params())
        .filter(param -> stage.isDefined(param) && !(stage.getOrDefault(param) instanceof Params))
        .map(param -> param + " " + stage.isSet(param) + text(stage.getOrDefault(param)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("stages")
  void loaded_doAsBefore(
      MetaClassifier<?, ?> stage,
      Function<String, MetaClassifier<?, ?>> load,
      Function<String, MetaModel<?>> loadModel)
      throws IOException {
    MetaModel<?> model = stage.fit(TRAIN);
    String place = dir.resolve("model").toString();
    model.write().save(place);
    MetaModel<?> loaded = loadModel.apply(place);
    assertThat(Rows.digest(loaded.transform(TRAIN))).isEqualTo(Rows.digest(model.transform(TRAIN)));
    assertThat(settings(loaded)).isEqualTo(settings(model));

    place = dir.resolve("stage").toString();
    stage.write().save(place);
    MetaClassifier<?, ?> again = load.apply(place);
    assertThat(settings(again)).isEqualTo(settings(stage));
    assertThat(settings(again.getEstimator())).isEqualTo(settings(stage.getEstimator()));
    assertThat(again.others().keySet()).isEqualTo(stage.others().keySet());
  }

  @Test
  void pipelines_areSavedWithThem() throws IOException {
    CalibratedClassifier stage = new CalibratedClassifier().setEstimator(tree()).setCv(2);
    Pipeline pipeline = new Pipeline().setStages(new PipelineStage[] {stage});
    String place = dir.resolve("pipeline").toString();
    pipeline.write().save(place);
    PipelineModel model = Pipeline.load(place).fit(TRAIN);
    String fitted = dir.resolve("fitted").toString();
    model.write().save(fitted);
    assertThat(Rows.digest(PipelineModel.load(fitted).transform(TRAIN)))
        .isEqualTo(Rows.digest(model.transform(TRAIN)));
  }

  @Test
  void whatCannotBeSaved_isRefusedAtOnce() {
    CalibratedClassifier stage =
        new CalibratedClassifier("outer").setEstimator(new ScoringRecorder("unsaved")).setCv(2);
    assertThat(Refusal.of(stage::write))
        .startsWith(
            "[SMOTE-155] Cannot save outer: its estimator, a ScoringRecorder, cannot be saved.");
    CalibratedClassificationModel model = stage.fit(TRAIN);
    assertThat(Refusal.of(model::write)).contains("its members/0, a Scorer, cannot be saved");
  }

  @Test
  void damage_isFound() throws IOException {
    CalibratedClassifier stage =
        new CalibratedClassifier().setEstimator(new LogisticRegression("own")).setCv(2);
    String model = dir.resolve("model").toString();
    stage.fit(TRAIN).write().save(model);
    new Smote("other").write().overwrite().save(model + "/members/0");
    assertThat(Refusal.of(() -> CalibratedClassificationModel.load(model)))
        .startsWith("[SMOTE-157] Cannot load " + model + ": what it has as members/0 is a Smote");
    assertThat(Refusal.of(() -> PriorCorrectionModel.load(model))).startsWith("[SMOTE-043]");
    CalibratedClassificationModel changed = stage.fit(TRAIN);
    changed.set(changed.calibrators(), new double[][] {{1, 2, 3}});
    String other = dir.resolve("other").toString();
    changed.write().save(other);
    assertThat(Refusal.of(() -> CalibratedClassificationModel.load(other)))
        .contains("[SMOTE-166]", "do not belong to its models");
  }
}
