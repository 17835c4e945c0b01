// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sparksmote.testing.Recorder;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** A sampler changes training data and never anything else (B11, B12). */
class TrainingOnlyTest extends SparkTest {

  private static Dataset<Row> train;
  private static Dataset<Row> test;

  @BeforeAll
  static void tables() {
    train = table("id < 260");
    test = table("id >= 260");
  }

  private static Dataset<Row> table(String filter) {
    return spark
        .range(400)
        .filter(filter)
        .selectExpr("id", "double(id % 17) as x", "sin(id) as y", "int(id % 13 < 2) as label");
  }

  private static VectorAssembler assembler() {
    return new VectorAssembler().setInputCols(new String[] {"x", "y"}).setOutputCol("features");
  }

  private static Smote smote() {
    return new Smote().setSyntheticCol("synthetic");
  }

  private static PipelineStage[] stages(PipelineStage... stages) {
    return stages;
  }

  private static void assertPassedThrough(Dataset<Row> scored, Dataset<Row> given) {
    assertThat(Rows.texts(scored.select("id", "x", "y", "label")))
        .isEqualTo(Rows.texts(given.select("id", "x", "y", "label")));
  }

  @Test
  @DisplayName("B11 plain pipeline")
  void plainPipeline_resamplesInFit_andNeverAgain() {
    Recorder recorder = new Recorder();
    LogisticRegression classifier = new LogisticRegression().setMaxIter(2);
    Pipeline pipeline =
        new Pipeline().setStages(stages(assembler(), smote(), recorder, classifier));
    PipelineModel model = pipeline.fit(train);
    assertThat(recorder.seen().rows().stream().filter(row -> row.getInt(3) == 1).count())
        .isEqualTo(recorder.seen().rows().size() / 2);
    assertThat(recorder.seen().rows().stream().filter(row -> row.<Boolean>getAs("synthetic")))
        .hasSize(180);
    for (Dataset<Row> scored : List.of(model.transform(test), model.transform(train))) {
      assertThat(scored.filter("synthetic").count()).isZero();
      assertThat(scored.columns()).contains("synthetic", "prediction");
    }

    assertPassedThrough(model.transform(test), test);
    assertPassedThrough(model.transform(train), train);
  }

  @Test
  @DisplayName("B11 scoring data without label")
  void scoringData_needsNoLabelAndNoId() {
    SmoteModel model =
        new Smote().setInputCols("x", "y").setIdCol("id").setProvenanceCol("from").fit(train);
    Dataset<Row> scored = model.transform(test.select("x", "y"));
    assertThat(scored.columns()).containsExactly("x", "y", "from");
    assertThat(scored.count()).isEqualTo(test.count());
    assertThat(model.transform(test.select("x")).filter("from is not null").count()).isZero();
  }

  @Test
  void model_resamplesTheVeryDatasetOfItsFit_alsoByACopy() {
    SmoteModel model = new Smote().setInputCols("x", "y").fit(train);
    assertThat(model.transform(train.toDF()).count()).isEqualTo(260);
    assertThat(model.copy(new ParamMap()).transform(train).count()).isEqualTo(440);
    assertThat(new SmoteModel().transform(train).count()).isEqualTo(260);
  }

  @Test
  @DisplayName("B12 sampler before a scaler, and twice")
  void samplersAnywhere_actOnWhatFollows() {
    Recorder first = new Recorder();
    Recorder second = new Recorder();
    StandardScaler scaler = new StandardScaler().setInputCol("features").setOutputCol("scaled");
    Smote more = new Smote().setSamplingStrategy("{\"0\": 230}").setFeaturesCol("scaled");
    PipelineStage[] stages = stages(assembler(), new Smote(), first, scaler, more, second);
    PipelineModel model = new ResamplingPipeline().setStages(stages).fit(train);
    assertThat(labels(first.seen())).isEqualTo(Map.of(0, 220L, 1, 220L));
    assertThat(labels(second.seen())).isEqualTo(Map.of(0, 230L, 1, 220L));
    assertPassedThrough(model.transform(test), test);
  }

  private static Map<Integer, Long> labels(Recorder.Table seen) {
    return seen.rows().stream()
        .collect(Collectors.groupingBy(row -> row.getInt(3), Collectors.counting()));
  }

