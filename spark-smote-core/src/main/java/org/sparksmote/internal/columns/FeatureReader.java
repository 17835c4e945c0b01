// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.keyed.NominalCode;
import org.sparksmote.internal.rows.FeatureRow;

/** Reads the features of a row of {@link InputSchema#select}: the user's columns to numbers. */
public interface FeatureReader extends Serializable {

  /** Position of the first feature column in a selected row; the label comes before it. */
  int FIRST = 1;

  /** Decimals of so many digits survive a double. */
  int SAFE_DIGITS = 15;

  /** Fills {@code out} with the features of {@code row}. */
  void read(Row row, FeatureRow out);

  /** The reader for the feature columns of a schema. */
  static FeatureReader of(InputSchema input) {
    DataType type = input.schema().fields()[input.features().get(0)].dataType();
    if (FeatureColumns.isVector(type)) {
      OneHotGroups groups = input.nominal().groups();
      return (row, out) -> readVector(row, groups, out);
    }

    if (FeatureColumns.isNumberArray(type)) {
      return FeatureReader::readArray;
    }

    int columns = input.features().size();
    boolean[] nominal = input.nominal().flags(columns);
    boolean[] texts = new boolean[columns];
    for (int text : input.nominal().texts()) {
      texts[text] = true;
    }

    return (row, out) -> readColumns(row, nominal, texts, out);
  }

  private static void readVector(Row row, OneHotGroups groups, FeatureRow out) {
    Object vector = row.get(FIRST);
    if (vector instanceof DenseVector dense) {
      out.setDense(dense.values());
      out.check();
    } else if (vector instanceof SparseVector sparse) {
      out.setSparse(sparse.size(), sparse.indices(), sparse.values());
      out.check();
    } else {
      out.setMissing(FeatureRow.MISSING);
    }

    if (out.invalid == FeatureRow.VALID) {
      groups.collapse(out);
    }
  }

  private static void readArray(Row row, FeatureRow out) {
    if (row.isNullAt(FIRST)) {
      out.setMissing(FeatureRow.MISSING);
      return;
    }

    List<Object> elements = row.getList(FIRST);
    double[] values = new double[elements.size()];
    for (int i = 0; i < values.length; i++) {
      Object element = elements.get(i);
      values[i] = element == null ? Double.NaN : ((Number) element).doubleValue();
    }

    out.setDense(values);
    out.check();
  }

  private static void readColumns(Row row, boolean[] nominal, boolean[] texts, FeatureRow out) {
    double[] values = new double[nominal.length];
    int inexact = FeatureRow.VALID;
    for (int i = 0; i < nominal.length; i++) {
      Object cell = row.get(FIRST + i);
      values[i] = nominal[i] ? code(cell, texts[i]) : number(cell);
      if (inexact == FeatureRow.VALID && !texts[i] && !isExact(cell, values[i])) {
        inexact = i;
      }
    }

    out.setDense(values);
    out.inexact = inexact;
    out.check();
  }

  /** A number stands for itself; null is a category of its own. */
  private static double code(@Nullable Object cell, boolean isText) {
    if (cell == null) {
      return NominalCode.MISSING;
    }

    return isText ? NominalCode.ofText(cell.toString()) : number(cell);
  }

  private static double number(@Nullable Object cell) {
    if (cell instanceof Boolean flag) {
      return flag ? 1.0 : 0.0;
    }

    return cell == null ? Double.NaN : ((Number) cell).doubleValue();
  }

  /**
   * Whether a double holds the value of a cell: it has 53 bits, a bigint or decimal may have more.
   */
  private static boolean isExact(@Nullable Object cell, double value) {
    if (cell instanceof Long number) {
      return (long) value == number;
    }

    return !(cell instanceof BigDecimal decimal)
        || decimal.precision() <= SAFE_DIGITS
        || BigDecimal.valueOf(value).compareTo(decimal) == 0;
  }
}
