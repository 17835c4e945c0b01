// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF0;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A dataset that is different on every evaluation is noticed, never mixed up (C1, C2, C3). */
class ChangedInputTest extends SparkTest {

  private static final AtomicLong CALLS = new AtomicLong();

  @BeforeAll
  static void registerUdf() {
    UDF0<Double> next = () -> CALLS.incrementAndGet() * 0.618 % 1;
    spark
        .udf()
        .register(
            "other_each_time", functions.udf(next, DataTypes.DoubleType).asNondeterministic());
  }

  private static void assertNoticed(Smote smote, Dataset<Row> data) {
    assertThat(Refusal.inCausesOf(() -> smote.fitResample(data).count()))
        .startsWith("[SMOTE-040] Cannot finish class '")
        .contains("': the input changed between two passes (")
        .endsWith("Write the input to a file or checkpoint() it first.");
  }

  @RepeatedTest(5)
  @DisplayName("C1 values")
  void otherValuesOnEveryPass_areNoticed() {
    Dataset<Row> data =
        spark.range(400).selectExpr("int(id < 60) as label", "other_each_time() as x");
    assertNoticed(new Smote().setInputCols("x"), data);
  }

  @RepeatedTest(5)
  @DisplayName("C1 labels")
  void otherLabelsOnEveryPass_areNoticed() {
    Dataset<Row> data =
        spark.range(400).selectExpr("int(other_each_time() < 0.2) as label", "double(id) as x");
    assertNoticed(new Smote().setInputCols("x"), data);
  }

  @Test
  @DisplayName("C1 in a class of several buckets")
  void otherValuesOnEveryPass_areNoticed_inAnApproximateSearch() {
    Dataset<Row> data =
        spark
            .range(9000)
            .selectExpr("int(id < 4000) as label", "other_each_time() as x", "double(id) as y");
    Smote smote = new Smote().setExactBelow(200).setBucketRows(1000);
    assertNoticed(smote.setInputCols("x", "y"), data);
  }

  @Test
  @DisplayName("C1 the rows of a class vanish")
  void classThatVanishes_isNoticed() {
    CALLS.set(0);
    UDF0<Boolean> early = () -> CALLS.incrementAndGet() <= 100;
    spark.udf().register("early", functions.udf(early, DataTypes.BooleanType).asNondeterministic());
    Dataset<Row> data =
        spark.range(100).selectExpr("int(early() and id < 30) as label", "double(id) as x");
    assertNoticed(new Smote().setInputCols("x"), data);
  }

  @Test
  void randWithASeed_isTheSameOnEveryPass_andFine() {
    Dataset<Row> data = spark.range(400).selectExpr("int(id < 60) as label", "rand(7) as x");
    assertThat(new Smote().setInputCols("x").fitResample(data).count()).isEqualTo(680);
  }

  @Test
  void passengersMayChange_withoutHarm() {
    Dataset<Row> data =
        spark
            .range(100)
            .selectExpr("int(id < 30) as label", "double(id) as x", "other_each_time() as p");
    assertThat(new Smote().setInputCols("x").fitResample(data).count()).isEqualTo(140);
  }
}
