// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.testing.SparkTest;

/**
 * Measures against figures of scikit-learn and imbalanced-learn, and what is worked out by hand.
 */
class ImbalanceEvaluatorTest extends SparkTest {

  private static final Path HERE = Path.of("src/test/resources/evaluation");

  private static final StructType SCHEMA =
      new StructType()
          .add("label", DataTypes.DoubleType)
          .add("prediction", DataTypes.DoubleType)
          .add("probability", SQLDataTypes.VectorType())
          .add("weight", DataTypes.DoubleType);

  private static final StructType NUMBERS =
      new StructType()
          .add("label", DataTypes.DoubleType)
          .add("prediction", DataTypes.DoubleType)
          .add("probability", DataTypes.DoubleType)
          .add("weight", DataTypes.DoubleType);

  private static List<double[]> csv(String name) throws IOException {
    return Files.readAllLines(HERE.resolve(name)).stream()
        .skip(1)
        .map(line -> Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray())
        .toList();
  }

  private static Dataset<Row> binary() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (double[] row : csv("binary.csv")) {
      rows.add(RowFactory.create(row[0], row[1], Vectors.dense(1 - row[2], row[2]), row[3]));
    }

    return spark.createDataFrame(rows, SCHEMA);
  }

  private static Dataset<Row> several() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (double[] row : csv("several.csv")) {
      rows.add(RowFactory.create(row[0], row[1], Vectors.dense(row[3], row[4], row[5]), row[2]));
    }

    return spark.createDataFrame(rows, SCHEMA);
  }

  /** Label, prediction, probability of class 1. */
  private static Dataset<Row> numbers(double[]... cells) {
    List<Row> rows = new ArrayList<>();
    for (double[] row : cells) {
      rows.add(RowFactory.create(row[0], row[1], row[2], row.length > 3 ? row[3] : 1.0));
    }

    return spark.createDataFrame(rows, NUMBERS);
  }

  private static Properties figures() throws IOException {
    Properties figures = new Properties();
    try (Reader file = Files.newBufferedReader(HERE.resolve("figures.properties"))) {
      figures.load(file);
    }

    return figures;
  }

  private static ImbalanceEvaluator evaluator() {
    return new ImbalanceEvaluator()
        .setBeta(2)
        .setTopShare(0.2)
        .setFalsePositiveRate(0.1)
        .setFalseNegativeCost(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"binary.", "binaryByWeight."})
  void ofTwoClasses_measuresAreThoseOfOtherLibraries(String prefix) throws IOException {
    ImbalanceEvaluator evaluator = evaluator();
    if (prefix.equals("binaryByWeight.")) {
      evaluator.setWeightCol("weight");
    }

    Properties figures = figures();
    ImbalanceMetrics all = evaluator.metrics(binary());
    assertThat(all.label()).isEqualTo(1);
    assertThat(all.rows()).isEqualTo(400);
    assertThat(all.values()).hasSize(21);
    all.values()
        .forEach(
            (name, value) -> {
              double expected = Double.parseDouble(figures.getProperty(prefix + name));
              assertThat(value).as(name).isCloseTo(expected, within(1e-12));
            });
  }

  @Test
  void one_isTheSameAsAmongAll_toTheLastBit() throws IOException {
    ImbalanceMetrics all = evaluator().setWeightCol("weight").metrics(binary());
    for (String name : List.of("areaUnderROC", "logLoss", "mcc", "calibrationSlope", "cost")) {
      double one = evaluator().setWeightCol("weight").setMetricName(name).evaluate(binary());
      assertThat(one).as(name).isEqualTo(all.get(name));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"several.", "severalByWeight."})
  void ofSeveralClasses_averagesAreThoseOfOtherLibraries(String prefix) throws IOException {
    Properties figures = figures();
    for (String name : figures.stringPropertyNames()) {
      if (name.startsWith(prefix)) {
        String[] parts = name.substring(prefix.length()).split("\\.", -1);
        ImbalanceEvaluator evaluator = evaluator().setMetricName(parts[parts.length - 1]);
        if (prefix.equals("severalByWeight.")) {
          evaluator.setWeightCol("weight");
        }

        if (parts.length > 1) {
          evaluator.setAverage(parts[0]);
        }

        assertThat(evaluator.evaluate(several()))
            .as(name)
            .isCloseTo(Double.parseDouble(figures.getProperty(name)), within(1e-12));
      }
    }
  }

  @Test
  void partitions_changeNoBit() throws IOException {
    ImbalanceEvaluator evaluator = evaluator().setWeightCol("weight");
    ImbalanceMetrics whole = evaluator.metrics(binary().coalesce(1));
    ImbalanceCurves curves = evaluator.curves(binary().coalesce(1));
    for (int partitions : new int[] {2, 7}) {
      Dataset<Row> shuffled = binary().repartition(partitions, functions.col("weight"));
      assertThat(evaluator.metrics(shuffled)).isEqualTo(whole);
      assertThat(evaluator.curves(shuffled)).isEqualTo(curves);
    }
  }

  @Test
  void sixRows_areAsWorkedOutByHand() {
    Dataset<Row> six =
        numbers(
            new double[] {1, 1, 0.9},
            new double[] {0, 1, 0.7},
            new double[] {1, 1, 0.6},
            new double[] {0, 1, 0.6},
            new double[] {0, 0, 0.3},
            new double[] {1, 0, 0.2});
    ImbalanceMetrics all = new ImbalanceEvaluator().setNumBins(2).metrics(six);
    assertThat(all.label()).isEqualTo(1); // of equally many rows the larger label
    assertThat(all.get("areaUnderROC")).isEqualTo(0.5);
    assertThat(all.get("averagePrecision")).isCloseTo(2 / 3.0, within(1e-15));
    assertThat(all.get("sensitivity")).isEqualTo(2 / 3.0);
    assertThat(all.get("specificity")).isEqualTo(1 / 3.0);
    assertThat(all.get("gMean")).isCloseTo(Math.sqrt(2) / 3, within(1e-15));
    assertThat(all.get("brier"))
        .isCloseTo((0.01 + 0.49 + 0.16 + 0.36 + 0.09 + 0.64) / 6, within(1e-15));
    assertThat(all.get("meanProbabilityRatio")).isCloseTo(3.3 / 3, within(1e-15));
    // above one half 2.8 against 2, below 0.5 against 1
    assertThat(all.get("expectedCalibrationError")).isCloseTo(1.3 / 6, within(1e-15));
    assertThat(all.toJson()).startsWith("{\"rows\":6,\"label\":1.0,\"prevalence\":0.5,");
    assertThat(all.toString()).contains("6 rows, 50.000 % of class 1").contains("gMean  ");
  }

  @Test
  void theRarerClass_isMeasured_unlessAnotherIsNamed() {
    Dataset<Row> rows =
        numbers(
            new double[] {0, 0, 0.2},
            new double[] {1, 1, 0.9},
            new double[] {1, 0, 0.4},
            new double[] {1, 1, 0.1});
    ImbalanceEvaluator evaluator = new ImbalanceEvaluator().setMetricName("precision");
    assertThat(evaluator.evaluate(rows)).isEqualTo(0.5); // one of two that were called class 0
    assertThat(evaluator.setMetricLabel(1).evaluate(rows)).isEqualTo(1);
    // The score of class 0 is the rest: .8 is higher than .1 and .6, lower than .9
    assertThat(new ImbalanceEvaluator().evaluate(rows)).isCloseTo(2 / 3.0, within(1e-15));
  }

  @Test
  void weightsAreCopies_andRowsWithoutWeightDoNotCount() {
    Dataset<Row> weighted =
        numbers(
            new double[] {1, 1, 0.9, 2},
            new double[] {0, 0, 0.2, 3},
            new double[] {0, 1, 0.9, 1},
            new double[] {1, 0, 0.4, 0});
    Dataset<Row> copied =
        numbers(
            new double[] {1, 1, 0.9},
            new double[] {1, 1, 0.9},
            new double[] {0, 0, 0.2},
            new double[] {0, 0, 0.2},
            new double[] {0, 0, 0.2},
            new double[] {0, 1, 0.9});
    ImbalanceEvaluator evaluator = new ImbalanceEvaluator().setMetricLabel(1);
    assertThat(evaluator.copy(ParamMap.empty()).setWeightCol("weight").metrics(weighted).values())
        .isEqualTo(evaluator.metrics(copied).values());
  }

  @Test
  void rawScores_rank_butAreNoProbabilities() {
    Dataset<Row> rows =
        numbers(new double[] {0, 0, -3}, new double[] {1, 1, 8}, new double[] {0, 0, 2})
            .withColumnRenamed("probability", "margin");
    ImbalanceEvaluator evaluator = new ImbalanceEvaluator().setRawPredictionCol("margin");
    assertThat(evaluator.evaluate(rows)).isEqualTo(1);
    assertThat(evaluator.metrics(rows).values()).doesNotContainKey("brier").hasSize(15);
    assertThat(evaluator.curves(rows).bins()).isEmpty();
    assertThat(evaluator.curves(rows).best("gMean").threshold()).isEqualTo(8);
    refused(193, evaluator.setMetricName("brier"), rows);
  }

  @Test
  void curves_haveTheirEnds_areFew_andKnowTheBestThreshold() {
    Random random = new Random(5);
    double[][] rows = new double[4000][];
    for (int i = 0; i < rows.length; i++) {
      double p = random.nextDouble();
      rows[i] = new double[] {random.nextDouble() < 0.2 * p ? 1 : 0, 0, p};
    }

    ImbalanceCurves curves = new ImbalanceEvaluator().curves(numbers(rows).repartition(5));
    List<ImbalanceCurves.Point> points = curves.points();
    assertThat(points.size()).isBetween(300, 1010);
    assertThat(points.get(0))
        .isEqualTo(new ImbalanceCurves.Point(Double.POSITIVE_INFINITY, 0, 0, 1, 0));
    assertThat(points.get(points.size() - 1).recall()).isEqualTo(1);
    assertThat(points.get(points.size() - 1).called()).isEqualTo(1);
    assertThat(curves.bins()).hasSize(10);
    double best = 0;
    for (double[] row : rows) {
      best = Math.max(best, gMeanAt(rows, row[2]));
    }

    assertThat(curves.best("gMean").value()).isEqualTo(best);
    assertThat(gMeanAt(rows, curves.best("gMean").threshold())).isEqualTo(best);
    assertThat(points).contains(curves.best("gMean").point());
  }

  private static double gMeanAt(double[][] rows, double threshold) {
    double[] all = new double[2];
    double[] right = new double[2];
    for (double[] row : rows) {
      all[(int) row[0]]++;
      right[(int) row[0]] += (row[2] >= threshold) == (row[0] == 1) ? 1 : 0;
    }

    return Math.sqrt(right[1] / all[1] * (right[0] / all[0]));
  }

  private static String code(int number) {
    return String.format(Locale.ROOT, "%03d", number);
  }

  private static void refused(int code, ImbalanceEvaluator evaluator, Dataset<Row> rows) {
    assertThatThrownBy(() -> evaluator.evaluate(rows))
        .hasMessageStartingWith("[SMOTE-" + code(code) + "]");
  }

  @Test
  void whatCannotBeMeasured_isRefused() throws IOException {
    ImbalanceEvaluator evaluator = new ImbalanceEvaluator();
    Dataset<Row> fine = numbers(new double[] {0, 0, 0.2}, new double[] {1, 1, 0.9});
    refused(1, evaluator.copy(ParamMap.empty()).setProbabilityCol("nowhere"), fine);
    refused(180, evaluator, fine.withColumn("probability", functions.lit("0.5")));
    refused(181, evaluator, fine.withColumn("label", functions.lit("a")));
    refused(182, evaluator, numbers(new double[] {0, 0, 1.5}, new double[] {1, 1, 0.9}));
    refused(182, evaluator, numbers(new double[] {0, 0, Double.NaN}, new double[] {1, 1, 0.9}));
    refused(182, evaluator, numbers(new double[] {2, 0, 0.5}, new double[] {1, 1, 0.9}));
    refused(183, evaluator, numbers(new double[] {Double.NaN, 0, 0.5}, new double[] {1, 1, 0.9}));
    ImbalanceEvaluator weighted = new ImbalanceEvaluator().setWeightCol("weight");
    refused(184, weighted, numbers(new double[] {0, 0, 0.5, -1}, new double[] {1, 1, 0.9, 1}));
    refused(185, weighted, numbers(new double[] {0, 0, 0.5, 0}, new double[] {1, 1, 0.9, 0}));
    refused(
        211, weighted, numbers(new double[] {0, 0, 0.5, 1e308}, new double[] {1, 1, 0.9, 1e308}));
    refused(185, evaluator, fine.limit(0));
    for (String vector : List.of("array(0.5D)", "array(0.5D, 0.9D)")) {
      Dataset<Row> odd =
          spark
              .range(4)
              .selectExpr(
                  "double(id % 2) as label", "if(id = 2, " + vector + ", array(0.4D, 0.6D)) p")
              .withColumn(
                  "probability", org.apache.spark.ml.functions.array_to_vector(functions.col("p")));
      refused(182, evaluator, odd);
    }

    refused(190, evaluator, numbers(new double[] {0, 0, 0.5}, new double[] {0, 1, 0.9}));
    refused(190, evaluator, numbers(new double[] {1, 0, 0.5}, new double[] {1, 1, 0.9}));
    refused(191, evaluator, several());
    refused(192, new ImbalanceEvaluator().setMetricLabel(7), fine);
    refused(195, new ImbalanceEvaluator().setMetricName("calibrationSlope"), fine);
    refused(
        186,
        new ImbalanceEvaluator().setMetricName("accuracy"),
        spark.range(101).selectExpr("cast(id as double) label", "0.0 prediction"));
    assertThatThrownBy(
            () -> new ImbalanceEvaluator().setMetricName("calibrationSlope").isLargerBetter())
        .hasMessageStartingWith("[SMOTE-194]");
    assertThatThrownBy(() -> evaluator.metrics(fine).get("auc"))
        .hasMessageStartingWith("[SMOTE-196]");
  }

  @Test
  void oneClass_hasMeasuresOfDecisions_andNoneOfRanking() {
    ImbalanceMetrics all =
        new ImbalanceEvaluator()
            .metrics(numbers(new double[] {0, 0, 0.5}, new double[] {0, 1, 0.9}));
    assertThat(all.label()).isEqualTo(1);
    assertThat(all.get("areaUnderROC")).isNaN();
    assertThat(all.get("specificity")).isEqualTo(0.5);
    assertThat(all.toJson()).contains("\"areaUnderROC\":null");
  }

  @Test
  void severalClasses_canBeMeasuredOneByOne() throws IOException {
    ImbalanceMetrics all = evaluator().metrics(several());
    assertThat(all.values()).containsKeys("gMean", "logLoss").doesNotContainKey("areaUnderROC");
    assertThat(all.label()).isNaN();
    ImbalanceMetrics one = evaluator().setMetricLabel(2).metrics(several());
    assertThat(one.values()).hasSize(21);
    assertThat(one.get("areaUnderROC")).isBetween(0.6, 0.99);
  }

  @Test
  void moreIsBetter_butNotOfLossesAndCosts() {
    ImbalanceEvaluator evaluator = new ImbalanceEvaluator();
    for (String name : List.of("brier", "logLoss", "expectedCalibrationError", "cost")) {
      assertThat(evaluator.setMetricName(name).isLargerBetter()).as(name).isFalse();
    }

    assertThat(evaluator.setMetricName("gMean").isLargerBetter()).isTrue();
    assertThat(evaluator.setMetricName("averagePrecision").isLargerBetter()).isTrue();
  }
}
