// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.OneVsRest;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.TrainValidationSplit;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparksmote.sampler.SamplerModel;
import org.sparksmote.testing.LogLines;
import org.sparksmote.testing.Recorder;
import org.sparksmote.testing.RecordingClassifier;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;

/**
 * What every stage sees in pipelines inside pipelines (B12): resampled rows where that is meant,
 * original rows behind a trained classifier, and a refusal where training on original rows would go
 * unnoticed.
 */
class NestedPipelinesTest extends SparkTest {

  private static final Map<Integer, Long> ORIGINAL = Map.of(0, 120L, 1, 40L);
  private static final Map<Integer, Long> BALANCED = Map.of(0, 120L, 1, 120L);

  private static Dataset<Row> train;

  @BeforeAll
  static void table() {
    train =
        spark
            .range(160)
            .selectExpr("double(id % 17) as x", "sin(id) as y", "int(id % 4 = 0) as label");
  }

  /** The stages of one shape, new for every fit. */
  private static final class Parts {
    final VectorAssembler assembler =
        new VectorAssembler().setInputCols(new String[] {"x", "y"}).setOutputCol("features");
    final Smote smote = new Smote("sampler");
    final Recorder scaler = new Recorder(); // learns and does not predict
    final RecordingClassifier classifier = new RecordingClassifier();
    final Recorder behind = new Recorder(); // such as a calibrator
  }

  private static Pipeline plain(PipelineStage... stages) {
    return new Pipeline().setStages(stages);
  }

  private static ResamplingPipeline resampling(PipelineStage... stages) {
    return new ResamplingPipeline().setStages(stages);
  }

  /** How stages stand inside each other. */
  private interface Shape {
    Pipeline of(Parts parts);
  }

  /** Shapes that work; the stage behind, if there is one, sees original rows. */
  static Stream<Named<Shape>> working() {
    return Stream.of(
        Named.of("resampling", p -> resampling(p.assembler, p.smote, p.classifier)),
        Named.of("plain", p -> plain(p.assembler, p.smote, p.classifier)),
        Named.of("resampling in plain", p -> plain(p.assembler, resampling(p.smote, p.classifier))),
        Named.of("plain in plain", p -> plain(p.assembler, plain(p.smote, p.classifier))),
        Named.of(
            "complete in plain", p -> plain(plain(p.assembler, p.smote, p.classifier), p.behind)),
        Named.of(
            "complete three deep",
            p -> plain(plain(plain(p.assembler, p.smote, p.classifier), p.behind))),
        Named.of(
            "resampling complete in plain",
            p -> plain(resampling(p.assembler, p.smote, p.classifier), p.behind)),
        Named.of(
            "complete in resampling",
            p -> resampling(plain(p.assembler, p.smote, p.classifier), p.behind)),
        Named.of("flattened", p -> resampling(plain(p.assembler, p.smote), p.classifier)),
        Named.of(
            "flattened twice",
            p -> resampling(plain(resampling(p.assembler, p.smote)), p.classifier)),
        Named.of(
            "classifier in plain",
            p -> plain(plain(p.assembler, p.smote, plain(p.classifier)), p.behind)));
  }

  @ParameterizedTest
  @MethodSource("working")
  void shape_works(Shape shape) {
    Parts parts = new Parts();
    Pipeline pipeline = shape.of(parts);
    PipelineModel model = pipeline.fit(train);
    assertThat(parts.classifier.trainings()).containsExactly(BALANCED);
    if (StageList.leaves(pipeline.getStages()).contains(parts.behind)) {
      assertThat(labels(parts.behind)).isEqualTo(ORIGINAL);
    }

    assertThat(model.transform(train).count()).isEqualTo(160);
    assertThat(model.transform(train).columns()).contains("prediction");
  }

  private static Map<Integer, Long> labels(Recorder recorder) {
    return recorder.seen().rows().stream()
        .collect(Collectors.groupingBy(row -> row.<Integer>getAs("label"), Collectors.counting()));
  }

