// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.example.Doubling;
import org.example.Halving;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparksmote.cleaning.AllKNN;
import org.sparksmote.cleaning.EditedNearestNeighbours;
import org.sparksmote.cleaning.NeighbourhoodCleaning;
import org.sparksmote.cleaning.RepeatedEditedNearestNeighbours;
import org.sparksmote.cleaning.TomekLinks;
import org.sparksmote.sampler.Sampler;
import org.sparksmote.sampler.SamplerModel;
import org.sparksmote.testing.RecordingClassifier;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.undersampling.InstanceHardnessThreshold;
import org.sparksmote.undersampling.NearMiss;
import org.sparksmote.undersampling.OneSidedSelection;
import org.sparksmote.undersampling.RandomUnderSampler;

/** What holds for every sampler, those of others too: training data is resampled, once per fit. */
class SamplerContractTest extends SparkTest {

  /** 60 rows of the class 0, 40 of the class 1. */
  private static Dataset<Row> train;

  @TempDir private Path dir = Path.of("");

  @BeforeAll
  static void makeData() {
    train =
        spark
            .range(100)
            .selectExpr("id", "double(id % 7) as x", "sin(id) as y", "int(id % 5 < 2) as label")
            .cache();
  }

  /** Samplers, and the rows of each class after them. */
  static Stream<Arguments> samplers() {
    return Stream.concat(
        estimators(),
        Stream.of(
            Arguments.of(new SmoteResampler().setInputCols("x", "y"), Map.of(0, 60L, 1, 60L))));
  }

  static Stream<Arguments> estimators() {
    return Stream.of(
        Arguments.of(new Smote().setInputCols("x", "y"), Map.of(0, 60L, 1, 60L)),
        Arguments.of(new RandomUnderSampler(), Map.of(0, 40L, 1, 40L)),
        Arguments.of(
            new RandomUnderSampler().setWithReplacement(true).setBalanceWeightCol("weight"),
            Map.of(0, 40L, 1, 40L)),
        Arguments.of(new TomekLinks().setInputCols("x", "y"), Map.of(0, 42L, 1, 40L)),
        Arguments.of(
            new EditedNearestNeighbours().setInputCols("x", "y").setKindSel("mode"),
            Map.of(0, 32L, 1, 40L)),
        Arguments.of(new NearMiss().setInputCols("x", "y"), Map.of(0, 40L, 1, 40L)),
        Arguments.of(new OneSidedSelection().setInputCols("x", "y"), Map.of(0, 41L, 1, 40L)),
        Arguments.of(
            new InstanceHardnessThreshold()
                .setInputCols("x", "y")
                .setCv(2)
                .setEstimator(new DecisionTreeClassifier()),
            Map.of(0, 40L, 1, 40L)),
        Arguments.of(
            new RepeatedEditedNearestNeighbours().setInputCols("x", "y").setKindSel("mode"),
            Map.of(0, 32L, 1, 40L)),
        Arguments.of(new AllKNN().setInputCols("x", "y").setKNeighbors(2), Map.of(0, 35L, 1, 40L)),
        Arguments.of(new NeighbourhoodCleaning().setInputCols("x", "y"), Map.of(0, 6L, 1, 40L)),
        Arguments.of(new Halving(), Map.of(0, 30L, 1, 40L)),
        Arguments.of(new Doubling("doubling"), Map.of(0, 60L, 1, 80L)));
  }

  private static PipelineStage[] stages(PipelineStage sampler, RecordingClassifier classifier) {
    VectorAssembler assembler =
        new VectorAssembler().setInputCols(new String[] {"x", "y"}).setOutputCol("features");
    return new PipelineStage[] {sampler, assembler, classifier};
  }

