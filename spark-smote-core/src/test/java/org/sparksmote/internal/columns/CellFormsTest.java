// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.sparksmote.testing.SparkTest;

/** Sessions of these tests are in UTC. */
class CellFormsTest extends SparkTest {

  private static Object comparable(String sql, DataType type) {
    return spark.range(1).select(CellForms.comparable(functions.expr(sql), type)).first().get(0);
  }

  @Test
  void times_areCounted_daysAndMicrosecondsSince1970() {
    assertThat(comparable("date'1970-01-03'", DataTypes.DateType)).isEqualTo(2);
    assertThat(comparable("timestamp'1970-01-01 00:00:01.5'", DataTypes.TimestampType))
        .isEqualTo(1_500_000L);
    assertThat(CellForms.comparableType(DataTypes.DateType)).isEqualTo(DataTypes.IntegerType);
    assertThat(CellForms.comparableType(DataTypes.TimestampType)).isEqualTo(DataTypes.LongType);
  }

  @Test
  void otherCells_areComparedAsTheyAre() {
    assertThat(comparable("'a'", DataTypes.StringType)).isEqualTo("a");
    assertThat(comparable("1.5D", DataTypes.DoubleType)).isEqualTo(1.5);
    assertThat(CellForms.comparableType(DataTypes.StringType)).isEqualTo(DataTypes.StringType);
    assertThat(CellForms.isCollated(DataTypes.StringType)).isFalse();
    assertThat(CellForms.isCollated(DataTypes.DateType)).isFalse();
  }

  @Test
  void columnOfCounts_isATimeAgain() {
    StructType written =
        new StructType().add("a b", DataTypes.DateType).add("x", DataTypes.DoubleType);
    Dataset<Row> counted = spark.range(1).selectExpr("2 as `a b`", "1.5D as x");
    Dataset<Row> back = CellForms.original(counted, 0, written);
    assertThat(back.schema().fieldNames()).containsExactly("a b", "x");
    assertThat(back.schema().apply("a b").dataType()).isEqualTo(DataTypes.DateType);
    Row row = back.select(functions.col("`a b`").cast("string"), functions.col("x")).first();
    assertThat(row.getString(0)).isEqualTo("1970-01-03");
    assertThat(row.getDouble(1)).isEqualTo(1.5);
  }

  @Test
  void rowsThatHaveTheirTypes_areLeftAsTheyAre() {
    Dataset<Row> rows = spark.range(1).toDF("x");
    assertThat(CellForms.original(rows, 0, rows.schema())).isSameAs(rows);
  }
}
