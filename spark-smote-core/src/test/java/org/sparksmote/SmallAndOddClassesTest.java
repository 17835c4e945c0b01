// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.report.SmoteSummary;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Few rows, identical rows, constant columns and numbers at the ends of the range (A16-A24). */
class SmallAndOddClassesTest extends SparkTest {

  private static Smote traced() {
    return new Smote().setSyntheticCol("synthetic").setProvenanceCol("from").setIdCol("id");
  }

  @ParameterizedTest
  @CsvSource({"2, 5", "3, 5", "4, 5", "5, 5", "2, 100"})
  @DisplayName("A17 shrinkK")
  void shrinkK_usesAllOtherRows_andSaysSo(int rows, int k) {
    Dataset<Row> data = Tables.clouds(60, rows);
    SmoteModel model = traced().setKNeighbors(k).setSmallClass("shrinkK").fit(data);
    SmoteSummary.ClassRows minority = model.summary().classes().get(1);
    assertThat(minority.kNeighbors()).isEqualTo(rows - 1);
    assertThat(minority.note())
        .isEqualTo("k reduced: %d usable rows for k = %d".formatted(rows, k));
    List<Row> made = model.transform(data).filter("synthetic").collectAsList();
    assertThat(made).hasSize(60 - rows);
    assertThat(made.stream().map(row -> row.getStruct(4)))
        .allMatch(from -> from.getLong(0) != from.getLong(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  @DisplayName("A16, A17 duplicate")
  void duplicate_makesEvenCopies_andSaysSo(int rows) {
    Dataset<Row> data = Tables.clouds(40, rows);
    SmoteModel model = traced().setSmallClass("duplicate").fit(data);
    SmoteSummary.ClassRows minority = model.summary().classes().get(1);
    assertThat(minority.search()).isEqualTo("copies");
    assertThat(minority.note()).isEqualTo("copies: " + rows + " usable rows for k = 5");
    Dataset<Row> out = model.transform(data);
    List<Row> copies = out.filter("synthetic").collectAsList();
    assertThat(copies).hasSize(40 - rows);
    List<String> allowed =
        data.filter("label = 1").collectAsList().stream().map(r -> Rows.text(r.get(0))).toList();
    assertThat(copies).allMatch(row -> allowed.contains(Rows.text(row.get(0))));
    assertThat(copies)
        .allMatch(row -> row.getStruct(4).get(0).equals(row.getStruct(4).get(1)))
        .allMatch(row -> row.getStruct(4).getDouble(2) == 0);
  }

  @Test
  @DisplayName("A16, A17 skip")
  void skip_leavesTheClassAlone_andSaysSo() {
    Dataset<Row> data = Tables.clouds(40, 3, 20);
    SmoteModel model = new Smote().setSmallClass("skip").fit(data);
    assertThat(model.summary().classes())
        .extracting(SmoteSummary.ClassRows::has)
        .containsExactly(40L, 3L, 40L);
    assertThat(model.summary().classes().get(1).note())
        .isEqualTo("skipped: 3 usable rows for k = 5");
    assertThat(model.transform(data).count()).isEqualTo(83);
  }

  @Test
  void smallClass_thatNeedsNoRows_isNoProblem() {
    Smote smote = new Smote().setSamplingStrategy("{\"2\": 30}");
    assertThat(smote.fitResample(Tables.clouds(40, 1, 20)).count()).isEqualTo(71);
  }

  @Test
  @DisplayName("A18 all rows identical")
  void identicalRows_giveExactCopies() {
    Vector point = Vectors.dense(0.1, 1.0 / 3, -1e-300);
    List<Row> rows = new ArrayList<>(Tables.cloudRows(3, 500));
    IntStream.range(0, 50).forEach(i -> rows.add(Tables.row(point, 1, 500 + i)));
    List<Row> made =
        traced().fitResample(Tables.of(Tables.SCHEMA, rows)).filter("synthetic").collectAsList();
    assertThat(made).hasSize(450);
    assertThat(made).allMatch(row -> Rows.text(row.get(0)).equals(Rows.text(point)));
    assertThat(made).allMatch(row -> !row.getStruct(4).get(0).equals(row.getStruct(4).get(1)));
  }

  @Test
  @Timeout(60)
  @DisplayName("A18, A20 100,000 identical rows among others, split into buckets")
  void manyIdenticalRows_endInTime_evenWhenSplit() {
    Dataset<Row> data =
        spark
            .range(101_000)
            .selectExpr(
                "if(id < 100000, 7d, rand(1)) as x",
                "if(id < 100000, 1d, rand(2)) as y",
                "1 as label")
            .union(spark.range(103_000).selectExpr("0d as x", "double(id) as y", "0 as label"));
    Smote smote = new Smote().setInputCols("x", "y").setExactBelow(1000).setBucketRows(20_000);
    SmoteModel model = smote.setSyntheticCol("synthetic").fit(data);
    List<Row> counts = model.transform(data).groupBy("label", "synthetic").count().collectAsList();
    assertThat(counts)
        .extracting(row -> row.getInt(0) + " " + row.getBoolean(1) + " " + row.getLong(2))
        .containsExactlyInAnyOrder("0 false 103000", "1 false 101000", "1 true 2000");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, -0.0, 0.0, 1e308, Double.MIN_VALUE, 1.7e9 + 1e-7})
  @DisplayName("A19 constant columns")
  void constantColumn_isConstantInTheOutput_bitForBit(double constant) {
    Random random = new Random(6);
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < 60; id++) {
      Vector vector = Vectors.dense(random.nextGaussian(), constant, random.nextGaussian());
      rows.add(Tables.row(vector, id < 20 ? 1 : 0, id));
    }

    for (String scaling : List.of("none", "minmax")) {
      List<Row> made =
          traced()
              .setStandardize(scaling)
              .fitResample(Tables.of(Tables.SCHEMA, rows))
              .filter("synthetic")
              .collectAsList();
      assertThat(made).hasSize(20);
      assertThat(made)
          .extracting(row -> Rows.text(((Vector) row.get(0)).apply(1)))
          .containsOnly(Rows.text(constant));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e308, 1e200, 1e-200, Double.MIN_VALUE})
  @DisplayName("A21 ends of the range")
  void hugeAndTinyValues_stayFiniteAndInsideTheBox(double scale) {
    Random random = new Random(9);
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < 90; id++) {
      double[] values = {(random.nextInt(9) - 4) / 4.0 * scale, random.nextDouble(), -1e308};
      values[2] = random.nextBoolean() ? 1e308 : -1e308;
      rows.add(Tables.row(Vectors.dense(values), id < 30 ? 1 : 0, id));
    }

    for (String scaling : List.of("none", "minmax")) {
      for (Row row :
          traced()
              .setStandardize(scaling)
              .fitResample(Tables.of(Tables.SCHEMA, rows))
              .filter("synthetic")
              .collectAsList()) {
        double[] base = ((Vector) rows.get((int) row.getStruct(4).getLong(0)).get(0)).toArray();
        double[] partner = ((Vector) rows.get((int) row.getStruct(4).getLong(1)).get(0)).toArray();
        double[] made = ((Vector) row.get(0)).toArray();
        for (int j = 0; j < 3; j++) {
          assertThat(made[j]).isFinite();
          assertThat(made[j])
              .isBetween(Math.min(base[j], partner[j]), Math.max(base[j], partner[j]));
        }
      }
    }
  }

