// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparksmote.ParamInfo;
import org.sparksmote.Smote;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;
import org.sparksmote.undersampling.RandomUnderSampler;

/** Saved ensembles and models do as before. */
class EnsembleSavingTest extends SparkTest {

  private static final Dataset<Row> TRAIN = Tables.clouds(40, 12);

  @TempDir private Path dir = Path.of("");

  static Stream<Arguments> ensembles() {
    return Stream.of(
        Arguments.of(
            new BalancedBaggingClassifier("bagging")
                .setEstimator(new DecisionTreeClassifier().setMaxDepth(3))
                .setSampler(new RandomUnderSampler().setWithReplacement(true))
                .setThresholds(new double[] {0.25, 0.75}),
            (Function<String, EnsembleClassifier<?, ?>>) BalancedBaggingClassifier::load,
            (Function<String, EnsembleModel<?>>) BalancedBaggingClassificationModel::load),
        Arguments.of(
            new EasyEnsembleClassifier("easy")
                .setEstimator(new GBTClassifier().setMaxIter(2).setMaxDepth(2))
                .setWithReplacement(true),
            (Function<String, EnsembleClassifier<?, ?>>) EasyEnsembleClassifier::load,
            (Function<String, EnsembleModel<?>>) EasyEnsembleClassificationModel::load),
        Arguments.of(
            new BalancedRandomForestClassifier("forest").setPredictionCol("p"),
            (Function<String, EnsembleClassifier<?, ?>>) BalancedRandomForestClassifier::load,
            (Function<String, EnsembleModel<?>>) BalancedRandomForestClassificationModel::load));
  }

  private static String predicted(EnsembleModel<?> model) {
    return Rows.digest(model.transform(TRAIN));
  }

  /** All but the stages that it holds. */
  private static List<String> settings(Params stage) {
    return Stream.of(stage.params())
        .filter(param -> stage.isDefined(param) && !(stage.getOrDefault(param) instanceof Params))
        .map(param -> param + " " + stage.isSet(param) + Rows.text(stage.getOrDefault(param)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("ensembles")
  void loaded_doAsBefore(
      EnsembleClassifier<?, ?> ensemble,
      Function<String, EnsembleClassifier<?, ?>> load,
      Function<String, EnsembleModel<?>> loadModel)
      throws IOException {
    ensemble.setNumEstimators(2).setSeed(3);
    EnsembleModel<?> model = (EnsembleModel<?>) ensemble.fit(TRAIN);
    String before = predicted(model);
    String place = dir.resolve("model").toString();
    model.write().save(place);
    EnsembleModel<?> loaded = loadModel.apply(place);
    assertThat(predicted(loaded)).isEqualTo(before);
    assertThat(loaded.uid()).isEqualTo(model.uid());
    assertThat(loaded.getNumEstimators()).isEqualTo(2);
    model.write().overwrite().save(place);

    place = dir.resolve("stage").toString();
    ensemble.write().save(place);
    EnsembleClassifier<?, ?> again = load.apply(place);
    assertThat(again.hasSampler()).isEqualTo(ensemble.hasSampler());
    assertThat(settings(again)).isEqualTo(settings(ensemble));
    assertThat(settings(again.getEstimator())).isEqualTo(settings(ensemble.getEstimator()));
  }

  @Test
  void pipelines_areSavedWithThem() throws IOException {
    BalancedBaggingClassifier bagging = new BalancedBaggingClassifier().setNumEstimators(1);
    Pipeline pipeline = new Pipeline().setStages(new PipelineStage[] {bagging});
    String place = dir.resolve("pipeline").toString();
    pipeline.write().save(place);
    PipelineModel model = Pipeline.load(place).fit(TRAIN);
    String fitted = dir.resolve("fitted").toString();
    model.write().save(fitted);
    assertThat(Rows.digest(PipelineModel.load(fitted).transform(TRAIN)))
        .isEqualTo(Rows.digest(model.transform(TRAIN)));
  }

  @Test
  void params_tellOfThemselves() {
    assertThat(ParamInfo.json(new BalancedRandomForestClassifier()))
        .contains("\"default\" : \"RandomForestClassifier\"");
    assertThat(ParamInfo.of(new EasyEnsembleClassifier()))
        .filteredOn(info -> info.name().equals("estimator") || info.name().equals("sampler"))
        .extracting(info -> info.type() + " " + info.defaultValue())
        .containsExactly("any GBTClassifier", "any null");
  }

  @Test
  void whatCannotBeSaved_isRefusedAtOnce() {
    BalancedBaggingClassifier inner =
        new BalancedBaggingClassifier("inner").setEstimator(new UnsavedClassifier());
    assertThat(Refusal.of(inner::write))
        .startsWith(
            "[SMOTE-155] Cannot save inner: its estimator, a UnsavedClassifier, cannot be saved.");
    // Also if it is further inside.
    assertThat(Refusal.of(() -> new BalancedBaggingClassifier().setEstimator(inner).write()))
        .contains("Cannot save inner");
  }

  @Test
  void damage_isFound() throws IOException {
    BalancedBaggingClassifier bagging = new BalancedBaggingClassifier().setNumEstimators(1);
    String stage = dir.resolve("stage").toString();
    bagging.setEstimator(new DecisionTreeClassifier("tree")).write().save(stage);
    new Smote("tree").write().overwrite().save(stage + "/estimator");
    assertThat(Refusal.of(() -> BalancedBaggingClassifier.load(stage)))
        .startsWith("[SMOTE-157] Cannot load " + stage + ": what it has as estimator is a Smote");
    String model = dir.resolve("model").toString();
    bagging.fit(TRAIN).write().save(model);
    new DecisionTreeClassifier("tree").write().overwrite().save(model + "/members/0");
    assertThat(Refusal.of(() -> BalancedBaggingClassificationModel.load(model)))
        .contains("what it has as members/0 is a DecisionTreeClassifier");
    assertThat(Refusal.of(() -> EasyEnsembleClassificationModel.load(model)))
        .startsWith("[SMOTE-043]");
    try (Stream<Path> files = Files.list(Path.of(model))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(List.of("members", "metadata"));
    }
  }
}
