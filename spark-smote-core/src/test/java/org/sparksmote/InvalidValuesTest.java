// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.report.SmoteSummary;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Null, NaN and infinite features and labels, in every form, under every rule (A1-A3, A8, A9). */
class InvalidValuesTest extends SparkTest {

  private static final double SECRET = 12345.678;

  /** How features are stored, and how a bad value gets into a row. */
  enum Form {
    DENSE {
      @Override
      Object features(double bad) {
        return Vectors.dense(SECRET, 2, 3, bad);
      }
    },

    SPARSE {
      @Override
      Object features(double bad) {
        return Vectors.sparse(4, new int[] {1, 3}, new double[] {SECRET, bad});
      }
    },

    ARRAY {
      @Override
      Object features(double bad) {
        return new Double[] {SECRET, 1.0, 2.0, bad};
      }
    };

    abstract Object features(double bad);

    StructType schema() {
      return this == ARRAY
          ? Tables.schema("features", DataTypes.createArrayType(DataTypes.DoubleType))
          : Tables.SCHEMA;
    }

    /** 40 rows of class 0 and 10 of class 1, then the bad rows. */
    Dataset<Row> data(List<Row> bad) {
      Random random = new Random(3);
      List<Row> rows = new ArrayList<>();
      for (int id = 0; id < 50; id++) {
        rows.add(Tables.row(features(random.nextDouble()), id < 10 ? 1 : 0, id));
      }

      rows.addAll(bad);
      Collections.shuffle(rows, random);
      return Tables.of(schema(), rows);
    }
  }

