// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.catalyst.util.CollationFactory;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The form in which labels and nominal features are compared: one that no setting of a session
 * changes, and in which equal values are equal objects. Spark hands out dates and timestamps as
 * objects of one kind or another ({@code spark.sql.datetime.java8API.enabled}), and texts without
 * the collation that makes some of them equal.
 */
public final class CellForms {

  private CellForms() {}

  /** The cells of a column, ready to be compared. */
  static Column comparable(Column column, DataType type) {
    if (type instanceof TimestampType) {
      return functions.unix_micros(column);
    }

    if (type instanceof DateType) {
      return functions.unix_date(column);
    }

    return isCollated(type) ? collationKey((StringType) type).apply(column) : column;
  }

  /** The type of comparable cells. */
  static DataType comparableType(DataType type) {
    if (type instanceof TimestampType) {
      return DataTypes.LongType;
    }

    return type instanceof DateType ? DataTypes.IntegerType : type;
  }

  /** Whether texts that differ may be equal. */
  public static boolean isCollated(DataType type) {
    // Spark 3 has no collations to be asked for, so the usual type is told apart first.
    return type instanceof StringType text
        && !text.equals(DataTypes.StringType)
        && !text.supportsBinaryEquality();
  }

  private static UserDefinedFunction collationKey(StringType type) {
    int collation = type.collationId();
    UDF1<String, String> key = text -> text == null ? null : collationKey(text, collation);
    return functions.udf(key, DataTypes.StringType);
  }

  /** Bytes that are equal, and in order, just when texts are; as characters. */
  private static String collationKey(String text, int collation) {
    byte[] key = CollationFactory.getCollationKeyBytes(UTF8String.fromString(text), collation);
    return new String(key, StandardCharsets.ISO_8859_1);
  }

  /** A comparable date or timestamp as a value of its column again; others as they are. */
  public static Column original(Column cell, DataType type) {
    if (type instanceof TimestampType) {
      return functions.timestamp_micros(cell);
    }

    return type instanceof DateType ? functions.date_from_unix_date(cell) : cell;
  }

  /**
   * Rows of an encoder in the types that they must have.
   *
   * @param label position of a column of comparable cells
   */
  public static Dataset<Row> original(Dataset<Row> rows, int label, StructType schema) {
    if (rows.schema().equals(schema)) {
      return rows;
    }

    String[] safe = InputSchema.safeNames(schema.size());
    DataType labelType = schema.fields()[label].dataType();
    StructType named = new StructType();
    for (int i = 0; i < safe.length; i++) {
      StructField field = schema.fields()[i];
      named =
          named.add(
              safe[i],
              NarrowIntervals.relaxed(field.dataType()),
              field.nullable(),
              field.metadata());
    }

    Dataset<Row> typed =
        rows.toDF(safe).withColumn(safe[label], original(functions.col(safe[label]), labelType));
    return NarrowIntervals.restored(typed, named)
        .to(named) // not a cast: Spark casts no struct that holds a variant
        .toDF(schema.fieldNames());
  }
}
