// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.testing.MixedTable;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Categories go in and come out in the types of their columns, and none is ever made up. */
class NominalRowsTest extends SparkTest {

  private static Set<@Nullable Object> values(List<Row> rows, String column) {
    return rows.stream()
        .<@Nullable Object>map(row -> row.getAs(column))
        .collect(Collectors.toSet());
  }

  @Test
  void stringsBooleansAndNulls_comeBackAsTheyWere() {
    Dataset<Row> data = MixedTable.of(500, 100);
    Dataset<Row> out = MixedTable.smotenc().fitResample(data);
    for (String column : data.columns()) {
      assertThat(out.schema().apply(column).dataType())
          .isEqualTo(data.schema().apply(column).dataType());
    }

    assertThat(out.count()).isEqualTo(1000);
    List<Row> minority = data.filter("label = 'class 1'").collectAsList();
    List<Row> made = Rows.synthetic(out);
    for (String column : List.of("job", "member", "zip")) {
      assertThat(values(minority, column)).containsAll(values(made, column)).hasSizeGreaterThan(2);
    }

    assertThat(made).anyMatch(row -> row.isNullAt(row.fieldIndex("job")));
    assertThat(Rows.texts(out.filter("not synthetic").drop("synthetic", "from")))
        .isEqualTo(Rows.texts(data));
  }

  @ParameterizedTest
  @CsvSource({"smotenc, false", "smotenc, true", "smoten, false", "random, false"})
  void sameRows_whateverThePartitions(String variant, boolean approximate) {
    Dataset<Row> data = MixedTable.of(900, 400, 150);
    Smote smote = MixedTable.smotenc().setVariant(variant).setPassengerColumns("copy");
    if (variant.equals("smoten")) {
      smote.setInputCols("job", "member", "zip").clear(smote.provenanceCol());
    }

    if (approximate) {
      smote.setNeighborSearch("approximate").setBucketRows(100);
    }

    String once = Rows.digest(smote.fitResample(data.repartition(1)));
    assertThat(Rows.digest(smote.fitResample(data.repartition(7)))).isEqualTo(once);
    assertThat(Rows.digest(smote.fitResample(data.orderBy("amount")))).isEqualTo(once);
  }

  @Test
  void savedStage_makesTheSameRows(@TempDir Path dir) throws IOException {
    Dataset<Row> data = MixedTable.of(200, 60);
    Smote smote = MixedTable.smotenc();
    smote.write().overwrite().save(dir.resolve("stage").toString());
    Smote loaded = Smote.load(dir.resolve("stage").toString());
    assertThat(loaded.getCategoricalCols()).containsExactly("zip");
    assertThat(Rows.digest(loaded.fitResample(data)))
        .isEqualTo(Rows.digest(smote.fitResample(data)));
  }

  @Test
  void datesAndSmallNumbers_canBeCategories() {
    Dataset<Row> data =
        spark
            .range(90)
            .selectExpr(
                "double(id * id) as x",
                "date_add(date'2020-01-01', int(id % 3)) as day",
                "float(id % 2) as f",
                "timestamp_seconds(id % 2) as t",
                "cast(id % 4 as decimal(5,2)) as d",
                "id < 30 as label");
    Smote smote = new Smote().setVariant("smotenc").setInputCols("x", "day", "f", "t", "d");
    smote.setCategoricalCols("day", "f", "t", "d").setSyntheticCol("synthetic");
    List<Row> made = Rows.synthetic(smote.fitResample(data));
    assertThat(made).hasSize(30);
    assertThat(values(data.collectAsList(), "day")).containsAll(values(made, "day"));
    assertThat(made).allMatch(row -> row.getAs("day") instanceof Date);
    assertThat(values(made, "f")).containsAnyOf(0f, 1f);
    assertThat(values(data.collectAsList(), "d")).containsAll(values(made, "d"));
  }

