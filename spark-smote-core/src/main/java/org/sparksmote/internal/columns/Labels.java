// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Labels are opaque keys: compared, counted and written back, never cast to a number. */
public final class Labels {

  private Labels() {}

  /** The key of a label cell, or null if it is no label: null or NaN. */
  public static @Nullable Object key(@Nullable Object cell) {
    if (cell instanceof Double number) {
      return number.isNaN() ? null : (Object) (number + 0.0); // -0.0 and 0.0 are one class
    }

    if (cell instanceof Float number) {
      return number.isNaN() ? null : (Object) (number + 0.0f);
    }

    return cell;
  }

  /** Labels as Spark shows them in the session, whose time zone counts; without a job. */
  public static List<String> names(List<Object> labels, DataType type, SparkSession session) {
    boolean isTime = FeatureColumns.isText(type) && !(type instanceof StringType);
    if (!isTime) {
      return labels.stream().map(Labels::name).toList();
    }

    List<Row> rows = labels.stream().map(RowFactory::create).toList();
    StructType schema = new StructType().add("label", CellForms.comparableType(type));
    Column named = CellForms.original(functions.col("label"), type).cast(DataTypes.StringType);
    return session.createDataFrame(rows, schema).select(named).collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static String name(Object label) {
    return label instanceof BigDecimal decimal ? decimal.toPlainString() : label.toString();
  }

  /** The natural order of the label's type. */
  @SuppressWarnings("unchecked")
  public static int compare(Object a, Object b) {
    return ((Comparable<Object>) a).compareTo(b);
  }
}
