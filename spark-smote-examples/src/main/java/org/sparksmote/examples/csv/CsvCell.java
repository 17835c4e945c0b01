// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.csv;

import java.math.BigDecimal;
import java.util.Locale;
import org.apache.spark.sql.catalyst.csv.CSVOptions;
import org.apache.spark.sql.catalyst.expressions.ExprUtils;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.StringType;
import org.jspecify.annotations.Nullable;
import scala.Function1;

/**
 * Makes values of the texts of fields, for those types that a feature, weight or label can have.
 */
final class CsvCell {

  private final String missing;
  private final String notANumber;
  private final String plusInfinity;
  private final String minusInfinity;
  private final Function1<String, BigDecimal> decimals;

  CsvCell(CsvDialect dialect) {
    CSVOptions spark = dialect.spark();
    this.missing = spark.nullValue();
    this.notANumber = spark.nanValue();
    this.plusInfinity = spark.positiveInf();
    this.minusInfinity = spark.negativeInf();
    this.decimals = ExprUtils.getDecimalParser(spark.locale() == null ? Locale.US : spark.locale());
  }

  /** Whether values of the type are made here. */
  static boolean knows(DataType type) {
    return type instanceof StringType
        || type instanceof IntegerType
        || type instanceof LongType
        || type instanceof DoubleType
        || type instanceof BooleanType
        || type instanceof DecimalType;
  }

  boolean isMissing(@Nullable String text) {
    return text == null || text.equals(missing);
  }

  /** The value, or null if it is missing; that it parses was seen when types were inferred. */
  @Nullable Object parse(@Nullable String text, DataType type) {
    if (text == null || isMissing(text)) {
      return null;
    } else if (type instanceof StringType) {
      return text;
    } else if (text.isEmpty()) {
      return null;
    } else if (type instanceof IntegerType) {
      return Integer.valueOf(text);
    } else if (type instanceof LongType) {
      return Long.valueOf(text);
    } else if (type instanceof BooleanType) {
      return text.equalsIgnoreCase("true");
    } else if (type instanceof DoubleType) {
      return number(text);
    }

    return decimals.apply(text);
  }

  private double number(String text) {
    if (text.equals(notANumber)) {
      return Double.NaN;
    } else if (text.equals(plusInfinity)) {
      return Double.POSITIVE_INFINITY;
    } else if (text.equals(minusInfinity)) {
      return Double.NEGATIVE_INFINITY;
    }

    return Double.parseDouble(text);
  }
}
