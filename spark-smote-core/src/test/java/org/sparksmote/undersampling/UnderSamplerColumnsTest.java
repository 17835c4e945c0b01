// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Labels, weights and columns of any type, and what is refused. */
class UnderSamplerColumnsTest extends SparkTest {

  /** 30 rows of c = 0, 10 of c = 1. */
  private static Dataset<Row> data(String... columns) {
    return spark.range(40).selectExpr("id", "int(id < 10) as c").selectExpr(columns);
  }

  private static List<Long> sizes(Dataset<Row> rows) {
    return rows.groupBy("label").count().sort("label").collectAsList().stream()
        .map(row -> row.getLong(1))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "if(c = 1, 'yes', 'no') | yes",
        "c = 1 | true",
        "cast(c as decimal(38, 2)) | 1.00",
        "c * -2.5d | -2.5",
        "date_add(date'2020-02-28', c) | 2020-02-29",
        "timestamp'2020-01-01 00:00:00' + make_interval(0, 0, 0, c) | 2020-01-02 00:00:00"
      })
  void labels_areOfAnyAtomicType(String label, String minority) {
    Dataset<Row> rows = data("id", label + " as label");
    Dataset<Row> kept = new RandomUnderSampler().fitResample(rows);
    assertThat(kept.schema()).isEqualTo(rows.schema());
    assertThat(sizes(kept)).containsExactly(10L, 10L);
    RandomUnderSampler named = new RandomUnderSampler().setSamplingStrategy(Map.of(minority, 4));
    assertThat(sizes(named.fitResample(rows))).containsExactlyInAnyOrder(30L, 4L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "map('a', id, 'b', 1L) as x",
        "array(struct(map(id, null) as m)) as x",
        "map() as x",
        "named_struct('a', if(id % 2 = 0, null, id), 'b', array(null, id)) as x",
        "encode(string(id), 'UTF-8') as x",
        "if(id % 3 = 0, null, double('NaN')) as x",
        "null as x",
        "make_interval(0, 0, 0, id) as x",
        "id as `a.b``c`"
      })
  void columns_areOfAnyType_andName(String column) {
    Dataset<Row> rows = data("c as label", column).repartition(3);
    String once = Rows.digest(new RandomUnderSampler().fitResample(rows));
    assertThat(once).startsWith("20 rows");
    assertThat(Rows.digest(new RandomUnderSampler().fitResample(rows.coalesce(1)))).isEqualTo(once);
  }

  @Test
  void vectors_comeBackAsTheyWere() {
    Dataset<Row> kept = new RandomUnderSampler().fitResample(Tables.duplicates(300, 40));
    assertThat(Rows.texts(Tables.duplicates(300, 40))).containsAll(Rows.texts(kept));
    assertThat(sizes(kept)).containsExactly(40L, 40L);
  }

  @Test
  void rowsWithoutALabel_areRefusedKeptOrDropped() {
    Dataset<Row> rows = data("if(id = 39, null, if(id = 38, double('NaN'), c)) as label", "id");
    assertThat(Refusal.of(() -> new RandomUnderSampler().fitResample(rows)))
        .startsWith("[SMOTE-024] Cannot use the column 'label': 2 rows have a null or NaN label.");
    RandomUnderSampler sampler = new RandomUnderSampler().setHandleInvalid("keep");
    assertThat(sampler.fitResample(rows).count()).isEqualTo(22);
    assertThat(sampler.setHandleInvalid("skip").fitResample(rows).count()).isEqualTo(20);
  }

  @Test
  void balanceWeights_restoreWhatClassesWeighed() {
    Dataset<Row> rows = data("c as label", "id", "id % 4 as w");
    RandomUnderSampler sampler = new RandomUnderSampler().setBalanceWeightCol("weight");
    Map<Integer, Double> byRow = totals(sampler.fitResample(rows));
    assertThat(byRow).isEqualTo(Map.of(0, 30.0, 1, 10.0));
    Dataset<Row> weighted = sampler.setWeightCol("w").setSeed(1).fitResample(rows);
    assertThat(weighted.schema()).isEqualTo(sampler.transformSchema(rows.schema()));
    double majority = rows.filter("label = 0").selectExpr("double(sum(w))").head().getDouble(0);
    assertThat(totals(weighted).get(0)).isCloseTo(majority, within(1e-9));
    // Of the class that was not touched weights are what they were; of the other in proportion.
    assertThat(weighted.filter("label = 1 and weight <> w").count()).isZero();
    assertThat(weighted.filter("label = 0 and w > 0").selectExpr("weight / w").distinct().count())
        .isLessThanOrEqualTo(3);
    Dataset<Row> light = rows.selectExpr("label", "id", "if(label = 0, int(id = 39), 1) as w");
    assertThat(
            Refusal.of(
                () -> sampler.setSamplingStrategy(Map.of(0, 1)).fitResample(light).collectAsList()))
        .startsWith("[SMOTE-105] Cannot restore the total weight of class '0'");
    assertThat(Refusal.of(() -> sampler.fitResample(rows.selectExpr("label", "-id as w"))))
        .startsWith("[SMOTE-038]");
  }

  private static Map<Integer, Double> totals(Dataset<Row> rows) {
    return rows.groupBy("label").sum("weight").collectAsList().stream()
        .collect(java.util.stream.Collectors.toMap(row -> row.getInt(0), row -> row.getDouble(1)));
  }

  @Test
  void namesThatClash_orAreNotThere_areRefusedBeforeAnyJob() {
    Dataset<Row> rows = data("c as label", "id");
    assertThat(Refusal.of(() -> new RandomUnderSampler().setLabelCol("y").fit(rows)))
        .startsWith("[SMOTE-001] Cannot find the column 'y' of labelCol.");
    assertThat(Refusal.of(() -> new RandomUnderSampler().setBalanceWeightCol("ID").fit(rows)))
        .startsWith("[SMOTE-007] Cannot add the column 'ID' of balanceWeightCol");
    assertThat(Refusal.of(() -> new RandomUnderSampler().setWeightCol("label").fit(rows)))
        .startsWith("[SMOTE-011]");
    assertThat(
            Refusal.of(() -> new RandomUnderSampler().setLabelCol("a").fit(data("array(c) as a"))))
        .startsWith("[SMOTE-003]");
    assertThat(
            Refusal.of(
                () ->
                    new RandomUnderSampler().setWeightCol("w").fit(data("c as label", "'1' as w"))))
        .startsWith("[SMOTE-062]");
  }

  @Test
  void dataWithoutClassesToBalance_isRefused() {
    RandomUnderSampler sampler = new RandomUnderSampler();
    assertThat(Refusal.of(() -> sampler.fitResample(data("c as label").limit(0))))
        .startsWith("[SMOTE-020]");
    assertThat(Refusal.of(() -> sampler.fitResample(data("0 as label", "id"))))
        .startsWith("[SMOTE-021]");
    assertThat(Refusal.of(() -> sampler.fitResample(data("id as label"))))
        .startsWith("[SMOTE-022]");
    Dataset<Row> many = spark.range(400).selectExpr("id % 200 as label");
    assertThat(Refusal.of(() -> sampler.fitResample(many))).startsWith("[SMOTE-022]");
    Dataset<Row> stream = spark.readStream().format("rate").load().selectExpr("value as label");
    assertThat(Refusal.of(() -> sampler.fitResample(stream))).startsWith("[SMOTE-008]");
    sampler.setSamplingStrategy("none");
    assertThat(sampler.fitResample(data("0 as label", "id")).count()).isEqualTo(40);
  }

  @Test
  void singleRows_areKept() {
    Dataset<Row> rows =
        Tables.of(
            Tables.SCHEMA,
            RowFactory.create(Vectors.dense(1), 0, 0L),
            RowFactory.create(Vectors.dense(2), 0, 1L),
            RowFactory.create(Vectors.dense(3), 1, 2L));
    for (boolean replacement : new boolean[] {false, true}) {
      RandomUnderSampler sampler = new RandomUnderSampler().setWithReplacement(replacement);
      assertThat(sizes(sampler.fitResample(rows))).containsExactly(1L, 1L);
    }
  }
}
