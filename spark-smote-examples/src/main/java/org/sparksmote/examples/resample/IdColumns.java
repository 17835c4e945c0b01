// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.resample;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.sparksmote.examples.tables.SourceTable;

/** Features that number or name the rows: a model would learn what means nothing. */
final class IdColumns {

  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(id|idx|index|uuid|guid|key|row|row_?(id|nr|num|number)|.*[_ .-](id|idx|index|uuid|guid|key))"
              + "|.*[a-z]Id");

  /** Of so many columns nobody looks at each. */
  private static final int MOST = 500;

  /** An estimate of how many values differ is at most so far off. */
  private static final double ERROR = 0.02;

  private IdColumns() {}

  private static boolean isWhole(DataType type) {
    return type instanceof LongType
        || type instanceof IntegerType
        || type instanceof ShortType
        || type instanceof ByteType;
  }

  private static boolean isNamedLikeOne(String name) {
    return name.isBlank() || NAME.matcher(name.strip()).matches();
  }

  /** The features that seem to be ids; a job over these columns, if there are any. */
  static List<String> among(SourceTable table) {
    Set<String> features = Set.copyOf(table.columns().features());
    List<StructField> suspects = new ArrayList<>();
    for (StructField field : table.types().fields()) {
      boolean named = isNamedLikeOne(field.name()) && field.dataType() instanceof StringType;
      if (features.contains(field.name())
          && (isWhole(field.dataType()) || named)
          && suspects.size() < MOST) {
        suspects.add(field);
      }
    }

    return suspects.isEmpty() ? List.of() : ids(table, suspects);
  }

  private static List<String> ids(SourceTable table, List<StructField> suspects) {
    List<Column> asked = new ArrayList<>();
    for (StructField field : suspects) {
      Column column = table.feature(field.name());
      boolean whole = isWhole(field.dataType());
      asked.add(functions.count(column));
      asked.add(whole ? functions.min(column.cast("bigint")) : functions.lit(null));
      asked.add(whole ? functions.max(column.cast("bigint")) : functions.lit(null));
      asked.add(whole ? functions.sum(column.cast("decimal(20,0)")) : functions.lit(null));
      asked.add(
          isNamedLikeOne(field.name())
              ? functions.approx_count_distinct(column, ERROR)
              : functions.lit(0L));
    }

    Row found =
        table.data().agg(functions.count(functions.lit(1)), asked.toArray(new Column[0])).first();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < suspects.size(); i++) {
      if (isId(found, 1 + 5 * i)) {
        ids.add(suspects.get(i).name());
      }
    }

    return ids;
  }

  /** All differ, and follow each other or are named so. */
  private static boolean isId(Row found, int at) {
    long rows = found.getLong(0);
    boolean filled = rows > 1 && found.getLong(at) == rows;
    boolean named = found.getLong(at + 4) >= (1 - 3 * ERROR) * rows;
    return filled && (named || isConsecutive(found, at, rows));
  }

  private static boolean isConsecutive(Row found, int at, long rows) {
    if (found.isNullAt(at + 1)) {
      return false;
    }

    BigInteger least = BigInteger.valueOf(found.getLong(at + 1));
    BigInteger most = BigInteger.valueOf(found.getLong(at + 2));
    BigInteger twice = least.add(most).multiply(BigInteger.valueOf(rows));
    return most.subtract(least).equals(BigInteger.valueOf(rows - 1))
        && new BigDecimal(twice).compareTo(found.getDecimal(at + 3).multiply(BigDecimal.valueOf(2)))
            == 0;
  }
}
