// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.cleaning.CleaningSampler;
import org.sparksmote.cleaning.EditedNearestNeighbours;
import org.sparksmote.cleaning.TomekLinks;
import org.sparksmote.report.SmoteSummary;
import org.sparksmote.testing.Jobs;
import org.sparksmote.testing.RecordingClassifier;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.undersampling.RandomUnderSampler;

/** Cleaning that follows over-sampling, as a setting of it and as a stage behind it. */
class CleaningAfterSmoteTest extends SparkTest {

  /** 70 rows of "no", 30 of "yes", among each other; some twice. */
  private static Dataset<Row> train;

  @BeforeAll
  static void makeData() {
    train =
        spark
            .range(100)
            .selectExpr(
                "id",
                "float(id % 19) as x",
                "decimal(sin(id div 2) * 9) as y",
                "if(id % 10 < 3, 'yes', 'no') as label",
                "map(id, null) as more")
            .cache();
  }

  private static Smote smote() {
    return new Smote().setInputCols("x", "y").setSyntheticCol("new").setProvenanceCol("how");
  }

  private static CleaningSampler<?> alone(String cleaning) {
    CleaningSampler<?> sampler =
        cleaning.equals("tomek") ? new TomekLinks() : new EditedNearestNeighbours();
    return sampler.setInputCols("x", "y").setSamplingStrategy("all");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomek", "enn"})
  void rows_areThoseOfTheTwoSamplersOneAfterTheOther(String cleaning) {
    Dataset<Row> both = smote().setCleaning(cleaning).fitResample(train);
    Dataset<Row> made = smote().fitResample(train);
    assertThat(both.schema())
        .isEqualTo(smote().setCleaning(cleaning).transformSchema(train.schema()));
    assertThat(Rows.texts(both))
        .hasSizeLessThan(140)
        .isEqualTo(Rows.texts(alone(cleaning).fitResample(made)));
    assertThat(Rows.texts(made.filter("not new").drop("new", "how")))
        .containsAll(Rows.texts(both.filter("not new").drop("new", "how")));
    SmoteResampler stateless =
        new SmoteResampler()
            .setInputCols("x", "y")
            .setSyntheticCol("new")
            .setProvenanceCol("how")
            .setCleaning(cleaning);
    assertThat(Rows.texts(stateless.transform(train.repartition(5)))).isEqualTo(Rows.texts(both));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomek", "enn"})
  void summary_saysWhatWasMade_andWhatWentOfIt(String cleaning) {
    SmoteModel model = smote().setCleaning(cleaning).fit(train);
    SmoteSummary summary = model.summary();
    Dataset<Row> rows = model.transform(train).cache();
    for (SmoteSummary.ClassRows of : summary.classes()) {
      Dataset<Row> ofClass = rows.filter("label = '" + of.label() + "'");
      assertThat(of.had() + of.made()).as("the total before").isEqualTo(70);
      assertThat(ofClass.filter("new").count()).isEqualTo(of.made() - of.removedSynthetic());
      assertThat(ofClass.filter("not new").count()).isEqualTo(of.had() - of.removedOriginal());
      assertThat(of.has()).isEqualTo(ofClass.count());
    }

    SmoteSummary.ClassRows grown = summary.classes().get(1);
    assertThat(grown.removedOriginal()).isPositive();
    assertThat(grown.removedSynthetic()).isPositive();
    assertThat(summary.toString())
        .contains(
            "Removed by cleaning:",
            String.format(
                "  yes: %d of 30 original, %d of 40 synthetic rows",
                grown.removedOriginal(), grown.removedSynthetic()));
    assertThat(SmoteSummary.fromJson("it", summary.toJson()).classes().get(1))
        .extracting("removedOriginal", "removedSynthetic")
        .containsExactly(grown.removedOriginal(), grown.removedSynthetic());
    rows.unpersist();
  }

  @Test
  void fitFindsWhoGoes_andTransformOnlyDescribes() {
    int before = spark.sparkContext().getPersistentRDDs().size();
    SmoteModel model = smote().setCleaning("enn").fit(train);
    assertThat(Jobs.startedBy(() -> model.transform(train))).isZero();
    assertThat(spark.sparkContext().getPersistentRDDs().size()).isEqualTo(before);
  }

  @Test
  void classesThatAreBalanced_areCleanedToo_andNoneLeavesAll() {
    Dataset<Row> balanced = smote().fitResample(train).drop("new", "how").cache();
    Smote cleaning = smote().setCleaning("tomek");
    assertThat(cleaning.fitResample(balanced).count()).isLessThan(140);
    assertThat(cleaning.setSamplingStrategy("none").fitResample(balanced).count()).isEqualTo(140);
    balanced.unpersist();
  }

  @Test
  void invalidRows_areKeptOrDropped() {
    Dataset<Row> rows =
        train.selectExpr("id", "if(id = 7, float('NaN'), x) as x", "y", "label", "more");
    Smote keeping = smote().setCleaning("tomek").setHandleInvalid("keep");
    assertThat(keeping.fitResample(rows).filter("id = 7").count()).isOne();
    assertThat(keeping.setHandleInvalid("skip").fitResample(rows).filter("id = 7").count())
        .isZero();
  }

  @Test
  void nominalFeatures_areRefusedBeforeAnyJob() {
    Dataset<Row> texts = train.selectExpr("label", "x", "string(id % 3) as job");
    for (String variant : List.of("smotenc", "random")) {
      Smote smote = new Smote().setVariant(variant).setInputCols("x", "job").setCleaning("enn");
      int jobs =
          Jobs.startedBy(
              () ->
                  assertThat(Refusal.of(() -> smote.fit(texts)))
                      .startsWith("[SMOTE-115] Cannot clean rows with the nominal features [job]"));
      assertThat(jobs).isZero();
      assertThat(Refusal.of(() -> smote.transformSchema(texts.schema()))).contains("SMOTE-115");
    }
  }

  private static Map<Integer, Long> trainedOn(PipelineStage... samplers) {
    Dataset<Row> rows = train.selectExpr("x", "y", "int(label = 'yes') as label");
    RecordingClassifier classifier = new RecordingClassifier();
    VectorAssembler assembler =
        new VectorAssembler().setInputCols(new String[] {"x", "y"}).setOutputCol("features");
    PipelineStage[] stages = {samplers[0], samplers[1], assembler, classifier};
    assertThat(new ResamplingPipeline().setStages(stages).fit(rows).transform(rows).count())
        .isEqualTo(100);
    return classifier.trainings().get(0);
  }

  @Test
  void samplersOneAfterTheOther_inAPipeline() {
    Smote smote = new Smote().setInputCols("x", "y");
    Map<Integer, Long> cleaned = trainedOn(smote, alone("tomek"));
    assertThat(cleaned)
        .isEqualTo(
            trainedOn(
                smote.setCleaning("tomek"), new RandomUnderSampler().setSamplingStrategy("none")));
    assertThat(cleaned.values()).allMatch(rows -> rows < 70);
    RandomUnderSampler under = new RandomUnderSampler().setSamplingStrategy(Map.of("0", 50L));
    assertThat(trainedOn(under, new Smote().setInputCols("x", "y")))
        .isEqualTo(Map.of(0, 50L, 1, 50L));
  }
}