  private static void assertPassesThrough(PipelineModel model) {
    for (int i = 0; i < 2; i++) {
      assertThat(model.transform(train).select("id", "label").collectAsList())
          .containsExactlyInAnyOrderElementsOf(train.select("id", "label").collectAsList());
    }
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void resamplingPipeline_resamplesInFitOnly(PipelineStage sampler, Map<Integer, Long> after) {
    RecordingClassifier classifier = new RecordingClassifier();
    PipelineModel model =
        new ResamplingPipeline().setStages(stages(sampler, classifier)).fit(train);
    assertThat(classifier.trainings()).containsExactly(after);
    assertThat(model.stages()).hasSize(2);
    assertPassesThrough(model);
  }

  @ParameterizedTest
  @MethodSource("estimators")
  void plainPipeline_resamplesInFitOnly(PipelineStage sampler, Map<Integer, Long> after) {
    RecordingClassifier classifier = new RecordingClassifier();
    PipelineModel model = new Pipeline().setStages(stages(sampler, classifier)).fit(train);
    assertThat(classifier.trainings()).containsExactly(after);
    assertPassesThrough(model);
  }

  @ParameterizedTest
  @MethodSource("estimators")
  void nestedPipelineWithoutAPredictor_isRefused(PipelineStage sampler) {
    Pipeline inner = new Pipeline().setStages(new PipelineStage[] {sampler});
    RecordingClassifier classifier = new RecordingClassifier();
    assertThatThrownBy(
            () -> new Pipeline().setStages(stages(inner, classifier)).fit(train).transform(train))
        .hasMessageContaining("[SMOTE-041]");
  }

  /** One of each kind: a model of its own, none, that of all others, and one from outside. */
  static Stream<Arguments> kinds() {
    List<Class<?>> kinds =
        List.of(Smote.class, SmoteResampler.class, EditedNearestNeighbours.class, Doubling.class);
    return samplers().filter(sampler -> kinds.contains(sampler.get()[0].getClass()));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void crossValidator_resamplesTheTrainingPartOfEveryFold(
      PipelineStage sampler, Map<Integer, Long> after) {
    RecordingClassifier classifier = new RecordingClassifier();
    ParamMap[] grid =
        new ParamGridBuilder().addGrid(classifier.regParam(), new double[] {0.1, 1}).build();
    CrossValidatorModel model =
        new CrossValidator()
            .setEstimator(new ResamplingPipeline().setStages(stages(sampler, classifier)))
            .setEvaluator(new BinaryClassificationEvaluator())
            .setEstimatorParamMaps(grid)
            .setNumFolds(2)
            .fit(train);
    List<Map<Integer, Long>> trainings = classifier.trainings();
    assertThat(trainings).hasSize(5).last().isEqualTo(after);
    assertThat(trainings.subList(0, 4)).doesNotContain(after).allMatch(t -> t.size() == 2);
    assertThat(model.transform(train).count()).isEqualTo(100);
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void savedPipeline_resamplesAsBefore(PipelineStage sampler, Map<Integer, Long> after)
      throws IOException {
    VectorAssembler assembler =
        new VectorAssembler().setInputCols(new String[] {"x", "y"}).setOutputCol("features");
    PipelineStage[] stages = {assembler, sampler};
    String path = dir.resolve("pipeline").toString();
    new ResamplingPipeline().setStages(stages).write().save(path);
    Dataset<Row> out = ResamplingPipeline.load(path).fitResample(train);
    for (Map.Entry<Integer, Long> rows : after.entrySet()) {
      assertThat(out.filter("label = " + rows.getKey()).count()).isEqualTo(rows.getValue());
    }
  }

  @ParameterizedTest
  @MethodSource("estimators")
  void savedModel_passesThrough_withTheSameColumns(PipelineStage sampler, Map<Integer, Long> after)
      throws IOException {
    PipelineModel model = new Pipeline().setStages(new PipelineStage[] {sampler}).fit(train);
    String path = dir.resolve("model").toString();
    model.write().save(path);
    PipelineModel loaded = PipelineModel.load(path);
    assertThat(loaded.transform(train).schema())
        .isEqualTo(loaded.transformSchema(train.schema()))
        .isEqualTo(model.transform(train).schema());
    assertPassesThrough(loaded);
  }

  @ParameterizedTest
  @MethodSource("estimators")
  void copiesOfAModel_shareItsOneResampling(PipelineStage sampler, Map<Integer, Long> after) {
    SamplerModel<?> model = (SamplerModel<?>) ((Estimator<?>) sampler).fit(train);
    long resampled = after.values().stream().mapToLong(rows -> rows).sum();
    assertThat(model.copy(new ParamMap()).transform(train).count()).isEqualTo(resampled);
    assertThat(model.transform(train).count()).isEqualTo(100);
    assertThat(((Sampler) sampler).fitResample(train).count()).isEqualTo(resampled);
  }

  @Test
  void everySampler_isSavedAndLoadedByItself() throws IOException {
    String path = dir.resolve("halving").toString();
    ((MLWritable) new Halving("mine")).write().save(path);
    assertThat(Halving.read().load(path).uid()).isEqualTo("mine");
    assertThatThrownBy(() -> Doubling.read().load(path)).hasMessageContaining("[SMOTE-04");
  }
}
