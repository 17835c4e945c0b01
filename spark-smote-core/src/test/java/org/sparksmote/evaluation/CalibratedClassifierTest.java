// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.classification.LinearSVC;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.ResamplingPipeline;
import org.sparksmote.Smote;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** What is calibrated, by which rows, and how well. */
class CalibratedClassifierTest extends SparkTest {

  /** The class 1 with the probability {@code 1 / (1 + exp(3.5 - x1 - x2 / 2))}, about 5 %. */
  private static Dataset<Row> rare;

  private static Dataset<Row> two;

  @BeforeAll
  static void makeData() {
    Random random = new Random(7);
    List<Row> rows =
        IntStream.range(0, 4000)
            .mapToObj(
                id -> {
                  double x1 = random.nextGaussian();
                  double x2 = random.nextGaussian();
                  double p = 1 / (1 + Math.exp(3.5 - x1 - x2 / 2));
                  return Tables.row(Vectors.dense(x1, x2), random.nextDouble() < p ? 1 : 0, id);
                })
            .toList();
    rare = Tables.of(Tables.SCHEMA, rows).coalesce(2).cache();
    two = Tables.clouds(90, 40).coalesce(2).cache();
  }

  @AfterAll
  static void release() {
    rare.unpersist();
    two.unpersist();
  }

  private static CalibratedClassifier calibrated(Estimator<?> estimator) {
    return new CalibratedClassifier().setEstimator(estimator);
  }

  private static LogisticRegression regression() {
    return new LogisticRegression().setMaxIter(8);
  }

  private static ResamplingPipeline smoted(PipelineStage learner) {
    return new ResamplingPipeline().setStages(new PipelineStage[] {new Smote(), learner});
  }

  /** The mean probability of the class 1, over its share. */
  private static double ratio(Transformer model) {
    Dataset<Row> said = model.transform(rare);
    double mean =
        said.select("probability").collectAsList().stream()
            .mapToDouble(row -> ((Vector) row.get(0)).apply(1))
            .average()
            .orElseThrow();
    return mean * rare.count() / rare.filter("label = 1").count();
  }