  private static List<Row> badRows(Form form) {
    return List.of(
        Tables.row(form.features(Double.NaN), 1, 101),
        Tables.row(form.features(Double.POSITIVE_INFINITY), 1, 102),
        Tables.row(form.features(Double.NEGATIVE_INFINITY), 0, 103),
        Tables.row(null, 1, 104));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A1 null features, error")
  void nullCell_isCountedAndNamed(Form form) {
    List<Row> bad = List.of(Tables.row(null, 1, 100), Tables.row(null, 0, 101));
    assertThat(Refusal.of(() -> new Smote().fit(form.data(bad))))
        .isEqualTo(
            "[SMOTE-023] Cannot use the column 'features': 2 rows hold null, NaN or infinite"
                + " values, the first in the whole cell. Fill them with Imputer, or set"
                + " handleInvalid to keep or skip.");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A2, A3 NaN and infinity, error")
  void badValue_itsPositionIsNamed_neverAValue(Form form) {
    for (double value : new double[] {Double.NaN, 1 / 0.0, -1 / 0.0}) {
      List<Row> bad = List.of(Tables.row(form.features(value), 0, 100));
      assertThat(Refusal.of(() -> new Smote().fit(form.data(bad))))
          .startsWith(
              "[SMOTE-023] Cannot use the column 'features': 1 rows hold null, NaN or infinite"
                  + " values, the first in feature 3.")
          .doesNotContain("12345");
    }
  }

  @Test
  @DisplayName("A2 null inside an array")
  void nullElement_isABadValue() {
    Row bad = Tables.row(new @Nullable Double[] {1.0, null, 3.0, 4.0}, 0, 100);
    assertThat(Refusal.of(() -> new Smote().fit(Form.ARRAY.data(List.of(bad)))))
        .contains("1 rows hold null, NaN or infinite values, the first in feature 1.");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A1-A3 keep")
  void keep_passesBadRowsOn_andNeverUsesThem(Form form) {
    Dataset<Row> data = form.data(badRows(form));
    Smote smote = new Smote().setHandleInvalid("keep").setSyntheticCol("synthetic");
    SmoteModel model = smote.setProvenanceCol("from").setIdCol("id").fit(data);
    List<Row> out = model.transform(data).collectAsList();
    assertThat(originals(out)).isEqualTo(Rows.texts(data));
    assertThat(model.summary().invalidRows()).isEqualTo(4);
    assertThat(model.summary().classes())
        .extracting(SmoteSummary.ClassRows::has)
        .containsExactly(41L, 41L); // kept rows count, so the output is balanced
    List<Row> made = out.stream().filter(row -> row.getBoolean(3)).toList();
    assertThat(made).hasSize(28);
    assertThat(made.stream().map(row -> row.<Row>getAs("from")))
        .allMatch(from -> from.getLong(0) < 10 && from.getLong(1) < 10);
  }

  private static List<String> originals(List<Row> rows) {
    return rows.stream()
        .filter(row -> !row.getBoolean(3))
        .map(row -> Rows.text(RowFactory.create(row.get(0), row.get(1), row.get(2))))
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A1-A3 skip")
  void skip_dropsBadRows_andCountsThem(Form form) {
    Dataset<Row> data = form.data(badRows(form));
    Smote smote = new Smote().setHandleInvalid("skip").setSyntheticCol("synthetic");
    SmoteModel model = smote.fit(data);
    List<Row> out = model.transform(data).collectAsList();
    assertThat(originals(out)).isEqualTo(Rows.texts(data.filter("id < 100")));
    assertThat(out).hasSize(80);
    assertThat(model.summary().invalidRows()).isEqualTo(4);
  }

  @Test
  void keep_makesTheRowsThatSkipMakes_whenTotalsAreEqual() {
    Dataset<Row> data = Form.DENSE.data(badRows(Form.DENSE));
    Smote keep = new Smote().setHandleInvalid("keep").setSyntheticCol("s");
    Smote skip = new Smote().setHandleInvalid("skip").setSyntheticCol("s");
    keep.setSamplingStrategy("{\"1\": 33}");
    skip.setSamplingStrategy("{\"1\": 30}");
    assertThat(Rows.digest(keep.fitResample(data).filter("s")))
        .isEqualTo(Rows.digest(skip.fitResample(data).filter("s")));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4999, 9999})
  @DisplayName("A2 one of 10,000")
  void oneBadRowOfMany_isFound(int at) {
    Dataset<Row> data =
        spark
            .range(10_000)
            .selectExpr(
                "if(id = " + at + ", double('NaN'), double(id)) as x",
                "id % 2 as label",
                "double(id) as y");
    assertThat(Refusal.of(() -> new Smote().setInputCols("y", "x").fit(data)))
        .isEqualTo(
            "[SMOTE-023] Cannot use the column 'x': 1 rows hold null, NaN or infinite values, the"
                + " first in this column (all feature columns are counted). Fill them with Imputer, or set handleInvalid to keep or"
                + " skip.");
  }

  @Test
  @DisplayName("A8 null labels")
  void nullLabels_areCounted_keptOrSkipped() {
    List<Row> bad =
        List.of(
            Tables.row(Vectors.dense(1, 2, 3, 4), null, 100),
            Tables.row(Vectors.dense(1, Double.NaN, 3, 4), null, 101));
    Dataset<Row> data = Form.DENSE.data(bad);
    assertThat(Refusal.of(() -> new Smote().fit(data)))
        .isEqualTo(
            "[SMOTE-024] Cannot use the column 'label': 2 rows have a null or NaN label. Fill or"
                + " filter them, or set handleInvalid to keep or skip.");
    assertThat(new Smote().setHandleInvalid("keep").fitResample(data).count()).isEqualTo(82);
    assertThat(new Smote().setHandleInvalid("skip").fitResample(data).count()).isEqualTo(80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  @DisplayName("A9 NaN labels, ANSI on and off")
  void nanLabels_areNoClass(String ansi) {
    withConf(
        "spark.sql.ansi.enabled",
        ansi,
        () ->
            Stream.of("double", "float")
                .forEach(
                    type -> {
                      Dataset<Row> data =
                          Tables.clouds(30, 12)
                              .selectExpr(
                                  "features",
                                  "cast(if(id = 3, double('NaN'), label) as " + type + ") label");
                      assertThat(Refusal.of(() -> new Smote().fit(data)))
                          .startsWith("[SMOTE-024] Cannot use the column 'label': 1 rows have");
                      SmoteModel model = new Smote().setHandleInvalid("keep").fit(data);
                      assertThat(model.summary().classes()).hasSize(2);
                      assertThat(model.summary().invalidRows()).isEqualTo(1);
                    }));
  }

  @Test
  void skip_worksWithNamesThatDifferInCaseOnly() {
    Dataset<Row> data =
        Form.DENSE.data(badRows(Form.DENSE)).withColumnRenamed("id", "a.b").selectExpr("*", "1 x");
    Dataset<Row> odd = data.toDF("features", "label", "Odd Name", "odd name");
    Smote smote = new Smote().setHandleInvalid("skip");
    assertThat(smote.fitResample(odd).count()).isEqualTo(80);
    assertThat(Arrays.asList(smote.fitResample(odd).columns()))
        .containsExactly("features", "label", "Odd Name", "odd name");
  }

  @Test
  void a_number_with_more_digits_than_a_double_is_refused_not_changed() {
    Dataset<Row> data =
        spark
            .range(60)
            .selectExpr(
                "double(id) x",
                "9007199254740993L big",
                "cast('12345678901234567.89' as decimal(20,2)) money",
                "id < 20 label");
    assertThat(Refusal.of(() -> new Smote().setInputCols("x", "big").fit(data)))
        .isEqualTo(
            "[SMOTE-037] Cannot use the column 'big' as a feature without changing it: 60 rows hold"
                + " numbers of more digits than a double has. Leave it out if it is an id, or cast"
                + " it to double.");
    assertThat(Refusal.of(() -> new Smote().setInputCols("x", "money").fit(data)))
        .startsWith("[SMOTE-037] Cannot use the column 'money'");
  }

  @Test
  void a_decimal_that_a_double_can_hold_comes_back_as_it_was() {
    Dataset<Row> data =
        spark
            .range(60)
            .selectExpr(
                "double(id) x",
                "cast('1234567890123.45' as decimal(20,2)) money",
                "bigint(9007199254740992) big",
                "id < 20 label");
    Dataset<Row> out = new Smote().setInputCols("x", "money", "big").fitResample(data);
    assertThat(out.select("money", "big").distinct().collectAsList())
        .isEqualTo(data.select("money", "big").distinct().collectAsList());
  }
}
