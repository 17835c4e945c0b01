// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparksmote.cleaning.AllKNN;
import org.sparksmote.cleaning.EditedNearestNeighbours;
import org.sparksmote.cleaning.NeighbourhoodCleaning;
import org.sparksmote.cleaning.RepeatedEditedNearestNeighbours;
import org.sparksmote.cleaning.TomekLinks;
import org.sparksmote.sampler.Sampler;
import org.sparksmote.testing.Jobs;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;
import org.sparksmote.undersampling.InstanceHardnessThreshold;
import org.sparksmote.undersampling.NearMiss;
import org.sparksmote.undersampling.OneSidedSelection;
import org.sparksmote.undersampling.RandomUnderSampler;

/** With balanceWeightCol every class weighs behind a sampler what it weighed before it. */
class BalanceWeightsTest extends SparkTest {

  @TempDir private Path dir = Path.of("");

  /** Three classes that lie over each other, a third of the rows twice; weights of all sizes. */
  private static final Dataset<Row> TRAIN = train().cache();

  private static Dataset<Row> train() {
    List<Row> rows = new ArrayList<>();
    Random random = new Random(11);
    for (Row row : Tables.cloudRows(2, 60, 40, 30)) {
      for (int copy = random.nextInt(3) == 0 ? 2 : 1; copy > 0; copy--) {
        double weight = random.nextInt(5) == 0 ? 0 : Math.exp(3 * random.nextGaussian());
        rows.add(RowFactory.create(row.get(0), row.get(1), row.get(2), weight));
      }
    }

    return Tables.of(Tables.SCHEMA.add("w", DataTypes.DoubleType), rows);
  }

  static Stream<Params> samplers() {
    return Stream.of(
        new Smote(),
        new SmoteResampler().setSamplingStrategy(Map.of(2, 80)).setVariant("borderline1"),
        Smote.of(SmoteVariant.RANDOM).setSamplingStrategy("balance"),
        Smote.of(SmoteVariant.ADASYN).setOnShortfall("fallback"),
        new Smote().setPercOver(150).setPercUnder(120),
        new Smote().setCleaning("tomek"),
        new Smote().setCleaning("enn").setSyntheticCol("made").setProvenanceCol("from"),
        new Smote().setSamplingStrategy("none"),
        new RandomUnderSampler(),
        new RandomUnderSampler().setWithReplacement(true).setSamplingStrategy(Map.of(0, 20)),
        new NearMiss(),
        new NearMiss().setVersion(3).setNNeighborsVer3(1),
        new OneSidedSelection().setNSeedsS(10),
        new InstanceHardnessThreshold().setCv(2).setEstimator(new DecisionTreeClassifier()),
        new TomekLinks(),
        new EditedNearestNeighbours().setKindSel("mode").setSamplingStrategy("all"),
        new RepeatedEditedNearestNeighbours().setKindSel("mode"),
        new AllKNN(),
        new NeighbourhoodCleaning(),
        new TomekLinks().setFlagCol("flag"));
  }

  /** A fresh copy each time: a param of these is set where it has one, by name. */
  private static Sampler with(Params sampler, Map<String, String> settings) {
    Params copy = sampler.copy(new ParamMap());
    settings.forEach((name, value) -> copy.set(copy.getParam(name), value));
    return (Sampler) copy;
  }

  /** Sums of a column by label, of rows in any order; rows without a label are left out. */
  private static Map<Integer, Double> totals(List<Row> rows, String weight) {
    return rows.stream()
        .filter(row -> row.getAs("label") != null)
        .collect(
            Collectors.groupingBy(
                row -> row.<Integer>getAs("label"),
                Collectors.summingDouble(row -> row.<Number>getAs(weight).doubleValue())));
  }

  private static void assertRestored(
      List<Row> before, String weight, List<Row> after, String balance) {
    Map<Integer, Double> had = totals(before, weight);
    Map<Integer, Double> has = totals(after, balance);
    assertThat(had.keySet()).containsAll(has.keySet());
    assertThat(has).hasSizeGreaterThan(1);
    for (Map.Entry<Integer, Double> total : has.entrySet()) {
      double expected = had.getOrDefault(total.getKey(), 0.0);
      assertThat(total.getValue()).isCloseTo(expected, within(1e-12 * expected)).isPositive();
    }
  }

