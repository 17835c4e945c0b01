// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.report.SmoteSummary;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Labels are opaque keys of any atomic type, and come back as they were (A7, A9-A11). */
class LabelTypesTest extends SparkTest {

  /** Two classes, 0 with 30 rows and 1 with 9, with a label column made by SQL from {@code c}. */
  private static Dataset<Row> data(String label) {
    return Tables.clouds(30, 9).selectExpr("features", "label as c").selectExpr("*", label);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "if(c = 1, 'yes', 'no') | yes",
        "if(c = 1, '', 'no') | ''",
        "c = 1 | true",
        "cast(-c as byte) | -1",
        "cast(c * 300 as short) | 300",
        "c + 2147483646 | 2147483647",
        "c + 9223372036854775806 | 9223372036854775807",
        "cast(c * 0.5 as float) | 0.5",
        "c * -2.5d | -2.5",
        "cast(c as decimal(10, 2)) | 1.00",
        "cast(c as decimal(38, 0)) * 12345678901234567890123456789 | 12345678901234567890123456789",
        "date_add(date'2020-02-28', c) | 2020-02-29",
        "timestamp'2020-01-01 00:00:00' + make_interval(0, 0, 0, 0, 0, 0, c / 1e6)"
            + " | 2020-01-01 00:00:00.000001",
        "timestamp_ntz'2020-01-01 00:00:00' + make_interval(0, 0, 0, c)" + " | 2020-01-02 00:00:00"
      })
  @DisplayName("A7 types of labels")
  void labelOfAnyAtomicType_comesBackAsItWas(String label, String minority) {
    Dataset<Row> data = data(label + " as label");
    DataType type = data.schema().apply("label").dataType();
    SmoteModel model = new Smote().setSyntheticCol("synthetic").fit(data);
    Dataset<Row> out = model.transform(data);
    assertThat(out.schema().apply("label").dataType()).isEqualTo(type);
    List<Row> rows = out.selectExpr("string(label)", "synthetic").collectAsList();
    assertThat(rows).filteredOn(row -> row.getString(0).equals(minority)).hasSize(30);
    assertThat(rows).filteredOn(row -> row.getBoolean(1)).hasSize(21);
    assertThat(rows)
        .filteredOn(row -> row.getBoolean(1))
        .allMatch(row -> row.getString(0).equals(minority));
    assertThat(model.summary().classes())
        .filteredOn(count -> count.made() > 0)
        .extracting(SmoteSummary.ClassRows::label)
        .containsExactly(minority);
    Smote named = new Smote().setSamplingStrategy(Map.of(minority, 20));
    assertThat(named.fit(data).summary().made()).isEqualTo(11);
  }

  @ParameterizedTest
  @ValueSource(strings = {"double", "float"})
  @DisplayName("A9 zeros of both signs")
  void bothZeros_areOneClass(String type) {
    Dataset<Row> data =
        Tables.clouds(30, 9)
            .selectExpr("features", "id", "label")
            .withColumn(
                "zero", functions.expr("cast(if(id % 2 = 0, double('-0'), 0d) as " + type + ")"))
            .selectExpr("features", "if(label = 0, zero, zero + 1) as label");
    SmoteModel model = new Smote().fit(data);
    assertThat(model.summary().classes())
        .extracting(SmoteSummary.ClassRows::had)
        .containsExactly(30L, 9L);
    assertThat(model.transform(data).count()).isEqualTo(60);
  }

  @Test
  @DisplayName("A10 fractional and negative labels")
  void classes_areInTheOrderOfTheirLabels() {
    Dataset<Row> data = Tables.clouds(10, 10, 10).selectExpr("features", "label * -1.5d as label");
    assertThat(new Smote().fit(data).summary().classes())
        .extracting(SmoteSummary.ClassRows::label)
        .containsExactly("-3.0", "-1.5", "-0.0".substring(1));
    Dataset<Row> texts = data.selectExpr("features", "cast(label as string) as label");
    assertThat(new Smote().fit(texts).summary().classes())
        .extracting(SmoteSummary.ClassRows::label)
        .isSorted();
  }

  @Test
  @DisplayName("A11 nominal label")
  void nominalLabel_keepsItsMetadata_andAnAbsentValueIsNoError() {
    Metadata metadata =
        NominalAttribute.defaultAttr()
            .withName("label")
            .withValues(new String[] {"no", "yes", "never seen"})
            .toMetadata();
    Dataset<Row> plain = Tables.clouds(30, 9).selectExpr("features", "double(label) as c");
    Dataset<Row> data =
        plain.select(functions.col("features"), functions.col("c").as("label", metadata));
    Dataset<Row> out = new Smote().setSyntheticCol("synthetic").fitResample(data);
    assertThat(out.count()).isEqualTo(60);
    assertThat(out.schema().apply("label").metadata()).isEqualTo(metadata);
    NominalAttribute read =
        (NominalAttribute) Attribute.fromStructField(out.schema().apply("label"));
    assertThat(read.values().get()).containsExactly("no", "yes", "never seen");
  }

  @Test
  void textsThatLookLikeNumbers_areNotNumbers() {
    Dataset<Row> data = data("if(c = 1, '1.0', '1') as label");
    Map<String, Long> counts =
        new Smote()
            .fitResample(data).groupBy("label").count().collectAsList().stream()
                .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
    assertThat(counts).isEqualTo(Map.of("1", 30L, "1.0", 30L));
  }
}