  @Test
  @DisplayName("unseen values")
  void valuesThatOnlyOtherClassesHave_areNeverMade() {
    Dataset<Row> data =
        MixedTable.of(300, 60)
            .withColumn(
                "job", functions.concat_ws(" of ", functions.col("job"), functions.col("label")));
    List<Row> made = Rows.synthetic(MixedTable.smotenc().fitResample(data));
    assertThat(made).allMatch(row -> row.<String>getAs("job").endsWith("class 1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"smotenc", "smoten"})
  void hundredThousandValues_arePossible(String variant) {
    Dataset<Row> data =
        spark
            .range(0, 120_000, 1, 3)
            .selectExpr(
                "double(hash(id) % 1000) as x",
                "concat('user ', id % 100000) as user",
                "concat('shop ', hash(id) % 50) as shop",
                "id % 10 = 0 as label");
    Smote smote = new Smote().setVariant(variant).setSyntheticCol("synthetic").setLeafSize(64);
    smote.setSamplingStrategy("{\"true\": 20000}").setNumTrees(2);
    smote.setInputCols(
        variant.equals("smoten")
            ? new String[] {"user", "shop"}
            : new String[] {"x", "user", "shop"});
    Dataset<Row> out = smote.fitResample(data);
    List<Row> made = Rows.synthetic(out);
    assertThat(made).hasSize(8000);
    assertThat(made).allMatch(row -> row.<String>getAs("user").endsWith("0"));
  }

  @Test
  void positionBeyondTheVector_isRefused() {
    Smote smote = new Smote().setVariant("smotenc").setCategoricalFeatures("0", "4");
    assertThat(Refusal.of(() -> smote.fit(Tables.clouds(20, 10))))
        .startsWith("[SMOTE-015] Cannot find the nominal feature '4'");
    Smote all = new Smote().setVariant("smotenc").setCategoricalFeatures("0", "1", "2", "3");
    assertThat(Refusal.of(() -> all.fit(Tables.clouds(20, 10)))).startsWith("[SMOTE-017]");
    Smote some = new Smote().setVariant("smoten").setCategoricalFeatures("0", "1");
    assertThat(Refusal.of(() -> some.fit(Tables.clouds(20, 10)))).startsWith("[SMOTE-018]");
  }

  @Test
  void manyFeatures_areRefused() {
    Dataset<Row> wide =
        spark.createDataFrame(
            List.of(
                Tables.row(Vectors.dense(new double[1500]), 0, 0),
                Tables.row(Vectors.sparse(1500, new int[0], new double[0]), 1, 1)),
            Tables.SCHEMA);
    Smote smote = new Smote().setVariant("smotenc").setCategoricalFeatures("0");
    assertThat(Refusal.of(() -> smote.fit(wide)))
        .startsWith("[SMOTE-052]")
        .contains("at most 1024");
  }

  @Test
  void tooManyValuesForTheirClasses_areRefused_namingTheColumn() {
    Dataset<Row> data =
        spark
            .range(0, 105_000, 1, 2)
            .selectExpr("string(id) as user", "id % 2 = 0 as flag", "id % 20 as label");
    Smote smote = new Smote().setVariant("smoten").setInputCols("flag", "user");
    Map<Integer, Integer> totals =
        IntStream.range(0, 20).boxed().collect(Collectors.toMap(c -> c, c -> 6000));
    smote.setSamplingStrategy(totals);
    assertThat(Refusal.of(() -> smote.fit(data)))
        .startsWith("[SMOTE-053]")
        .contains("105000 of them in 'user', and at most 100000");
  }

  @Test
  void baseKeepsItsCategories_inVariantsThatCopy() {
    Dataset<Row> data = MixedTable.of(200, 40);
    Smote smote = MixedTable.smotenc().setVariant("random");
    List<Row> minority = data.filter("label = 'class 1'").collectAsList();
    for (Row row : Rows.synthetic(smote.fitResample(data))) {
      long id = row.<Row>getAs("from").getLong(0);
      Row base = minority.stream().filter(r -> r.<Long>getAs("id") == id).findFirst().orElseThrow();
      for (String column : MixedTable.FEATURES) {
        assertThat(Objects.equals(row.getAs(column), base.<@Nullable Object>getAs(column)))
            .as(column)
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rose", "rwo"})
  void baseKeepsItsCategories_whenItsNumbersAreShaken(String variant) {
    Dataset<Row> data = MixedTable.of(200, 40);
    Smote smote = MixedTable.smotenc().setVariant(variant);
    List<Row> minority = data.filter("label = 'class 1'").collectAsList();
    for (Row row : Rows.synthetic(smote.fitResample(data))) {
      Row base = ReferenceNominalTest.byId(minority, row.<Row>getAs("from").getLong(0));
      assertThat(row.<Double>getAs("amount")).isNotEqualTo(base.<Double>getAs("amount"));
      for (String column : List.of("job", "member", "zip")) {
        assertThat(row.<@Nullable Object>getAs(column)).isEqualTo(base.getAs(column));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ball", "gaussian", "simplex", "feature_gaps", "even_steps", "in_or_out"})
  void otherGeometries_voteToo(String geometry) {
    Dataset<Row> data = MixedTable.of(200, 60);
    List<Row> minority = data.filter("label = 'class 1'").collectAsList();
    List<Row> made = Rows.synthetic(MixedTable.smotenc().setGeometry(geometry).fitResample(data));
    assertThat(made).hasSize(140).allMatch(row -> Double.isFinite(row.<Double>getAs("amount")));
    for (String column : List.of("job", "member", "zip")) {
      assertThat(values(minority, column)).containsAll(values(made, column));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"smotenc", "smoten"})
  @DisplayName("A19 copies of a base do not share all of their categories")
  void tiedCategories_areDrawnForEveryRow(String variant) {
    String[] columns = IntStream.range(0, 12).mapToObj(j -> "c" + j).toArray(String[]::new);
    List<String> sql = new ArrayList<>(List.of("int(id >= 2000) as label", "rand(1) as x"));
    for (int j = 0; j < columns.length; j++) {
      sql.add("concat('v', int(rand(" + (j + 2) + ") * 6)) as " + columns[j]);
    }

    Dataset<Row> data = spark.range(2060).coalesce(1).selectExpr(sql.toArray(new String[0]));
    Smote smote = new Smote().setVariant(variant).setSyntheticCol("synthetic");
    boolean mixed = variant.equals("smotenc");
    smote.setInputCols(
        Stream.concat(mixed ? Stream.of("x") : Stream.of(), Arrays.stream(columns))
            .toArray(String[]::new));
    Dataset<Row> made = smote.fitResample(data).filter("synthetic").select("c0", columns(columns));
    assertThat(made.count()).isEqualTo(1940);
    // 60 bases: as many as that if all copies of a base had the same categories.
    assertThat(made.distinct().count()).isGreaterThan(900);
  }

  private static String[] columns(String... all) {
    return Arrays.copyOfRange(all, 1, all.length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"danger", "enemy_density", "safe_level", "cluster_sparsity", "density"})
  void otherBaseWeights_useTheMixedDistance(String rule) {
    Smote smote = MixedTable.smotenc().setBaseWeight(rule).setOnShortfall("fallback");
    Dataset<Row> out = smote.fitResample(MixedTable.of(200, 60, 30));
    assertThat(Rows.synthetic(out)).hasSize(140 + 170);
  }

  @Test
  void supportVectors_needNumbers() {
    Smote smote = MixedTable.smotenc().setBaseWeight("support_vectors");
    assertThat(Refusal.withoutJob(() -> smote.fit(MixedTable.of(20, 10))))
        .startsWith("[SMOTE-019] Cannot find support vectors by the nominal features [job, member");
  }

  @Test
  void classThatIsTooSmall_isCopiedWithItsCategories() {
    Smote smote = MixedTable.smotenc().setSmallClass("duplicate");
    Dataset<Row> data = MixedTable.of(20, 3);
    List<Row> minority = data.filter("label = 'class 1'").drop("id").collectAsList();
    List<Row> made =
        smote.fitResample(data).filter("synthetic").drop("id", "synthetic", "from").collectAsList();
    assertThat(made).hasSize(17).allMatch(minority::contains);
  }

  @Test
  void nullCategories_areNoInvalidRows_butNullNumbersAre() {
    Dataset<Row> data = MixedTable.of(100, 40).withColumn("age", functions.lit(null).cast("int"));
    assertThat(Refusal.of(() -> MixedTable.smotenc().fit(data)))
        .startsWith("[SMOTE-023]")
        .contains("140 rows");
    Dataset<Row> nullJobs =
        MixedTable.of(100, 40).withColumn("job", functions.lit(null).cast(DataTypes.StringType));
    assertThat(Rows.synthetic(MixedTable.smotenc().fitResample(nullJobs)))
        .hasSize(60)
        .allMatch(row -> row.isNullAt(1));
  }
}
