// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.Smote;
import org.sparksmote.testing.SparkTest;

/** Values of inputCols come back in the type of their column. */
class FeatureWriterTest extends SparkTest {

  @Test
  void halves_goUp_inIntegersAndDecimalsAlike() {
    DataType whole = DataTypes.createDecimalType(5, 0);
    for (double value : new double[] {-3.5, -2.5, -0.5, 0.5, 2.5, 3.5, -2.51, 2.49}) {
      int rounded = (int) Math.floor(value + 0.5);
      assertThat(FeatureWriter.cell(DataTypes.IntegerType, value)).isEqualTo(rounded);
      assertThat(FeatureWriter.cell(whole, value)).isEqualTo(BigDecimal.valueOf(rounded));
    }

    DataType cents = DataTypes.createDecimalType(10, 2);
    assertThat(FeatureWriter.cell(cents, 0.125)).isEqualTo(new BigDecimal("0.13"));
    assertThat(FeatureWriter.cell(cents, -0.125)).isEqualTo(new BigDecimal("-0.12"));
  }

  @Test
  void wholeNumbers_roundHalfUp() {
    assertThat(FeatureWriter.cell(DataTypes.IntegerType, 2.5)).isEqualTo(3);
    assertThat(FeatureWriter.cell(DataTypes.IntegerType, -2.5)).isEqualTo(-2);
    assertThat(FeatureWriter.cell(DataTypes.ShortType, 7.4)).isEqualTo((short) 7);
    assertThat(FeatureWriter.cell(DataTypes.ByteType, -128.0)).isEqualTo((byte) -128);
    assertThat(FeatureWriter.cell(DataTypes.LongType, 1e15)).isEqualTo(1_000_000_000_000_000L);
  }

  @Test
  void otherTypes_keepTheirForm() {
    assertThat(FeatureWriter.cell(DataTypes.DoubleType, 0.1)).isEqualTo(0.1);
    assertThat(FeatureWriter.cell(DataTypes.FloatType, 0.1)).isEqualTo(0.1f);
    assertThat(FeatureWriter.cell(DataTypes.BooleanType, 0.5)).isEqualTo(true);
    assertThat(FeatureWriter.cell(DataTypes.BooleanType, 0.49)).isEqualTo(false);
    assertThat(FeatureWriter.cell(DataTypes.createDecimalType(10, 2), 1.005))
        .isEqualTo(new BigDecimal("1.01")); // the double is a little less, but stands for 1.005
  }

  /** NormalNoise draw beyond the rows, and rows may be at the end of their type. */
  @Test
  void valuesBeyondTheType_areTheLastOfTheType() {
    assertThat(FeatureWriter.cell(DataTypes.ByteType, 130)).isEqualTo(Byte.MAX_VALUE);
    assertThat(FeatureWriter.cell(DataTypes.ShortType, -40_000)).isEqualTo(Short.MIN_VALUE);
    assertThat(FeatureWriter.cell(DataTypes.IntegerType, 3e9)).isEqualTo(Integer.MAX_VALUE);
    assertThat(FeatureWriter.cell(DataTypes.LongType, -1e19)).isEqualTo(Long.MIN_VALUE);
    assertThat(FeatureWriter.cell(DataTypes.FloatType, 1e39)).isEqualTo(Float.MAX_VALUE);
    assertThat(FeatureWriter.cell(DataTypes.createDecimalType(3, 1), -105.26))
        .isEqualTo(new BigDecimal("-99.9"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tinyint",
        "smallint",
        "int",
        "bigint",
        "float",
        "double",
        "decimal(12,3)",
        "boolean"
      })
  @DisplayName("A19 constant input columns of every type")
  void constantColumn_isConstant_andTheTypeComesBack(String type) {
    Dataset<Row> data =
        spark
            .range(60)
            .selectExpr("double(id) as x", "cast(1 as " + type + ") as c", "id < 20 as label");
    Smote smote = new Smote().setInputCols("x", "c").setSyntheticCol("synthetic");
    Dataset<Row> out = smote.fitResample(data);
    assertThat(out.schema().apply("c").dataType()).isEqualTo(data.schema().apply("c").dataType());
    List<Row> values = out.select("c").distinct().collectAsList();
    assertThat(values).isEqualTo(data.select("c").distinct().collectAsList());
    assertThat(out.count()).isEqualTo(80);
  }
}