  @Test
  @DisplayName("A22 sparse and dense mixed")
  void formOfTheVectors_doesNotMatterForTheValues() {
    Dataset<Row> mixed = Tables.duplicates(300, 60);
    List<Row> dense = new ArrayList<>();
    for (Row row : mixed.collectAsList()) {
      dense.add(Tables.row(((Vector) row.get(0)).toDense(), row.get(1), row.getLong(2)));
    }

    assertThat(values(traced().fitResample(Tables.of(Tables.SCHEMA, dense))))
        .isEqualTo(values(traced().fitResample(mixed)));
  }

  private static List<String> values(Dataset<Row> data) {
    return data.filter("synthetic").collectAsList().stream()
        .map(row -> Rows.text(((Vector) row.get(0)).toDense()) + row.getStruct(4).getDouble(2))
        .sorted()
        .toList();
  }

  @Test
  void zerosOfBothSigns_inIdenticalRows_giveTheSameRowsInAnyOrder() {
    List<Row> rows = new ArrayList<>(Tables.cloudRows(2, 60));
    for (int i = 0; i < 20; i++) {
      rows.add(Tables.row(Vectors.dense(i % 2 == 0 ? 0.0 : -0.0, i % 5), 1, 60 + i));
    }

    Smote smote = new Smote().setSyntheticCol("synthetic").setSeed(3);
    String expected = Rows.digest(smote.fitResample(Tables.of(Tables.SCHEMA, rows)));
    java.util.Collections.reverse(rows);
    assertThat(Rows.digest(smote.fitResample(Tables.of(Tables.SCHEMA, rows)))).isEqualTo(expected);
  }

  @Test
  @DisplayName("A24 one feature")
  void oneFeature_works() {
    Dataset<Row> data = Tables.of(Tables.SCHEMA, Tables.cloudRows(1, 50, 20));
    assertThat(traced().fitResample(data).count()).isEqualTo(100);
  }
}
