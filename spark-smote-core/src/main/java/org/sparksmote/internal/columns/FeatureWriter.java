// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.FloatType;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.keyed.NominalCode;
import org.sparksmote.internal.rows.FeatureRow;

/** Writes new feature values back in the types of the user's columns; undoes FeatureReader. */
public final class FeatureWriter implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<Integer> positions;
  private final DataType[] types;
  private final boolean[] nominal;
  private final OneHotGroups groups;

  /** Writes features in the form and the types in which the input has them. */
  public FeatureWriter(InputSchema input) {
    positions = input.features();
    types = new DataType[positions.size()];
    Arrays.setAll(types, i -> input.schema().fields()[positions.get(i)].dataType());
    groups = input.nominal().groups();
    boolean isVector = FeatureColumns.isVector(types[0]) || types[0] instanceof ArrayType;
    nominal = isVector ? new boolean[0] : input.nominal().flags(types.length);
  }

  /** Puts the features into their cells of an output row, except texts, which have no number. */
  public void write(FeatureRow made, @Nullable Object[] cells) {
    if (FeatureColumns.isVector(types[0])) {
      groups.expand(made);
      cells[positions.get(0)] =
          made.sparse
              ? Vectors.sparse(made.size, made.indices, made.values)
              : Vectors.dense(made.values);
      return;
    }

    if (types[0] instanceof ArrayType array) {
      cells[positions.get(0)] = boxed(made.values, array.elementType() instanceof FloatType);
      return;
    }

    for (int i = 0; i < positions.size(); i++) {
      if (!nominal[i]) {
        cells[positions.get(i)] = cell(types[i], made.values[i]);
      } else if (!FeatureColumns.isText(types[i])) {
        boolean missing = made.values[i] == NominalCode.MISSING;
        cells[positions.get(i)] = missing ? null : cell(types[i], made.values[i]);
      }
    }
  }

  private static Object[] boxed(double[] values, boolean floats) {
    Object[] elements = floats ? new Float[values.length] : new Double[values.length];
    for (int i = 0; i < values.length; i++) {
      if (floats) {
        elements[i] = finiteFloat(values[i]);
      } else {
        elements[i] = values[i];
      }
    }

    return elements;
  }

  /**
   * One value in the type of its column. Integers and decimals round to the nearest number that the
   * column has, a half up (-2.5 to -2), so that a value never leaves the range between base and
   * partner; a boolean is that of the nearer of the two. A value beyond the column's type, as
   * kernels may draw it, becomes the largest or least of the type.
   */
  public static Object cell(DataType type, double value) {
    if (type.equals(DataTypes.DoubleType)) {
      return value;
    }

    if (type instanceof FloatType) {
      return finiteFloat(value);
    }

    if (type instanceof BooleanType) {
      return value >= 0.5;
    }

    if (type instanceof DecimalType decimal) {
      // The decimal that the reader took the double for, not the double's many binary digits.
      return decimal(decimal, BigDecimal.valueOf(value));
    }

    return whole(type, Math.round(value));
  }

  private static float finiteFloat(double value) {
    return (float) Math.max(-Float.MAX_VALUE, Math.min(value, Float.MAX_VALUE));
  }

  private static BigDecimal decimal(DecimalType type, BigDecimal value) {
    BigInteger most = BigInteger.TEN.pow(type.precision()).subtract(BigInteger.ONE);
    BigDecimal largest = new BigDecimal(most, type.scale());
    RoundingMode up = value.signum() < 0 ? RoundingMode.HALF_DOWN : RoundingMode.HALF_UP;
    BigDecimal rounded = value.setScale(type.scale(), up);
    return rounded.min(largest).max(largest.negate());
  }

  private static Object whole(DataType type, long value) {
    if (type.equals(DataTypes.IntegerType)) {
      return (int) within(Integer.MIN_VALUE, value, Integer.MAX_VALUE);
    }

    if (type.equals(DataTypes.ShortType)) {
      return (short) within(Short.MIN_VALUE, value, Short.MAX_VALUE);
    }

    return type.equals(DataTypes.ByteType)
        ? (Object) (byte) within(Byte.MIN_VALUE, value, Byte.MAX_VALUE)
        : (Object) value;
  }

  private static long within(long least, long value, long most) {
    return Math.max(least, Math.min(value, most));
  }
}
