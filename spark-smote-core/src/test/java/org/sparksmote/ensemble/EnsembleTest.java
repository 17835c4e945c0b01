// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.tree.DecisionTreeModel;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.ResamplingPipeline;
import org.sparksmote.Smote;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;
import org.sparksmote.undersampling.RandomUnderSampler;

/** What members learn from, and what the ensemble makes of what they say. */
class EnsembleTest extends SparkTest {

  /** Of the classes 0, 1 and 2 120, 60 and 20 rows, and the same of the first two only. */
  private static Dataset<Row> three;

  private static Dataset<Row> two;

  @BeforeAll
  static void makeData() {
    three = Tables.clouds(120, 60, 20).coalesce(2).cache();
    two = Tables.clouds(120, 20).coalesce(2).cache();
  }

  @AfterAll
  static void release() {
    three.unpersist();
    two.unpersist();
  }

  static Stream<EnsembleClassifier<?, ?>> ensembles() {
    return Stream.of(
        new BalancedBaggingClassifier().setNumEstimators(2),
        new EasyEnsembleClassifier()
            .setEstimator(new GBTClassifier().setMaxIter(2).setMaxDepth(2))
            .setNumEstimators(2),
        new BalancedRandomForestClassifier().setNumEstimators(2));
  }

  private static Map<Integer, Long> counts(List<Row> bag) {
    return bag.stream()
        .collect(
            Collectors.groupingBy(
                row -> ((Number) row.getAs("label")).intValue(), Collectors.counting()));
  }

  private static List<String> texts(List<Row> bag) {
    return bag.stream().map(row -> Rows.text(row.getAs("features"))).toList();
  }

  private static BalancedBaggingClassifier recorded(BagRecorder recorder) {
    return new BalancedBaggingClassifier().setEstimator(recorder).setNumEstimators(3);
  }

  @Test
  void bags_areBalanced_ofOriginalRows_andOfTheirOwn() {
    BagRecorder recorder = new BagRecorder();
    recorded(recorder).fit(three);
    List<String> originals = texts(three.collectAsList());
    List<String> minority = texts(three.filter("label = 2").collectAsList());
    assertThat(recorder.bags()).hasSize(3);
    for (List<Row> bag : recorder.bags()) {
      assertThat(counts(bag)).isEqualTo(Map.of(0, 20L, 1, 20L, 2, 20L));
      assertThat(originals).containsAll(texts(bag));
      assertThat(texts(bag)).doesNotHaveDuplicates().containsAll(minority);
      assertThat(bag.get(0).schema().fieldNames()).containsExactly("features", "label");
    }

    assertThat(recorder.bags().stream().map(bag -> new HashSet<>(texts(bag))))
        .doesNotHaveDuplicates();
  }

  @Test
  void strategyAndReplacement_areThoseOfTheSampler() {
    BagRecorder recorder = new BagRecorder();
    recorded(recorder).setSamplingStrategy(0.5).setWithReplacement(true).fit(two);
    for (List<Row> bag : recorder.bags()) {
      assertThat(counts(bag)).isEqualTo(Map.of(0, 40L, 1, 20L));
      assertThat(new HashSet<>(texts(bag))).hasSizeLessThan(60);
    }
  }

  @Test
  void ownSampler_makesTheBags_ofAllColumns_withASeedForEach() {
    BagRecorder recorder = new BagRecorder();
    RandomUnderSampler under =
        new RandomUnderSampler().setSamplingStrategy(Map.of(0, 30, 1, 20)).setLabelCol("other");
    recorded(recorder).setSampler(under).fit(three);
    assertThat(recorder.bags())
        .hasSize(3)
        .allSatisfy(bag -> assertThat(counts(bag)).isEqualTo(Map.of(0, 30L, 1, 20L, 2, 20L)))
        .doesNotHaveDuplicates();
    assertThat(under.getLabelCol()).isEqualTo("other"); // a copy was changed
    BagRecorder smoted = new BagRecorder();
    recorded(smoted).setSampler(new Smote()).setNumEstimators(1).fit(three);
    assertThat(counts(smoted.bags().get(0))).isEqualTo(Map.of(0, 120L, 1, 120L, 2, 120L));
  }

  @Test
  void caseWeights_reachTheMembers() {
    BagRecorder recorder = new BagRecorder();
    recorded(recorder).setWeightCol("w").fit(two.withColumn("w", two.col("id").plus(1)));
    for (List<Row> bag : recorder.bags()) {
      assertThat(bag.get(0).schema().fieldNames()).containsExactly("features", "label", "w");
    }
  }

  @Test
  void forest_isOfTreesWithBootstrapBags() {
    BalancedRandomForestClassificationModel model =
        new BalancedRandomForestClassifier()
            .setEstimator(new RandomForestClassifier().setMaxDepth(3).setNumTrees(7))
            .setNumEstimators(2)
            .fit(three);
    assertThat(model.members())
        .hasSize(2)
        .allSatisfy(
            member -> {
              RandomForestClassificationModel forest = (RandomForestClassificationModel) member;
              assertThat(forest.getNumTrees()).isEqualTo(1);
              assertThat(forest.getBootstrap()).isFalse();
              assertThat(forest.getFeatureSubsetStrategy()).isEqualTo("sqrt");
              assertThat(forest.getMaxDepth()).isEqualTo(3);
            });
    assertThat(model.members().stream().map(EnsembleTest::tree)).doesNotHaveDuplicates();
    BalancedRandomForestClassifier forest = new BalancedRandomForestClassifier();
    Dataset<Row> bag = new MemberStages(forest).sampler(0).fitResample(three);
    assertThat(counts(bag.collectAsList())).isEqualTo(Map.of(0, 20L, 1, 20L, 2, 20L));
    assertThat(bag.filter("label = 2").distinct().count()).isLessThan(20);
    assertThat(model.numClasses()).isEqualTo(3);
    assertThat(model.numFeatures()).isEqualTo(4);
    assertThat(model.getNumEstimators()).isEqualTo(2);
  }

