// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sparksmote.examples.CommandTest;

class FraudTableTest extends CommandTest {

  private static List<String> texts(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::toString).toList();
  }

  @Test
  void fraudTable_anyPartitioning_isTheSame() {
    FraudTable table = new FraudTable(500, 0.1, 7);
    assertThat(texts(table.make(spark, 1))).isEqualTo(texts(table.make(spark, 7)));
    assertThat(texts(table.make(spark, 1)))
        .isNotEqualTo(texts(new FraudTable(500, 0.1, 8).make(spark, 1)));
  }

  @Test
  void fraudTable_hasThirtyFiniteFeaturesAndTheRate() {
    Dataset<Row> rows = new FraudTable(20_000, 0.05, 1).make(spark, 2);
    assertThat(Payment.FEATURES).hasSize(30).doesNotHaveDuplicates();
    // 1000 expected, standard deviation 31; the seed is fixed.
    assertThat(rows.filter("label = 1").count()).isBetween(850L, 1150L);
    assertThat(rows.filter("not (amount >= 0 and amount < 1e9)").count()).isZero();
    assertThat(rows.na().drop().count()).isEqualTo(20_000);
  }
}
