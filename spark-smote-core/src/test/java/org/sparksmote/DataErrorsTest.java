// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** What is wrong with the data is found by the counting pass, and said with counts. */
class DataErrorsTest extends SparkTest {

  @Test
  @DisplayName("A13 empty dataset")
  void noRows_areRefused() {
    for (Dataset<Row> empty :
        List.of(
            Tables.of(Tables.SCHEMA, List.of()),
            Tables.clouds(9, 9).filter("id < 0"),
            spark.createDataFrame(spark.sparkContext().<Row>emptyRDD(tag()), Tables.SCHEMA))) {
      assertThat(Refusal.of(() -> new Smote().fit(empty)))
          .isEqualTo(
              "[SMOTE-020] Cannot resample a dataset of 0 rows. Check the input path or the filter"
                  + " before.");
    }
  }

  private static scala.reflect.ClassTag<Row> tag() {
    return scala.reflect.ClassTag$.MODULE$.apply(Row.class);
  }

  @Test
  @DisplayName("A14 one class")
  void oneClass_isNamedWithItsCount() {
    assertThat(Refusal.of(() -> new Smote().fit(Tables.clouds(17))))
        .isEqualTo(
            "[SMOTE-021] Cannot balance the column 'label': its only class is '0' with 17 rows, and"
                + " resampling needs more than 1 class. Check the label column or the filter"
                + " before.");
  }

  @Test
  @DisplayName("A15 class absent")
  void askedClassAbsent_thePresentOnesAreListed() {
    Smote smote = new Smote().setSamplingStrategy(Map.of("fraud", 50));
    assertThat(Refusal.of(() -> smote.fit(Tables.clouds(9, 8))))
        .isEqualTo(
            "[SMOTE-031] Cannot resample class 'fraud' of samplingStrategy: it is not in the data"
                + " (count 0). Name one of the classes present: 0, 1.");
  }

