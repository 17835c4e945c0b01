// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.sparksmote.Smote;
import org.sparksmote.testing.Tables;

/** Classes a and b are asked for, as 0 and 1; rows have one feature. */
class LabelledRowsTest {

  private static List<String> texts(boolean othersToo, Row... rows) {
    NominalDemand demand = new NominalDemand(NominalRule.REFUSED, "smote", false, true);
    InputSchema input = InputSchema.resolve(new Smote(), demand, Tables.SCHEMA);
    List<String> texts = new ArrayList<>();
    new LabelledRows(input, 1, Map.of("a", 0, "b", 1))
        .forEach(
            List.of(rows).iterator(),
            othersToo,
            (c, features) -> texts.add(c + ": " + features.values[0]));
    return texts;
  }

  private static Row row(Object label, double... features) {
    return RowFactory.create(label, Vectors.dense(features));
  }

  @Test
  void rows_comeInTheirOrder_withTheNumberOfTheirClass() {
    assertThat(texts(false, row("b", 3), row("a", 1), row("b", 2)))
        .containsExactly("1: 3.0", "0: 1.0", "1: 2.0");
  }

  @Test
  void rowsOfOtherClasses_comeIfAskedFor() {
    Row[] rows = {row("a", 1), row("c", 2)};
    assertThat(texts(false, rows)).containsExactly("0: 1.0");
    assertThat(texts(true, rows)).containsExactly("0: 1.0", "-1: 2.0");
  }

  @Test
  void rowsWithoutLabel_neverCome() {
    Row unlabelled = RowFactory.create(null, Vectors.dense(1));
    assertThat(texts(true, unlabelled, row(Double.NaN, 2))).isEmpty();
  }

  @Test
  void rowsOfInvalidFeatures_orOfAnotherSize_areLeftOut() {
    assertThat(texts(true, row("a", Double.NaN), row("a", 1, 2), row("a"), row("a", 5)))
        .containsExactly("0: 5.0");
    assertThat(texts(true, RowFactory.create("a", null))).isEmpty();
  }
}
