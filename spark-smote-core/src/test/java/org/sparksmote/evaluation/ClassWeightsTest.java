// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparksmote.testing.Jobs;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;

/** Weights of classes into a column. */
class ClassWeightsTest extends SparkTest {

  @TempDir private Path dir = Path.of("");

  /** The labels 0 (six times), 1 (three times) and 2 (once), with the case weights 1 to 10. */
  private static Dataset<Row> data(String... columns) {
    return spark
        .range(10)
        .selectExpr("id", "if(id < 6, 0, if(id < 9, 1, 2)) as label", "id + 1 as w")
        .selectExpr(columns);
  }

  private static List<Double> weights(Dataset<Row> rows) {
    return rows.sort("id").select("classWeight").collectAsList().stream()
        .map(row -> row.isNullAt(0) ? null : (Double) row.getDouble(0))
        .toList();
  }

  /**
   * Figures of scikit-learn 1.9.1: compute_class_weight("balanced", classes=[0, 1, 2], y=[0] * 6 +
   * [1] * 3 + [2]), and the same with sample_weight=range(1, 11).
   */
  @Test
  void balanced_isThatOfScikitLearn() {
    ClassWeightsModel model = new ClassWeights().fit(data("*"));
    assertThat(model.weights())
        .isEqualTo(
            Map.of("0", 0.5555555555555556, "1", 1.1111111111111112, "2", 3.3333333333333335));
    assertThat(weights(model.transform(data("*"))))
        .startsWith(0.5555555555555556)
        .endsWith(1.1111111111111112, 3.3333333333333335);
    ClassWeightsModel weighted = new ClassWeights().setWeightCol("w").fit(data("*"));
    Map<String, Double> expected =
        Map.of("0", 0.873015873015873, "1", 0.7638888888888888, "2", 1.8333333333333333);
    assertThat(weighted.weights()).isEqualTo(expected);
    // Times the case weight; every class weighs a third of all, which is 55.
    Dataset<Row> rows = weighted.transform(data("*"));
    assertThat(rows.filter("label = 2").head().getDouble(3)).isEqualTo(55 / 3.0, within(1e-12));
    assertThat(totals(rows)).allSatisfy(t -> assertThat(t).isEqualTo(55 / 3.0, within(1e-12)));
  }

