// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** A class that is split beside others that are not: every one gets what was asked for. */
class SplitBesideOthersTest extends SparkTest {

  @ParameterizedTest
  @ValueSource(strings = {"smote", "random", "borderline1", "adasyn"})
  void everyClass_getsItsRows(String variant) {
    Dataset<Row> data = Tables.clouds(14_000, 12_000, 900, 4);
    Smote smote =
        new Smote()
            .setVariant(variant)
            .setSamplingStrategy(Map.of(1, 13_000, 2, 1_001, 3, 6))
            .setSmallClass("duplicate")
            .setExactBelow(1_000)
            .setBucketRows(3_000);
    List<Row> rows = smote.fitResample(data).groupBy("label").count().sort("label").collectAsList();
    assertThat(rows)
        .extracting(row -> row.getLong(1))
        .containsExactly(14_000L, 13_000L, 1_001L, 6L);
  }
}