  private static String tree(ProbabilisticClassificationModel<Vector, ?> member) {
    return ((DecisionTreeModel) ((RandomForestClassificationModel) member).trees()[0])
        .toDebugString()
        .replaceFirst("uid=\\S+", "");
  }

  @ParameterizedTest
  @MethodSource("ensembles")
  void probability_isTheMeanOfTheMembers(EnsembleClassifier<?, ?> ensemble) {
    EnsembleModel<?> model = (EnsembleModel<?>) ensemble.fit(two);
    List<Row> rows = model.transform(two).collectAsList();
    int members = model.members().size();
    assertThat(members).isEqualTo(ensemble.getNumEstimators());
    for (Row row : rows.subList(0, 25)) {
      Vector features = row.getAs("features");
      double first = 0;
      for (ProbabilisticClassificationModel<Vector, ?> member : model.members()) {
        first += member.predictProbability(features).apply(0);
      }

      Vector probability = row.getAs("probability");
      Vector raw = row.getAs("rawPrediction");
      assertThat(raw.apply(0)).isEqualTo(first);
      assertThat(probability.apply(0)).isEqualTo(first / members);
      assertThat(probability.apply(1)).isCloseTo(1 - first / members, within(1e-12));
      assertThat(row.<Double>getAs("prediction"))
          .isEqualTo(raw.apply(0) >= raw.apply(1) ? 0.0 : 1.0);
    }

    model.setThresholds(new double[] {0.2, 0.8});
    for (Row row : model.transform(two).collectAsList().subList(0, 25)) {
      Vector probability = row.getAs("probability");
      assertThat(row.<Double>getAs("prediction"))
          .isEqualTo(probability.apply(1) / 0.8 > probability.apply(0) / 0.2 ? 1.0 : 0.0);
    }
  }

  static Stream<EnsembleClassifier<?, ?>> learningTrees() {
    return ensembles().filter(ensemble -> !(ensemble instanceof EasyEnsembleClassifier));
  }

  @ParameterizedTest
  @MethodSource("learningTrees")
  void partitionsOrderAndParallelism_doNotMatter(EnsembleClassifier<?, ?> ensemble) {
    String once = predicted(ensemble.setNumEstimators(2).fit(two));
    assertThat(predicted(ensemble.setParallelism(2).fit(two.repartition(5)))).isEqualTo(once);
    assertThat(predicted(ensemble.setNumEstimators(1).setSeed(9).fit(two))).isNotEqualTo(once);
  }

  private static String predicted(Object model) {
    return Rows.digest(((EnsembleModel<?>) model).transform(two).select("id", "probability"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void grid_reachesTheEstimator(boolean isDefault) {
    BalancedBaggingClassifier bagging = new BalancedBaggingClassifier().setNumEstimators(1);
    PipelineStage[] stages =
        isDefault
            ? new PipelineStage[] {bagging}
            : new PipelineStage[] {
              new RandomUnderSampler().setSamplingStrategy("majority"), bagging
            };
    Pipeline pipeline = isDefault ? new Pipeline() : new ResamplingPipeline();
    DecisionTreeClassifier tree =
        isDefault ? (DecisionTreeClassifier) bagging.getEstimator() : new DecisionTreeClassifier();
    if (!isDefault) {
      bagging.setEstimator(tree);
    }

    CrossValidatorModel best =
        new CrossValidator()
            .setEstimator(pipeline.setStages(stages))
            .setEstimatorParamMaps(
                new ParamGridBuilder().addGrid(tree.maxDepth(), new int[] {0, 3}).build())
            .setEvaluator(new MulticlassClassificationEvaluator())
            .setNumFolds(2)
            .setSeed(1)
            .fit(three);
    double[] metrics = best.avgMetrics();
    assertThat(metrics[0]).isNotEqualTo(metrics[1]);
    EnsembleModel<?> model = (EnsembleModel<?>) ((PipelineModel) best.bestModel()).stages()[0];
    assertThat(depths(model)).containsExactly(metrics[0] > metrics[1] ? 0 : 3);
    assertThat(tree.getMaxDepth()).isEqualTo(5);
  }

  private static List<Integer> depths(EnsembleModel<?> model) {
    return model.members().stream()
        .map(member -> (Integer) member.getOrDefault(member.getParam("maxDepth")))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void nothingStaysPersisted(int parallelism) {
    int before = spark.sparkContext().getPersistentRDDs().size();
    BagRecorder recorder = new BagRecorder();
    recorded(recorder).setParallelism(parallelism).fit(two);
    assertThat(spark.sparkContext().getPersistentRDDs().size()).isEqualTo(before);
    EnsembleClassifier<?, ?> failing =
        recorded(recorder.failAfter(4)).setParallelism(parallelism).setSampler(new Smote());
    assertThatThrownBy(() -> failing.fit(two))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("told to fail");
    assertThat(spark.sparkContext().getPersistentRDDs().size()).isEqualTo(before);
    assertThat(recorder.bags()).hasSizeLessThan(7);
  }
}