  /** Of a row the weight is its own times a number of its class. */
  private static void assertProportional(List<Row> rows) {
    Map<Integer, Double> factors = new HashMap<>();
    for (Row row : rows) {
      double own = row.<Double>getAs("w");
      double balance = row.<Double>getAs("balance");
      if (own == 0) {
        assertThat(balance).isZero();
      } else {
        double first = factors.computeIfAbsent(row.getAs("label"), label -> balance / own);
        assertThat(balance / own).isCloseTo(first, within(1e-12 * first));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void totalsOfClasses_areAsBefore_whateverThePartitions(Params sampler) {
    Map<String, String> weighted = Map.of("balanceWeightCol", "balance", "weightCol", "w");
    Dataset<Row> balanced = with(sampler, weighted).fitResample(TRAIN);
    List<Row> once = balanced.collectAsList();
    assertRestored(TRAIN.collectAsList(), "w", once, "balance");
    assertProportional(once);
    assertThat(balanced.schema())
        .isEqualTo(((PipelineStage) with(sampler, weighted)).transformSchema(TRAIN.schema()));
    // Rows are those that there are without weights of classes.
    assertThat(Rows.texts(balanced.drop("balance")))
        .isEqualTo(Rows.texts(with(sampler, Map.of("weightCol", "w")).fitResample(TRAIN)));
    List<Row> other = with(sampler, weighted).fitResample(TRAIN.repartition(3)).collectAsList();
    assertThat(Rows.texts(other)).isEqualTo(Rows.texts(once));
  }

  @Test
  void handWorked() {
    Dataset<Row> data =
        spark.range(10).selectExpr("id", "double(id) as x", "int(id < 4) as label", "id as w");
    // 6 rows of the class 0 and 4 of the class 1, which gets 2: each of its rows weighs 4 / 6.
    Smote smote = new Smote().setInputCols("x").setKNeighbors(2).setBalanceWeightCol("b");
    Dataset<Row> out = smote.setSyntheticCol("s").fitResample(data);
    assertThat(out.columns()).containsExactly("id", "x", "label", "w", "s", "b");
    assertThat(out.filter("label = 0 and b = 1").count()).isEqualTo(6);
    assertThat(out.filter("label = 1 and b = 4 / 6d").count()).isEqualTo(6);
    // Only 4 of 6 rows of the class 0 stay.
    NearMiss near = new NearMiss().setInputCols("x").setKNeighbors(1).setBalanceWeightCol("b");
    Dataset<Row> nearest = near.fitResample(data);
    assertThat(nearest.filter("label = 0").selectExpr("id", "b").collectAsList())
        .containsExactlyInAnyOrder(
            RowFactory.create(4L, 1.5),
            RowFactory.create(5L, 1.5),
            RowFactory.create(6L, 1.5),
            RowFactory.create(7L, 1.5));
    // Case weights 4 to 9 are 39 together, those that stay 22.
    Dataset<Row> weighted = near.setWeightCol("w").fitResample(data);
    assertThat(weighted.filter("label = 0").sort("id").selectExpr("b").collectAsList())
        .containsExactly(
            RowFactory.create(39 / 22.0 * 4),
            RowFactory.create(39 / 22.0 * 5),
            RowFactory.create(39 / 22.0 * 6),
            RowFactory.create(39 / 22.0 * 7));
    assertThat(weighted.filter("label = 1 and b <> w").count()).isZero();
  }

  @Test
  void aClassThatIsGone_needsNoWeight() {
    // Every row of the class 0 has one of the class 1 nearest, and goes.
    Dataset<Row> data =
        spark.range(20).selectExpr("double(int(id / 2)) as x", "int(id % 2) as label", "1 as w");
    EditedNearestNeighbours gone =
        new EditedNearestNeighbours()
            .setInputCols("x")
            .setKNeighbors(1)
            .setSamplingStrategy(List.of(0))
            .setBalanceWeightCol("b");
    for (int weighted = 0; weighted < 2; weighted++) {
      Dataset<Row> left = gone.fitResample(data);
      assertThat(left.filter("label = 1 and b = 1").count()).isEqualTo(10);
      assertThat(left.count()).isEqualTo(10);
      gone.setWeightCol("w");
    }
  }

  @ParameterizedTest
  @CsvSource({"keep, 3, 2", "skip, 2, 1"})
  void invalidRows_countAsFarAsTheyStay(String rule, double before, long withoutLabel) {
    Dataset<Row> data =
        spark
            .range(12)
            .selectExpr(
                "id",
                "if(id = 0, double('NaN'), double(id)) as x",
                "if(id = 11, null, int(id < 3)) as label",
                "2 as w");
    for (Params sampler :
        List.of(
            Smote.of(SmoteVariant.RANDOM).setInputCols("x"),
            new NearMiss().setInputCols("x").setKNeighbors(1).setSamplingStrategy(Map.of(0, 5)),
            new TomekLinks().setInputCols("x"))) {
      for (int weight : new int[] {1, 2}) {
        Map<String, String> settings =
            weight == 1
                ? Map.of("balanceWeightCol", "b", "handleInvalid", rule)
                : Map.of("balanceWeightCol", "b", "handleInvalid", rule, "weightCol", "w");
        Dataset<Row> after = with(sampler, settings).fitResample(data);
        Map<Integer, Double> totals = totals(after.collectAsList(), "b");
        assertThat(totals.get(1)).isCloseTo(weight * before, within(1e-12));
        assertThat(totals.get(0)).isCloseTo(weight * 8.0, within(1e-12));
        assertThat(after.filter("label is null and b = " + weight).count())
            .isEqualTo(withoutLabel - 1);
      }
    }
  }

  @Test
  void whatIsKnownFromThePlan_takesNoFurtherPass() {
    Dataset<Row> data = TRAIN;
    data.count();
    Smote smote = new Smote();
    int jobs = Jobs.startedBy(() -> smote.fitResample(data));
    assertThat(Jobs.startedBy(() -> smote.setBalanceWeightCol("b").fitResample(data)))
        .isEqualTo(jobs);
    NearMiss near = new NearMiss();
    int ofNear = Jobs.startedBy(() -> near.fitResample(data));
    assertThat(Jobs.startedBy(() -> near.setBalanceWeightCol("b").fitResample(data)))
        .isEqualTo(ofNear);
  }

  @Test
  void names_andWeights_areChecked() {
    Dataset<Row> data = TRAIN;
    for (Params sampler :
        List.of(new Smote(), new NearMiss(), new TomekLinks(), new RandomUnderSampler())) {
      assertThat(
              Refusal.of(() -> with(sampler, Map.of("balanceWeightCol", "ID")).fitResample(data)))
          .startsWith("[SMOTE-007] Cannot add the column 'ID' of balanceWeightCol");
      Map<String, String> weighted = Map.of("balanceWeightCol", "b", "weightCol", "w");
      assertThat(
              Refusal.of(
                  () ->
                      with(sampler, weighted)
                          .fitResample(data.selectExpr("features", "label", "-w as w"))))
          .startsWith("[SMOTE-038]");
    }

    Smote twice = new Smote().setSyntheticCol("b").setBalanceWeightCol("b");
    assertThat(Refusal.of(() -> twice.fit(data))).startsWith("[SMOTE-007]");
  }

  @Test
  void models_passDataThroughWithoutAWeight_alsoLoadedOnes() throws IOException {
    Dataset<Row> data = TRAIN;
    List<Estimator<?>> stages =
        List.of(
            new Smote().setBalanceWeightCol("b").setWeightCol("w"),
            new OneSidedSelection().setBalanceWeightCol("b"),
            new TomekLinks().setFlagCol("flag").setBalanceWeightCol("b"));
    for (int i = 0; i < stages.size(); i++) {
      Model<?> model = stages.get(i).fit(data);
      String path = dir.resolve("model" + i).toString();
      new Pipeline().setStages(new PipelineStage[] {model}).fit(data).write().save(path);
      PipelineModel loaded = PipelineModel.load(path);
      Dataset<Row> passed = loaded.transform(data);
      assertThat(passed.count()).isEqualTo(data.count());
      assertThat(passed.filter("b is not null").count()).isZero();
      assertThat(passed.schema()).isEqualTo(loaded.transformSchema(data.schema()));
      assertThat(loaded.transform(data.select("features")).columns()).endsWith("b");
    }
  }

  /**
   * Labels of a logistic truth, about 4.5 % of them 1: a learner that sees as many rows of each
   * class says probabilities that are several times too high, unless it takes the weights.
   */
  @Test
  void probabilities_keepToTheBaseRate() {
    Random random = new Random(5);
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < 20_000; id++) {
      double x = random.nextGaussian();
      int label = random.nextDouble() < 1 / (1 + Math.exp(3.6 - 1.2 * x)) ? 1 : 0;
      Vector features = Vectors.dense(x, random.nextGaussian());
      rows.add(Tables.row(features, label, id));
    }

    Dataset<Row> data = Tables.of(Tables.SCHEMA, rows).cache();
    double prevalence = data.selectExpr("avg(label)").head().getDouble(0);
    assertThat(prevalence).isBetween(0.03, 0.08);
    for (Params sampler : List.of(new Smote().setSeed(1), new RandomUnderSampler().setSeed(1))) {
      PipelineStage stage = (PipelineStage) with(sampler, Map.of("balanceWeightCol", "b"));
      double bare = meanProbability(stage, new LogisticRegression(), data) / prevalence;
      assertThat(bare).as(sampler.uid()).isGreaterThan(3);
      LogisticRegression weighted = new LogisticRegression().setWeightCol("b");
      double restored = meanProbability(stage, weighted, data) / prevalence;
      assertThat(restored).as(sampler.uid()).isBetween(0.97, 1.03);
    }
  }

  private static double meanProbability(
      PipelineStage sampler, LogisticRegression learner, Dataset<Row> data) {
    PipelineModel model =
        new ResamplingPipeline().setStages(new PipelineStage[] {sampler, learner}).fit(data);
    return model.transform(data).select("probability").collectAsList().stream()
        .mapToDouble(row -> row.<Vector>getAs(0).apply(1))
        .average()
        .orElseThrow();
  }
}
