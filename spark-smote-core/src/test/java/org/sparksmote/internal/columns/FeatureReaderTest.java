// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.sparksmote.Smote;
import org.sparksmote.internal.rows.FeatureRow;
import scala.jdk.javaapi.CollectionConverters;

/** Rows as they are selected: the label, then the features. */
class FeatureReaderTest {

  private static FeatureRow read(Smote smote, StructType schema, Object... cells) {
    NominalDemand demand = new NominalDemand(NominalRule.REFUSED, "smote", false, true);
    InputSchema input = InputSchema.resolve(smote, demand, schema);
    Object[] selected = new Object[cells.length + 1];
    selected[0] = "label";
    System.arraycopy(cells, 0, selected, 1, cells.length);
    Row row = RowFactory.create(selected);
    FeatureRow out = new FeatureRow();
    FeatureReader.of(input).read(row, out);
    return out;
  }

  private static FeatureRow readOne(DataType type, Object... cell) {
    return read(
        new Smote(),
        new StructType().add("label", DataTypes.StringType).add("features", type),
        cell);
  }

  private static FeatureRow readColumn(DataType type, Object... cell) {
    return read(
        new Smote().setInputCols("x"),
        new StructType().add("label", DataTypes.StringType).add("x", type),
        cell);
  }

  @Test
  void vectors_keepTheirForm() {
    FeatureRow dense = readOne(SQLDataTypes.VectorType(), Vectors.dense(1, 0));
    assertThat(dense.sparse).isFalse();
    assertThat(dense.values).containsExactly(1, 0);
    FeatureRow sparse =
        readOne(SQLDataTypes.VectorType(), Vectors.sparse(9, new int[] {4}, new double[] {2}));
    assertThat(sparse.sparse).isTrue();
    assertThat(sparse.size).isEqualTo(9);
    assertThat(sparse.at(new int[] {4})).containsExactly(2);
  }

  @Test
  void arrays_areDense_andNullElementsInvalid() {
    DataType floats = DataTypes.createArrayType(DataTypes.FloatType);
    Object good = CollectionConverters.asScala(List.of(1.5f, 2f)).toSeq();
    assertThat(readOne(floats, good).values).containsExactly(1.5, 2);
    Object bad = CollectionConverters.asScala(Arrays.asList(1.5f, null)).toSeq();
    assertThat(readOne(floats, bad).invalid).isEqualTo(1);
  }

  @Test
  void missingCell_isMissing_asAVectorOrArray() {
    Object[] none = {null};
    assertThat(readOne(SQLDataTypes.VectorType(), none).invalid).isEqualTo(FeatureRow.MISSING);
    DataType doubles = DataTypes.createArrayType(DataTypes.DoubleType);
    assertThat(readOne(doubles, none).invalid).isEqualTo(FeatureRow.MISSING);
  }

  @Test
  void firstInvalidValue_isNamed() {
    FeatureRow row = readOne(SQLDataTypes.VectorType(), Vectors.dense(1, Double.NaN, Double.NaN));
    assertThat(row.invalid).isEqualTo(1);
    assertThat(readColumn(DataTypes.DoubleType, new Object[] {null}).invalid).isZero();
  }

  @Test
  void columns_becomeNumbersInTheirOrder() {
    FeatureRow row =
        read(
            new Smote().setInputCols("a", "b", "c", "d"),
            new StructType()
                .add("label", DataTypes.StringType)
                .add("a", DataTypes.BooleanType)
                .add("b", DataTypes.IntegerType)
                .add("c", DataTypes.FloatType)
                .add("d", DataTypes.createDecimalType(4, 2)),
            true,
            -7,
            0.5f,
            new BigDecimal("1.25"));
    assertThat(row.sparse).isFalse();
    assertThat(row.values).containsExactly(1, -7, 0.5, 1.25);
    assertThat(row.invalid).isEqualTo(FeatureRow.VALID);
    assertThat(row.inexact).isEqualTo(FeatureRow.VALID);
  }

  @Test
  void numberOfMoreDigitsThanADouble_isNoticed() {
    long most = 1L << 53;
    assertThat(readColumn(DataTypes.LongType, most).inexact).isEqualTo(FeatureRow.VALID);
    assertThat(readColumn(DataTypes.LongType, most + 1).inexact).isZero();
    DataType decimal = DataTypes.createDecimalType(20, 3);
    assertThat(readColumn(decimal, new BigDecimal("0.100")).inexact).isEqualTo(FeatureRow.VALID);
    assertThat(readColumn(decimal, new BigDecimal("12345678901234567.123")).inexact).isZero();
  }
}
