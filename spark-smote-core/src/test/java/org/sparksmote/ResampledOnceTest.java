// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.feature.MinMaxScaler;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sparksmote.sampler.SamplerModel;
import org.sparksmote.testing.LogLines;
import org.sparksmote.testing.Recorder;
import org.sparksmote.testing.RecordingClassifier;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** A model resamples its training data once; whoever wants resampled rows calls fitResample. */
class ResampledOnceTest extends SparkTest {

  private static final long ROWS = 60 + 20;
  private static final long BALANCED = 60 + 60;

  @Test
  void trainingData_isResampledAtTheFirstTransform_andPassedThroughLater() {
    Dataset<Row> data = Tables.clouds(60, 20);
    SmoteModel model = new Smote("mine").setSyntheticCol("synthetic").fit(data);
    assertThat(model.transform(Tables.clouds(9, 5)).count()).isEqualTo(14);
    try (LogLines log = LogLines.of(SamplerModel.class)) {
      assertThat(model.transform(data).count()).isEqualTo(BALANCED);
      assertThat(log.lines()).isEmpty();
      Dataset<Row> later = model.transform(data);
      assertThat(later.count()).isEqualTo(ROWS);
      assertThat(later.filter("synthetic").count()).isZero();
      assertThat(log.lines())
          .containsExactly(
              "WARN mine passes its training data through: it was resampled at the first transform"
                  + " after fit. Call fitResample to resample it again.");
    }
  }

  /** What PySpark does: its own pipeline hands the same object to every stage, also to score it. */
  @Test
  void sameObject_inFitAndInScoring_isScoredAsItIs() {
    Dataset<Row> data = Tables.clouds(60, 20);
    SmoteModel sampler = new Smote().fit(data);
    RecordingClassifier classifier = new RecordingClassifier();
    LogisticRegressionModel fitted = classifier.fit(sampler.transform(data));
    assertThat(classifier.trainings()).containsExactly(Map.of(0, 60L, 1, 60L));
    assertThat(fitted.transform(sampler.transform(data)).count()).isEqualTo(ROWS);
  }

  @Test
  void copies_shareTheOneResampling_alsoBetweenThreads() {
    Dataset<Row> data = Tables.clouds(60, 20);
    SmoteModel model = new Smote().fit(data);
    List<SmoteModel> copies =
        IntStream.range(0, 16).mapToObj(i -> model.copy(new ParamMap())).toList();
    List<Long> counts =
        copies.parallelStream().map(copy -> copy.transform(data).count()).sorted().toList();
    assertThat(counts.subList(0, 15)).containsOnly(ROWS);
    assertThat(counts.get(15)).isEqualTo(BALANCED);
  }

  @Test
  void fitResample_andResampler_alwaysResample() {
    Dataset<Row> data = Tables.clouds(60, 20);
    Smote smote = new Smote();
    SmoteResampler resampler = new SmoteResampler();
    for (int i = 0; i < 3; i++) {
      assertThat(smote.fitResample(data).count()).isEqualTo(BALANCED);
      assertThat(resampler.transform(data).count()).isEqualTo(BALANCED);
    }
  }

  @Test
  void pipelinesFitResample_givesTheRowsBehindTheLastStage() {
    Dataset<Row> data = Tables.clouds(60, 20);
    MinMaxScaler scaler = new MinMaxScaler().setInputCol("features").setOutputCol("scaled");
    Smote smote = new Smote().setFeaturesCol("scaled").setSyntheticCol("synthetic");
    ResamplingPipeline pipeline =
        new ResamplingPipeline().setStages(new PipelineStage[] {scaler, smote});
    int before = spark.sparkContext().getPersistentRDDs().size();
    Dataset<Row> rows = pipeline.fitResample(data);
    Dataset<Row> expected = smote.fitResample(scaler.fit(data).transform(data));
    assertThat(Rows.texts(rows)).isEqualTo(Rows.texts(expected)).hasSize((int) BALANCED);
    assertThat(rows.schema()).isEqualTo(expected.schema());
    assertThat(spark.sparkContext().getPersistentRDDs().size()).isEqualTo(before);
  }

  @Test
  void pipelinesFitResample_goesOnBehindTheSampler() {
    Dataset<Row> data = Tables.clouds(60, 20);
    MinMaxScaler scaler = new MinMaxScaler().setInputCol("features").setOutputCol("scaled");
    Recorder recorder = new Recorder();
    Dataset<Row> rows =
        new ResamplingPipeline()
            .setStages(
                new PipelineStage[] {
                  new Smote(), new Pipeline().setStages(new PipelineStage[] {scaler}), recorder
                })
            .fitResample(data);
    assertThat(recorder.seen().rows()).hasSize((int) BALANCED);
    assertThat(Rows.texts(rows)).isEqualTo(Rows.texts(recorder.seen().rows()));
    assertThat(Set.of(rows.columns())).contains("scaled");
    for (Row row : rows.collectAsList()) {
      assertThat(row.isNullAt(3)).isFalse();
    }
  }

  @Test
  void settingsChangedAfterFit_areRefused_whicheverWayTheyCame() {
    Dataset<Row> data = Tables.clouds(60, 20);
    Smote smote = new Smote("mine");
    SmoteModel model = smote.fit(data);
    ParamMap other = new ParamMap().put(smote.kNeighbors(), 3).put(smote.syntheticCol(), "made");
    String refusal =
        "[SMOTE-063] Cannot change kNeighbors, syntheticCol of the fitted mine: its rows were planned"
            + " with the settings that it was fitted with. Set them on the sampler and fit it again.";
    assertThat(Refusal.withoutJob(() -> model.copy(other).transform(data))).isEqualTo(refusal);
    assertThat(Refusal.withoutJob(() -> model.transform(data, other))).isEqualTo(refusal);
    assertThat(Refusal.withoutJob(() -> model.copy(other).transformSchema(data.schema())))
        .isEqualTo(refusal);
    ParamMap same = new ParamMap().put(smote.kNeighbors(), 5);
    assertThat(model.copy(same).transform(data).count()).isEqualTo(BALANCED);
  }

  @Test
  void scoring_takesColumnsOfOneName_whenNothingIsAdded() {
    Dataset<Row> data = Tables.clouds(60, 20);
    SmoteModel model = new Smote().fit(data);
    Dataset<Row> twice = data.selectExpr("features", "label", "label");
    assertThat(model.transform(twice).count()).isEqualTo(ROWS);
    assertThat(model.transformSchema(twice.schema())).isEqualTo(twice.schema());
    SmoteModel flagging = new Smote().setSyntheticCol("synthetic").fit(data);
    assertThat(Refusal.withoutJob(() -> flagging.transform(twice))).startsWith("[SMOTE-005]");
  }
}