  /** Shapes in which a classifier would learn from original rows unnoticed. */
  static Stream<Named<Shape>> refused() {
    return Stream.of(
        Named.of("plain ends with sampler", p -> plain(plain(p.assembler, p.smote), p.classifier)),
        Named.of(
            "plain ends with scaler",
            p -> plain(plain(p.assembler, p.smote, p.scaler), p.classifier)),
        Named.of(
            "plain three deep",
            p -> plain(plain(p.assembler, plain(p.smote, p.scaler)), p.classifier)),
        Named.of(
            "resampling ends with sampler",
            p -> plain(resampling(p.assembler, p.scaler, p.smote), p.classifier)),
        Named.of(
            "resampling ends with scaler",
            p -> plain(resampling(p.assembler, p.smote, p.scaler), p.classifier)));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void shape_isRefused_beforeTheClassifierLearns(Shape shape) {
    Parts parts = new Parts();
    assertThat(Refusal.of(() -> shape.of(parts).fit(train)))
        .startsWith("[SMOTE-041] Cannot resample in an inner pipeline that has no classifier");
    assertThat(parts.classifier.trainings()).isEmpty();
  }

  @Test
  void innerPipeline_isRefusedByItsPlace_notByItself() {
    Parts parts = new Parts();
    resampling(parts.assembler, parts.smote, parts.scaler).fit(train);
    assertThat(labels(parts.scaler)).isEqualTo(BALANCED);
  }

  @Test
  void samplerFromWhichNoStageLearns_isRefused_withoutAJob() {
    Parts parts = new Parts();
    PipelineStage more = new Smote("more");
    List<Pipeline> shapes =
        List.of(
            resampling(parts.assembler, parts.smote),
            resampling(parts.assembler, parts.scaler, plain(parts.smote)),
            resampling(parts.assembler, parts.smote, new SmoteResampler("sampler")));
    for (Pipeline shape : shapes) {
      assertThat(Refusal.withoutJob(() -> shape.fit(train)))
          .isEqualTo(
              "[SMOTE-047] Cannot fit with the sampler sampler at the end: no stage behind it learns"
                  + " from its rows. Put it before the stage that does, or call fitResample for the"
                  + " resampled rows.");
    }

    assertThat(
            Refusal.withoutJob(
                () -> resampling(parts.assembler, parts.smote, parts.classifier, more).fit(train)))
        .contains("the sampler more at the end");
  }

  @Test
  void samplerAtTheEndOfAPlainPipeline_warnsOnceWhenTrainingDataPassesThrough() {
    Parts parts = new Parts();
    PipelineModel model = plain(parts.assembler, parts.smote).fit(train);
    try (LogLines log = LogLines.of(SamplerModel.class)) {
      assertThat(model.transform(train.limit(10)).count()).isEqualTo(10);
      assertThat(log.lines()).isEmpty();
      assertThat(model.transform(train).count()).isEqualTo(160);
      assertThat(log.lines())
          .containsExactly(
              "WARN sampler passes its training data through: nothing was resampled, because no stage"
                  + " that learns stands behind it. Call fitResample for resampled rows.");
      model.transform(train);
      assertThat(log.lines()).hasSize(1);
    }
  }

  /** Behind a sampler the folds would hold synthetic rows. */
  @Test
  void modelSelectionBehindASampler_isRefused() {
    Parts parts = new Parts();
    CrossValidator folds =
        new CrossValidator()
            .setEstimator(parts.classifier)
            .setEstimatorParamMaps(new ParamMap[] {new ParamMap()})
            .setEvaluator(new MulticlassClassificationEvaluator());
    TrainValidationSplit split =
        new TrainValidationSplit()
            .setEstimator(parts.classifier)
            .setEstimatorParamMaps(new ParamMap[] {new ParamMap()})
            .setEvaluator(new MulticlassClassificationEvaluator());
    for (PipelineStage chooser : new PipelineStage[] {folds, split}) {
      assertThat(
              Refusal.withoutJob(
                  () -> resampling(parts.assembler, parts.smote, chooser).fit(train)))
          .isEqualTo(
              "[SMOTE-066] Cannot validate %s on resampled rows: behind the sampler sampler its folds"
                      .formatted(chooser.uid())
                  + " would hold synthetic rows. Make sampler and learner one pipeline, and that the"
                  + " estimator of CrossValidator or TrainValidationSplit.");
      assertThat(Refusal.inCausesOf(() -> plain(parts.assembler, parts.smote, chooser).fit(train)))
          .startsWith("[SMOTE-066] Cannot validate a stage on resampled rows: behind the sampler");
    }

    assertThat(parts.classifier.trainings()).isEmpty();
  }

  @Test
  void fittedPredictorOrCluster_isNoPredictorThatLearns() {
    Parts parts = new Parts();
    KMeans clusters = new KMeans().setK(2).setPredictionCol("cluster");
    PipelineStage fitted = clusters.fit(parts.assembler.transform(train));
    for (PipelineStage stage : new PipelineStage[] {clusters, fitted}) {
      Pipeline inner = resampling(parts.assembler, parts.smote, parts.scaler, stage);
      assertThat(Refusal.of(() -> plain(inner, parts.classifier).fit(train)))
          .startsWith("[SMOTE-041]");
    }
  }

  @Test
  void settingsOfAGrid_areNoInnerPipeline() {
    for (boolean share : new boolean[] {true, false}) {
      Parts parts = new Parts();
      resampling(parts.assembler, parts.smote, parts.scaler)
          .setShareResampling(share)
          .fit(train, new ParamMap());
      assertThat(labels(parts.scaler)).isEqualTo(BALANCED);
    }
  }

  @Test
  void oneVsRest_learnsFromResampledRows() {
    List<BiFunction<Parts, OneVsRest, Pipeline>> shapes =
        List.of(
            (p, all) -> resampling(p.assembler, p.smote, all),
            (p, all) -> plain(p.assembler, p.smote, all),
            (p, all) -> plain(plain(p.assembler, p.smote, all), p.behind));
    for (BiFunction<Parts, OneVsRest, Pipeline> shape : shapes) {
      Parts parts = new Parts();
      OneVsRest all = new OneVsRest().setClassifier(parts.classifier);
      shape.apply(parts, all).fit(train);
      assertThat(parts.classifier.trainings()).hasSize(2).containsOnly(BALANCED);
    }
  }

  @Test
  void modelSelection_trainsOnResampledFolds_andWhatStandsBehindSeesOriginals() {
    for (boolean safe : new boolean[] {true, false}) {
      Parts parts = new Parts();
      PipelineStage[] stages = {parts.smote, parts.classifier};
      Pipeline candidate = safe ? resampling(stages) : plain(stages);
      ParamMap[] grid = {new ParamMap()};
      CrossValidator folds =
          new CrossValidator()
              .setEstimator(candidate)
              .setEstimatorParamMaps(grid)
              .setEvaluator(new MulticlassClassificationEvaluator())
              .setNumFolds(2);
      TrainValidationSplit split =
          new TrainValidationSplit()
              .setEstimator(candidate)
              .setEstimatorParamMaps(grid)
              .setEvaluator(new MulticlassClassificationEvaluator());
      plain(parts.assembler, folds, parts.behind).fit(train);
      assertThat(labels(parts.behind)).isEqualTo(ORIGINAL);
      split.fit(parts.assembler.transform(train));
      assertThat(parts.classifier.trainings())
          .hasSize(3 + 2)
          .allSatisfy(rows -> assertThat(rows.get(0)).isEqualTo(rows.get(1)))
          .contains(BALANCED);
    }
  }
}
