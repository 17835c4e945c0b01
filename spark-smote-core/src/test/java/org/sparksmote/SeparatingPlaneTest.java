// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SeparatingPlaneTest extends SparkTest {

  private static Margin margin(Dataset<Row> data) {
    Smote svm = Smote.svm();
    InputSchema input = InputSchema.resolve(svm, data.schema());
    ClassCounter.Counts counts = ClassCounter.count(svm, input, data);
    ClassPlan plan = SamplingPlan.plan(svm, counts.classes()).get(1);
    return SeparatingPlane.fit(svm, input, data, counts, plan);
  }

  private static FeatureRow features(Row row) {
    FeatureRow features = new FeatureRow();
    FeatureReader.of(InputSchema.resolve(new Smote(), Tables.SCHEMA))
        .read(Tables.row(row.get(1), row.get(0), 0), features);
    return features;
  }

  /** Columns without a value have no part in it: those with one alone give the same plane. */
  @Test
  void planeOfWideRows_isThatOfTheirValues() {
    WidestRows table = new WidestRows(200);
    double[][] narrow = table.narrow();
    List<Row> narrowRows =
        IntStream.range(0, 200)
            .mapToObj(id -> Tables.row(Vectors.dense(narrow[id]), table.rows.get(id).getInt(1), id))
            .toList();
    Margin wide = margin(Tables.of(WidestRows.SCHEMA, table.rows));
    Margin expected = margin(Tables.of(Tables.SCHEMA, narrowRows));
    for (int id = 0; id < 200; id++) {
      // Sums in another order: keys of wide rows are others.
      assertThat(wide.side(features(table.rows.get(id))))
          .isEqualTo(expected.side(features(narrowRows.get(id))), within(1e-6));
    }

    assertThat(wide.coefficients().size()).isEqualTo(WidestRows.SIZE);
    assertThat(wide.coefficients().at(1)).isZero();
    assertThat(wide.intercept()).isNotZero();
  }
}
