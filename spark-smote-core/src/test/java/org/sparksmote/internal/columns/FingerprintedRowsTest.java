// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.sparksmote.Recipes;
import org.sparksmote.Smote;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Label, features, their fingerprint, and what else is asked for. */
class FingerprintedRowsTest extends SparkTest {

  private static final Dataset<Row> DATA =
      spark.sql(
          "SELECT * FROM VALUES (0D, 1D, 2L, 'p'), (-0D, 3D, 4L, 'q'), (1D, 5D, 6L, 'r'),"
              + " (double('NaN'), 7D, 8L, 's'), (null, 9D, 10L, 't') AS (label, x, y, other)");

  private static final InputSchema INPUT =
      Recipes.schema(new Smote().setInputCols("x", "y"), DATA.schema());

  private static List<String> texts(Dataset<Row> rows, int... cells) {
    return rows.collectAsList().stream()
        .map(
            row -> {
              StringBuilder text = new StringBuilder();
              for (int cell : cells) {
                text.append(row.get(cell)).append(' ');
              }

              return text.toString().trim();
            })
        .toList();
  }

  @Test
  void rowsOfOtherClasses_haveNoFeatures() {
    Dataset<Row> rows = FingerprintedRows.toRoute(INPUT, DATA, List.of(3), Set.of(0.0));
    assertThat(texts(rows, 0, 1, 2, 4))
        .containsExactly(
            "0.0 1.0 2 p",
            "-0.0 3.0 4 q",
            "1.0 null null r",
            "NaN null null s",
            "null null null t");
  }

  @Test
  void fingerprints_areSparksHashes_andTheSameInEveryPass() {
    Dataset<Row> expected =
        DATA.select(functions.xxhash64(DATA.col("label"), DATA.col("x"), DATA.col("y")));
    int at = FingerprintedRows.position(INPUT);
    assertThat(texts(FingerprintedRows.toCount(INPUT, DATA), at))
        .doesNotHaveDuplicates()
        .isEqualTo(texts(expected, 0));
    for (Set<Object> wanted : List.<Set<Object>>of(Set.of(), Set.of(1.0))) {
      assertThat(texts(FingerprintedRows.toRoute(INPUT, DATA, List.of(), wanted), at))
          .isEqualTo(texts(expected, 0));
    }
  }

  @Test
  void withoutAChoice_allRowsHaveFeatures() {
    assertThat(texts(FingerprintedRows.toRoute(INPUT, DATA, List.of(), null), 1))
        .containsExactly("1.0", "3.0", "5.0", "7.0", "9.0");
  }

  @Test
  void vectors_areLeftOutToo() {
    Dataset<Row> vectors =
        Tables.of(
            Tables.SCHEMA,
            List.of(Tables.row(Vectors.dense(1, 2), 0, 1), Tables.row(Vectors.dense(1, 2), 1, 2)));
    InputSchema input = Recipes.schema(new Smote(), Tables.SCHEMA);
    List<Row> rows =
        FingerprintedRows.toRoute(input, vectors, List.of(), Set.of(1)).collectAsList();
    assertThat(rows.get(0).isNullAt(1)).isTrue();
    assertThat(rows.get(1).get(1)).isEqualTo(Vectors.dense(1, 2));
    assertThat(rows.get(0).getLong(2)).isNotEqualTo(rows.get(1).getLong(2));
  }
}