  @Test
  void eachRow_isScoredOnce_byAModelThatHasNotSeenIt_andOneModelLearnsFromAll() {
    ScoringRecorder recorder = new ScoringRecorder("once");
    calibrated(recorder).setCv(4).fit(two);
    assertThat(recorder.seen()).hasSize(5);
    List<Long> all = LongStream.range(0, 130).boxed().toList();
    Map<Long, Integer> scored = new HashMap<>();
    for (ScoringRecorder.Seen seen : recorder.seen().subList(0, 4)) {
      assertThat(seen.scored()).hasSizeBetween(28, 37).doesNotContainAnyElementsOf(seen.learned());
      assertThat(new HashSet<>(seen.learned())).hasSize(130 - seen.scored().size());
      seen.scored().forEach(id -> scored.merge(id, 1, Integer::sum));
    }

    assertThat(scored.keySet()).containsExactlyInAnyOrderElementsOf(all);
    assertThat(scored.values()).containsOnly(1);
    assertThat(recorder.seen().get(4).learned()).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void samplersInside_resampleWhatIsLearnedFrom_andNothingElse() {
    ScoringRecorder recorder = new ScoringRecorder("sampled");
    calibrated(new Pipeline().setStages(new PipelineStage[] {new Smote().setIdCol("id"), recorder}))
        .setCv(2)
        .fit(two);
    for (ScoringRecorder.Seen seen : recorder.seen().subList(0, 2)) {
      assertThat(seen.scored()).allMatch(id -> id >= 0 && id < 130).hasSizeBetween(60, 70);
      assertThat(seen.learned()).hasSizeBetween(85, 95).doesNotContainAnyElementsOf(seen.scored());
    }
  }

  @ParameterizedTest
  @CsvSource({"sigmoid, false", "sigmoid, true", "isotonic, false", "isotonic, true"})
  void resampledClassifiers_sayHonestProbabilitiesAgain(String method, boolean ensemble) {
    Estimator<?> smoted = smoted(regression());
    assertThat(ratio(smoted.fit(rare))).isGreaterThan(5);
    CalibratedClassificationModel model =
        calibrated(smoted).setMethod(method).setEnsemble(ensemble).setCv(2).fit(rare);
    assertThat(ratio(model)).isCloseTo(1, within(0.05));
    assertThat(model.members()).hasSize(ensemble ? 2 : 1);
  }

  @Test
  void sigmoid_findsTheTruth() {
    Transformer model = calibrated(smoted(regression())).setCv(2).fit(rare);
    double error =
        model.transform(rare).collectAsList().stream()
            .mapToDouble(
                row -> {
                  Vector x = row.getAs("features");
                  double truth = 1 / (1 + Math.exp(3.5 - x.apply(0) - x.apply(1) / 2));
                  return Math.abs(((Vector) row.getAs("probability")).apply(1) - truth);
                })
            .average()
            .orElseThrow();
    assertThat(error).isLessThan(0.01);
  }

  @Test
  void allThreeColumns_followFromTheProbabilities() {
    List<Row> rows =
        calibrated(new DecisionTreeClassifier().setMaxDepth(2))
            .setCv(2)
            .fit(two)
            .transform(two)
            .collectAsList();
    for (Row row : rows) {
      Vector p = row.getAs("probability");
      assertThat(p.apply(0) + p.apply(1)).isCloseTo(1, within(1e-15));
      assertThat(row.<Double>getAs("prediction")).isEqualTo(p.apply(1) > p.apply(0) ? 1 : 0);
      double odds = Math.log(p.apply(1)) - Math.log(p.apply(0));
      assertThat(((Vector) row.getAs("rawPrediction")).toArray()).containsExactly(-odds, odds);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void partitions_changeNothing(boolean ensemble) {
    CalibratedClassifier stage =
        calibrated(new DecisionTreeClassifier().setMaxDepth(2)).setCv(2).setEnsemble(ensemble);
    double[][] once = stage.fit(two).getCalibrators();
    assertThat(stage.setParallelism(2).fit(two.repartition(7)).getCalibrators()).isEqualTo(once);
    assertThat(stage.setSeed(1).fit(two).getCalibrators()).isNotEqualTo(once);
  }

  @Test
  void rowsThatAreAlike_areInOneFold() {
    ScoringRecorder recorder = new ScoringRecorder("alike");
    Dataset<Row> pairs = two.union(two).selectExpr("features", "label", "id");
    calibrated(recorder).setCv(3).fit(pairs);
    for (ScoringRecorder.Seen seen : recorder.seen().subList(0, 3)) {
      assertThat(seen.scored()).hasSize(2 * new HashSet<>(seen.scored()).size());
    }
  }

  @Test
  void weights_countInWhatIsLearned() {
    Dataset<Row> weighed = two.withColumn("w", functions.expr("if(label = 1, 3, 1)"));
    CalibratedClassifier stage = calibrated(new ScoringRecorder("weighed")).setCv(2);
    double[] once = stage.fit(weighed).getCalibrators()[0];
    double[] thrice = stage.setWeightCol("w").fit(weighed).getCalibrators()[0];
    assertThat(thrice[1]).isCloseTo(once[1] + Math.log(3), within(0.35));
  }

  @Test
  void threeClasses_areCalibratedOneAgainstTheRest() {
    Dataset<Row> three = Tables.clouds(60, 40, 30);
    CalibratedClassificationModel model =
        calibrated(new DecisionTreeClassifier()).setCv(2).fit(three);
    assertThat(model.getCalibrators()).hasDimensions(3, 2);
    for (Row row : model.transform(three).collectAsList()) {
      Vector p = row.getAs("probability");
      assertThat(p.apply(0) + p.apply(1) + p.apply(2)).isCloseTo(1, within(1e-12));
      assertThat(row.<Double>getAs("prediction")).isEqualTo(p.argmax());
    }
  }

  @Test
  void classifiersWithoutProbabilities_areCalibratedByRawPredictions() {
    CalibratedClassificationModel model =
        calibrated(smoted(new LinearSVC().setMaxIter(10))).setCv(2).fit(rare);
    assertThat(ratio(model)).isCloseTo(1, within(0.05));
    assertThat(model.transformSchema(rare.schema()).fieldNames()).contains("probability");
    assertThat(model.getOrDefault(model.readsRaw())).isEqualTo(true);
  }

  @Test
  void otherNames() {
    LogisticRegression own =
        regression()
            .setLabelCol("y.1")
            .setPredictionCol("said")
            .setProbabilityCol("p")
            .setRawPredictionCol("raw");
    CalibratedClassifier stage =
        calibrated(own)
            .setLabelCol("y.1")
            .setPredictionCol("said")
            .setProbabilityCol("p")
            .setRawPredictionCol("raw")
            .setCv(2);
    Dataset<Row> named = two.withColumnRenamed("label", "y.1");
    // Spark's own classifiers read a dot as the way into a column.
    assertThatThrownBy(() -> stage.fit(named)).isInstanceOf(Exception.class);
    Dataset<Row> plain = two.withColumnRenamed("label", "y");
    own.setLabelCol("y");
    Dataset<Row> said = stage.setLabelCol("y").setEstimator(own).fit(plain).transform(plain);
    assertThat(said.columns()).containsExactly("features", "y", "id", "raw", "p", "said");
  }

  @Test
  void crossValidator_findsInnerParams_andSparkRefusesToSaveIt() {
    LogisticRegression inner = regression();
    CalibratedClassifier stage = calibrated(inner).setCv(2);
    ParamMap[] grid =
        new ParamGridBuilder().addGrid(inner.regParam(), new double[] {0, 10}).build();
    CrossValidator validator =
        new CrossValidator()
            .setEstimator(stage)
            .setEstimatorParamMaps(grid)
            .setEvaluator(new BinaryClassificationEvaluator())
            .setNumFolds(2);
    CrossValidatorModel model = validator.fit(two);
    assertThat(model.avgMetrics()).hasSize(2);
    assertThatThrownBy(validator::write).hasMessageContaining("regParam");
    validator.setEstimatorParamMaps(new ParamMap[] {new ParamMap().put(stage.cv(), 3)}).write();
  }

  @Test
  void trainingRows_passThrough() {
    Transformer model = calibrated(smoted(regression())).setCv(2).fit(two);
    assertThat(Rows.digest(model.transform(two).select("features", "label", "id")))
        .isEqualTo(Rows.digest(two.select("features", "label", "id")));
  }
}