  @Test
  void fittedResamplingPipeline_holdsNoSampler() {
    LogisticRegression classifier = new LogisticRegression().setMaxIter(2);
    SmoteResampler resampler = new SmoteResampler();
    PipelineStage[] stages = stages(assembler(), new Smote(), resampler, classifier);
    ResamplingPipeline pipeline = new ResamplingPipeline().setStages(stages);
    PipelineModel model = pipeline.fit(train);
    assertThat(model.stages()).hasSize(2);
    assertThat(Arrays.asList(model.stages()))
        .noneMatch(s -> s instanceof SmoteModel || s instanceof SmoteResampler);
    assertThat(model.parent()).isSameAs(pipeline);
    assertThat(model.uid()).isEqualTo(pipeline.uid());
    assertThat(model.transform(test.drop("label")).count()).isEqualTo(test.count());
  }

  @Test
  void fittedSampler_amongTheStages_standsAside() {
    Recorder recorder = new Recorder();
    PipelineModel fitted = new Pipeline().setStages(stages(assembler(), new Smote())).fit(train);
    PipelineStage[] stages = stages(fitted, recorder);
    PipelineModel model = new ResamplingPipeline().setStages(stages).fit(train);
    assertThat(recorder.seen().rows()).hasSize(260);
    assertThat(model.transform(test).count()).isEqualTo(test.count());
    assertThat(model.stages()).hasSize(2).noneMatch(SmoteModel.class::isInstance);
    Recorder behind = new Recorder();
    SmoteModel unused = new Smote().setInputCols("x", "y").fit(train);
    new ResamplingPipeline().setStages(stages(unused, behind)).fit(train);
    assertThat(behind.seen().rows()).hasSize(260);
  }

  @Test
  void classifier_learnsFromBalancedData() {
    LogisticRegression classifier = new LogisticRegression().setMaxIter(20);
    Dataset<Row> given = train.withColumn("x", functions.expr("x + label * 9"));
    PipelineModel plain = new Pipeline().setStages(stages(assembler(), classifier)).fit(given);
    PipelineModel balanced =
        new ResamplingPipeline().setStages(stages(assembler(), new Smote(), classifier)).fit(given);
    assertThat(balanced.transform(given).filter("prediction = 1").count())
        .isGreaterThan(plain.transform(given).filter("prediction = 1").count());
  }

  @Test
  void resampler_alwaysResamples() {
    SmoteResampler resampler = new SmoteResampler().setInputCols("x", "y");
    assertThat(resampler.transform(train).count()).isEqualTo(440);
    assertThat(resampler.transform(train.toDF()).count()).isEqualTo(440);
  }

  @Test
  void stagesErrors_comeBeforeAnyJob() {
    LogisticRegression classifier = new LogisticRegression();
    PipelineStage[] stages = stages(assembler(), new Smote().setLabelCol("nope"), classifier);
    assertThat(Refusal.withoutJob(() -> new ResamplingPipeline().setStages(stages).fit(train)))
        .startsWith("[SMOTE-001] Cannot find the column 'nope' of labelCol");
  }

  /** Fails when it is fitted. */
  static final class Broken extends org.apache.spark.ml.Estimator<Recorder.Fitted> {

    private static final long serialVersionUID = 1L;

    @Override
    public String uid() {
      return "broken";
    }

    @Override
    public Recorder.Fitted fit(Dataset<?> dataset) {
      dataset.count();
      throw new IllegalStateException(
          "broken on purpose, data persisted: " + dataset.storageLevel().useMemory());
    }

    @Override
    public StructType transformSchema(StructType schema) {
      return schema;
    }

    @Override
    public Broken copy(ParamMap extra) {
      return this;
    }
  }

  @Test
  @DisplayName("I6 nothing stays persisted")
  void resampledData_isPersistedWhileStagesFit_andReleased_alsoAfterAFailure() {
    int before = spark.sparkContext().getPersistentRDDs().size();
    LogisticRegression classifier = new LogisticRegression().setMaxIter(5);
    new ResamplingPipeline().setStages(stages(assembler(), new Smote(), classifier)).fit(train);
    assertThat(spark.sparkContext().getPersistentRDDs().size()).isEqualTo(before);
    PipelineStage[] broken = stages(assembler(), new Smote(), new Broken());
    assertThatThrownBy(() -> new ResamplingPipeline().setStages(broken).fit(train))
        .hasMessage("broken on purpose, data persisted: true");
    assertThat(spark.sparkContext().getPersistentRDDs().size()).isEqualTo(before);
  }

  @Test
  void usersOwnCache_isLeftAlone() {
    Dataset<Row> balanced = Tables.clouds(30, 30).persist();
    try {
      Transformer model =
          new ResamplingPipeline().setStages(stages(new Smote(), new Recorder())).fit(balanced);
      assertThat(model.transform(balanced).count()).isEqualTo(60);
      assertThat(balanced.storageLevel().useMemory()).isTrue();
    } finally {
      balanced.unpersist();
    }
  }
}