  @Test
  @DisplayName("A10 regression target")
  void moreClassesThanAllowed_looksLikeRegression() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 101 * 3; i++) {
      rows.add(RowFactory.create(Vectors.dense(i), (i % 101) / 2.0 - 3.5));
    }

    StructType schema =
        new StructType()
            .add("features", org.apache.spark.ml.linalg.SQLDataTypes.VectorType())
            .add("label", DataTypes.DoubleType);
    Dataset<Row> data = Tables.of(schema, rows);
    String message = Refusal.of(() -> new Smote().fit(data));
    assertThat(message)
        .startsWith(
            "[SMOTE-022] Cannot treat the column 'label' as classes: it has more than 100 distinct"
                + " values (about ")
        .endsWith(
            ", by an estimate), which looks like a regression target. Check labelCol, or raise"
                + " maxClasses.");
    int about = Integer.parseInt(message.replaceAll(".*\\(about (\\d+),.*", "$1"));
    assertThat(about).isBetween(101, 110);
    Smote raised = new Smote().setMaxClasses(101).setSamplingStrategy("{\"0.5\": 9}");
    assertThat(raised.setKNeighbors(2).fitResample(data).count()).isEqualTo(101 * 3 + 6);
  }

  @Test
  @DisplayName("A10 regression target: no more is estimated than there are rows")
  void estimateOfClasses_isNoLargerThanTheRows() {
    Dataset<Row> data = spark.range(300).selectExpr("id / 7 as label", "double(id) as x");
    assertThat(Refusal.of(() -> new Smote().setInputCols("x").fit(data)))
        .matches(".*\\(about (2[5-9]\\d|300), by an estimate\\).*");
  }

  @Test
  @DisplayName("A10 regression target of few rows")
  void aLabelThatIsAnotherInEveryRow_looksContinuous() {
    Dataset<Row> data = spark.range(50).selectExpr("id / 7 as label", "double(id) as x");
    assertThat(Refusal.of(() -> new Smote().setInputCols("x").fit(data)))
        .isEqualTo(
            "[SMOTE-022] Cannot treat the column 'label' as classes: each of its 50 values is in one"
                + " row only, which looks like a regression target. Check labelCol, or raise"
                + " maxClasses.");
  }

  @Test
  @DisplayName("A23 sizes of vectors")
  void vectorsOfTwoSizes_areCounted() {
    List<Row> rows =
        IntStream.range(0, 30)
            .mapToObj(i -> Tables.row(Vectors.zeros(i % 10 == 0 ? 4 : 7), i % 2, i))
            .toList();
    assertThat(Refusal.of(() -> new Smote().fit(Tables.of(Tables.SCHEMA, rows))))
        .isEqualTo(
            "[SMOTE-025] Cannot use the column 'features': its vectors differ in size, 3 rows of"
                + " size 4 and 27 rows of size 7. Make them one size, for example with"
                + " VectorSizeHint before VectorAssembler.");
  }

  @Test
  @DisplayName("A24 vectors of 0 features")
  void vectorsWithoutFeatures_areRefused() {
    List<Row> rows =
        IntStream.range(0, 30).mapToObj(i -> Tables.row(Vectors.zeros(0), i % 2, i)).toList();
    assertThat(Refusal.of(() -> new Smote().fit(Tables.of(Tables.SCHEMA, rows))))
        .isEqualTo(
            "[SMOTE-026] Cannot use the column 'features': its vectors have 0 features. Add at"
                + " least one feature.");
  }

  @Test
  @DisplayName("A29 fewer than present")
  void strategyThatWouldRemoveRows_isRefused() {
    Smote smote = new Smote().setSamplingStrategy(Map.of(1, 7));
    assertThat(Refusal.of(() -> smote.fit(Tables.clouds(9, 8))))
        .startsWith("[SMOTE-032] Cannot reduce class '1' from 8 to 7 rows");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"1\": 1000000009}", "{\"1\": 9223372036854775807}"})
  @DisplayName("A30 huge totals")
  void hugeTotal_isRefusedUnlessAllowed(String strategy) {
    Smote smote = new Smote().setSamplingStrategy(strategy);
    assertThat(Refusal.of(() -> smote.fit(Tables.clouds(9, 8))))
        .startsWith("[SMOTE-035] Cannot make ")
        .endsWith(
            " synthetic rows: more than the 1000000000 that allowRowsAbove permits. Check"
                + " samplingStrategy for a typing error, or raise allowRowsAbove.");
    smote.setAllowRowsAbove(Long.MAX_VALUE);
    assertThat(smote.fit(Tables.clouds(9, 8)).summary().made()).isGreaterThan(1_000_000_000L);
  }

  @Test
  void allowRowsAbove_isTheLimit() {
    Smote smote = new Smote().setSamplingStrategy(Map.of(1, 18)).setAllowRowsAbove(10);
    assertThat(smote.fit(Tables.clouds(9, 8)).summary().made()).isEqualTo(10);
    smote.setSamplingStrategy(Map.of(1, 19));
    assertThat(Refusal.of(() -> smote.fit(Tables.clouds(9, 8))))
        .startsWith("[SMOTE-035] Cannot make 11 synthetic rows: more than the 10 that");
  }

  @ParameterizedTest
  @CsvSource({"2, 5", "3, 5", "5, 5", "40, 100"})
  @DisplayName("A17 no more rows than neighbours")
  void classOfAtMostKRows_isRefusedWithAllRemedies(int rows, int k) {
    Smote smote = new Smote().setKNeighbors(k);
    assertThat(Refusal.of(() -> smote.fit(Tables.clouds(200, rows))))
        .isEqualTo(
            "[SMOTE-027] Cannot find %d neighbours in each class of column 'label': class '1' has %d"
                    .formatted(k, rows)
                + " usable rows, and at least %d are needed. Set kNeighbors to at most %d, or"
                    .formatted(k + 1, rows - 1)
                + " smallClass to shrinkK, duplicate or skip.");
    smote.setKNeighbors(rows - 1);
    assertThat(smote.fitResample(Tables.clouds(200, rows)).count()).isEqualTo(400);
  }

  @Test
  @DisplayName("A17 several small classes")
  void allSmallClasses_areNamed_withTheKThatWorksForAll() {
    Smote smote = new Smote();
    assertThat(Refusal.of(() -> smote.fit(Tables.clouds(20, 4, 9, 3))))
        .isEqualTo(
            "[SMOTE-027] Cannot find 5 neighbours in each class of column 'label': class '1' has 4"
                + " usable rows, class '3' has 3 usable rows, and at least 6 are needed. Set"
                + " kNeighbors to at most 2, or smallClass to shrinkK, duplicate or skip.");
    smote.setKNeighbors(2);
    assertThat(smote.fitResample(Tables.clouds(20, 4, 9, 3)).count()).isEqualTo(80);
  }

  @Test
  void smallClasses_thatStayAsTheyAre_areNotNamed() {
    Smote smote = new Smote().setSamplingStrategy(Map.of(1, 10));
    assertThat(Refusal.of(() -> smote.fit(Tables.clouds(20, 4, 1))))
        .startsWith("[SMOTE-027]")
        .contains("class '1' has 4 usable rows, and")
        .doesNotContain("class '2'");
  }

  @Test
  void classOfOneRow_isRefusedBeforeSmallClasses_forNoKHelpsIt() {
    assertThat(Refusal.of(() -> new Smote().fit(Tables.clouds(20, 4, 1))))
        .startsWith("[SMOTE-028] Cannot interpolate in class '2'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"error", "shrinkK"})
  @DisplayName("A16 one row")
  void classOfOneRow_isRefused(String rule) {
    Smote smote = new Smote().setSmallClass(rule);
    assertThat(Refusal.of(() -> smote.fit(Tables.clouds(20, 1))))
        .isEqualTo(
            "[SMOTE-028] Cannot interpolate in class '1' of column 'label': it has 1 usable rows"
                + " and at least 2 are needed. Set smallClass to duplicate or skip.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"error", "shrinkK", "duplicate"})
  void classWithoutAValidRow_isRefused(String rule) {
    List<Row> rows = new ArrayList<>(Tables.cloudRows(2, 20));
    rows.add(Tables.row(Vectors.dense(Double.NaN, 1), 1, 20));
    rows.add(Tables.row(null, 1, 21));
    Smote smote = new Smote().setSmallClass(rule).setHandleInvalid("keep");
    assertThat(Refusal.of(() -> smote.fit(Tables.of(Tables.SCHEMA, rows))))
        .isEqualTo(
            "[SMOTE-029] Cannot make rows for class '1' of column 'label': 0 of its 2 rows are"
                + " valid. Fill missing values with Imputer, or set smallClass to skip.");
    smote.setSmallClass("skip");
    assertThat(smote.fitResample(Tables.of(Tables.SCHEMA, rows)).count()).isEqualTo(22);
  }
}
