// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** What is kept for each column that has a value has a limit; what is not needed has none. */
class ColumnLimitTest extends SparkTest {

  private static final int STORED = 100_000;

  /** Each row has values in 100,000 columns that no other row has. */
  private static Dataset<Row> data(int rows) {
    return spark
        .range(rows)
        .map((MapFunction<Long, Row>) ColumnLimitTest::row, Encoders.row(Tables.SCHEMA));
  }

  private static Row row(long id) {
    int[] columns = new int[STORED];
    double[] values = new double[STORED];
    for (int i = 0; i < STORED; i++) {
      columns[i] = (int) id * STORED + i;
      values[i] = 1 + id;
    }

    return Tables.row(Vectors.sparse(1 << 30, columns, values), id % 3 == 0 ? 1 : 0, id);
  }

  private static Smote smote(SmoteVariant variant) {
    Smote smote = Smote.of(variant).setSyntheticCol("synthetic");
    return variant == SmoteVariant.SMOTE ? smote.setStandardize("minmax") : smote;
  }

  @Test
  void rangesOfTooManyColumns_areRefused() {
    assertThat(Refusal.of(() -> smote(SmoteVariant.SMOTE).fit(data(42))))
        .startsWith("[SMOTE-059]")
        .contains("'features'", "1073741824 columns more than 4194304 have a value")
        .endsWith("or set standardize=none.");
  }

  @Test
  void deviationsInTooManyColumns_areRefused() {
    assertThat(Refusal.of(() -> smote(SmoteVariant.RWO).fit(data(11))))
        .startsWith("[SMOTE-059]")
        .contains("more than 1048576 have a value")
        .endsWith("or set another variant than rwo.");
  }

  @Test
  void nothingIsRefused_whereNothingIsKept() {
    Smote plain = smote(SmoteVariant.SMOTE).setStandardize("none");
    assertThat(plain.fitResample(data(42)).filter("synthetic").count()).isEqualTo(14);
    Smote idle = smote(SmoteVariant.SMOTE).setSamplingStrategy("none");
    assertThat(idle.fitResample(data(42)).count()).isEqualTo(42);
  }
}