  private static List<Double> totals(Dataset<Row> rows) {
    return rows.groupBy("label").sum("classWeight").collectAsList().stream()
        .map(row -> row.getDouble(1))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "label | 2",
        "label | 2.0",
        "label * 1.5d | 3.0",
        "cast(label as decimal(38, 2)) | 2",
        "concat('it''s ', label) | it's 2",
        "label > 1 | true",
        "date_add(date'2020-02-28', label) | 2020-03-01",
        "timestamp'2020-01-01 00:00:00' + make_interval(0, 0, 0, label) | 2020-01-03 00:00:00",
        "timestamp_ntz'2020-01-01 00:00:00' + make_interval(0, 0, 0, label) | 2020-01-03 00:00:00"
      })
  void labels_areOfAnyAtomicType(String label, String rare) throws IOException {
    Dataset<Row> rows = data("id", label + " as label");
    ClassWeights given = new ClassWeights().setClassWeight(Map.of(rare, 20));
    String path = dir.resolve("model").toString();
    given.fit(rows).write().save(path);
    // Another time zone shows other names, and finds the same labels.
    withConf(
        "spark.sql.session.timeZone",
        "Asia/Tokyo",
        () -> {
          Dataset<Row> out = ClassWeightsModel.load(path).transform(rows);
          assertThat(weights(out))
              .startsWith(1.0)
              .endsWith(20.0)
              .filteredOn(w -> w == 1)
              .hasSize(9);
        });
  }

  @Test
  void numbersOfAnotherType_areTheSameLabels() {
    ClassWeightsModel model = new ClassWeights().fit(data("*"));
    List<Double> expected = weights(model.transform(data("*")));
    for (String label : List.of("label * 1.0d", "cast(label as byte)", "cast(label as decimal)")) {
      assertThat(weights(model.transform(data("id", label + " as label")))).isEqualTo(expected);
    }
  }

  @Test
  void rowsWhoseClassHasNoWeight_areRefusedKeptOrDropped() {
    Dataset<Row> fit = data("id", "if(id = 0, null, label) as label");
    assertThat(Refusal.of(() -> new ClassWeights().fit(fit)))
        .startsWith("[SMOTE-024] Cannot use the column 'label': 1 rows have a null or NaN label.");
    ClassWeights keep = new ClassWeights().setHandleInvalid("keep");
    // Nine rows, three of them of the class 1: 9 / (3 * 3).
    assertThat(keep.fit(fit).weights()).isEqualTo(Map.of("0", 0.6, "1", 1.0, "2", 3.0));
    Dataset<Row> other = data("id", "if(id = 0, null, if(id = 9, 7, label)) as label");
    assertThat(weights(keep.fit(fit).transform(other)))
        .containsExactly(null, 0.6, 0.6, 0.6, 0.6, 0.6, 1.0, 1.0, 1.0, null);
    assertThat(keep.setHandleInvalid("skip").fit(fit).transform(other).count()).isEqualTo(8);
    ClassWeightsModel strict = new ClassWeights().fit(data("*"));
    assertThat(Refusal.inCausesOf(() -> strict.transform(other.filter("id = 9")).collectAsList()))
        .startsWith("[SMOTE-204] Cannot weigh a row whose label in 'label' is \"7\"");
    assertThat(Refusal.inCausesOf(() -> strict.transform(other.filter("id = 0")).collectAsList()))
        .startsWith("[SMOTE-204] Cannot weigh a row whose label in 'label' is null or NaN");
  }

  @Test
  void wrongSettings_andData_areRefused() {
    ClassWeights stage = new ClassWeights();
    assertThat(Refusal.of(() -> stage.setClassWeight("even")))
        .startsWith("[SMOTE-200] Cannot read classWeight \"even\": the text is no JSON object.");
    assertThat(Refusal.of(() -> stage.setClassWeight("{\"0\": -1}")))
        .startsWith("[SMOTE-200]")
        .contains("0 is -1 and not a number of 0 or more");
    assertThat(Refusal.of(() -> stage.setClassWeight("{}"))).startsWith("[SMOTE-200]");
    assertThat(Refusal.of(() -> stage.setClassWeight("{\"1\": 2, \"1.0\": 3}").fit(data("*"))))
        .startsWith("[SMOTE-200]")
        .contains("\"1\" and \"1.0\" are the same class");
    assertThat(Refusal.of(() -> stage.setClassWeight(Map.of(5, 2)).fit(data("*"))))
        .startsWith("[SMOTE-202] Cannot weigh class '5' of classWeight")
        .contains("0, 1, 2");
    stage.setClassWeight("balanced");
    assertThat(Refusal.of(() -> stage.fit(data("*").limit(0)))).startsWith("[SMOTE-201]");
    assertThat(Refusal.of(() -> stage.setMaxClasses(2).fit(data("*")))).startsWith("[SMOTE-022]");
    stage.setMaxClasses(3).setWeightCol("w");
    assertThat(Refusal.of(() -> stage.fit(data("label", "if(label = 2, 0, 1) as w"))))
        .startsWith("[SMOTE-203] Cannot balance class '2'");
    assertThat(Refusal.of(() -> stage.fit(data("label", "-w as w")))).startsWith("[SMOTE-038]");
    assertThat(Refusal.withoutJob(() -> stage.fit(data("label", "string(w) as w"))))
        .startsWith("[SMOTE-062]");
    assertThat(Refusal.withoutJob(() -> stage.setOutputCol("LABEL").fit(data("*"))))
        .startsWith("[SMOTE-007] Cannot add the column 'LABEL' of outputCol");
    assertThat(Refusal.withoutJob(() -> stage.setLabelCol("y").fit(data("*"))))
        .startsWith("[SMOTE-001]");
  }

  @Test
  void weights_doNotDependOnPartitions_norNeedAJobToBeWritten() {
    Dataset<Row> rows =
        spark.range(3000).selectExpr("id", "id % 3 % 2 as label", "exp(sin(id) * 30) as w");
    ClassWeights stage = new ClassWeights().setWeightCol("w");
    ClassWeightsModel model = stage.fit(rows);
    Map<String, Double> once = model.weights();
    for (int partitions : new int[] {1, 5, 16}) {
      assertThat(stage.fit(rows.repartition(partitions)).weights()).isEqualTo(once);
    }

    assertThat(Jobs.startedBy(() -> model.transform(rows))).isZero();
    assertThat(Jobs.startedBy(() -> stage.fit(rows))).isEqualTo(1);
  }

  @Test
  void damagedWeights_areRefusedWhenLoaded() throws IOException {
    ClassWeightsModel model = new ClassWeights().fit(data("*"));
    String path = dir.resolve("damaged").toString();
    model.set(model.weightsJson(), "{\"classes\": [{\"label\": \"a\"}]}");
    model.write().save(path);
    assertThat(Refusal.of(() -> ClassWeightsModel.load(path))).startsWith("[SMOTE-205]");
    assertThat(new ClassWeights("mine").setLabelCol("y").copy(new ParamMap()).getLabelCol())
        .isEqualTo("y");
  }
}
