// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sparksmote.report.SmoteSummary;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Tables whose outcome everybody can work out in their head. */
class KnownAnswersTest extends SparkTest {

  private static Map<String, Long> had(SmoteSummary summary) {
    return summary.classes().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                SmoteSummary.ClassRows::label, SmoteSummary.ClassRows::had));
  }

  private static long count(Dataset<Row> data, int label) {
    return data.filter("label = " + label).count();
  }

  @Test
  void tenThousandRowsAt1To99_comeOutEqual() {
    Dataset<Row> data = Tables.clouds(9900, 100);
    SmoteModel model = new Smote().fit(data);
    Dataset<Row> out = model.transform(data);
    assertThat(count(out, 0)).isEqualTo(9900);
    assertThat(count(out, 1)).isEqualTo(9900);
    assertThat(had(model.summary())).isEqualTo(Map.of("0", 9900L, "1", 100L));
    assertThat(model.summary().made()).isEqualTo(9800);
    assertThat(model.summary().invalidRows()).isZero();
  }

  @Test
  void aFifthOf10000_is2000RowsOfWhich1900AreSynthetic() {
    Dataset<Row> data = Tables.clouds(10_000, 100);
    Smote smote = new Smote().setSamplingStrategy(0.2).setSyntheticCol("synthetic");
    Dataset<Row> out = smote.fitResample(data);
    assertThat(count(out, 1)).isEqualTo(2000);
    assertThat(out.filter("synthetic").count()).isEqualTo(1900);
    assertThat(count(out, 0)).isEqualTo(10_000);
  }

  @Test
  void halfOf1000_is500() {
    Dataset<Row> out = new Smote().setSamplingStrategy(0.5).fitResample(Tables.clouds(1000, 100));
    assertThat(count(out, 1)).isEqualTo(500);
  }

  @Test
  void totals_leaveTheUnnamedClassAlone() {
    Smote smote = new Smote().setSamplingStrategy(Map.of(1, 300, 2, 31));
    Dataset<Row> out = smote.fitResample(Tables.clouds(200, 50, 30));
    assertThat(count(out, 0)).isEqualTo(200);
    assertThat(count(out, 1)).isEqualTo(300);
    assertThat(count(out, 2)).isEqualTo(31);
  }

  @Test
  void twoRowsAndOneNeighbour_makeRowsOnTheirSegment() {
    Dataset<Row> data =
        spark.range(12).selectExpr("double(id) as x", "int(id < 2) as label", "-2 * id as y");
    Smote smote = new Smote().setInputCols("x", "y").setKNeighbors(1).setSyntheticCol("synthetic");
    Dataset<Row> made = smote.fitResample(data).filter("synthetic");
    assertThat(made.count()).isEqualTo(8);
    assertThat(made.filter("x between 0 and 1 and y = -round(2 * x)").count()).isEqualTo(8);
  }

  @Test
  void summary_readsAsATable() {
    SmoteModel model = new Smote().setSmallClass("skip").fit(Tables.clouds(1200, 100, 3));
    assertThat(model.summary().toString().lines().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "class had made has k search eff. k note",
            "0 1,200 0 1,200 0 none",
            "1 100 1,100 1,200 5 exact",
            "2 3 0 3 0 none skipped: 3 usable rows for k = 5",
            "Probabilities of models fitted on these rows follow the new shares of the classes (trees"
                + " and forests: calibrate on rows that were not resampled):",
            " 1: 7.675 % of the rows before, 49.94 % after; of a linear model's p restore"
                + " p w / (p w + 1 - p), w = 0.08333");
  }
}
