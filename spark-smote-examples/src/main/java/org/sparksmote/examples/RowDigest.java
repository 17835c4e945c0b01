// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * What the values of rows amount to, whatever their order: how many rows, and a sum of a hash of
 * each. Maps have no order and no hash in Spark, nor has what is variant; columns of them are left
 * out.
 *
 * @param columns what is hashed of a row
 */
record RowDigest(List<Column> columns) {

  private static final DataType WIDE = DataTypes.createDecimalType(20, 0);

  /**
   * What was found.
   *
   * @param rows how many
   * @param sum of their hashes
   */
  record Sum(long rows, BigDecimal sum) {

    private static Sum of(@Nullable Object rows, @Nullable Object sum) {
      return new Sum(
          rows instanceof Long number ? number : 0,
          sum instanceof BigDecimal all ? all : BigDecimal.ZERO);
    }
  }

  RowDigest {
    columns = List.copyOf(columns);
  }

  /** For rows of a schema; vectors count by what is not 0 in them where a format has no zeros. */
  static RowDigest of(StructType schema, DataFormat format) {
    UnaryOperator<Column> vector = format == DataFormat.LIBSVM ? vectors() : column -> column;
    List<Column> columns = new ArrayList<>();
    for (StructField field : schema.fields()) {
      Column column = functions.col("`" + field.name().replace("`", "``") + "`");
      if (isHashed(field.dataType())) {
        columns.add(functions.isnull(column)); // else a null and its neighbour could change places
        columns.add(
            field.dataType().equals(SQLDataTypes.VectorType()) ? vector.apply(column) : column);
      }
    }

    return new RowDigest(columns);
  }

  private static UnaryOperator<Column> vectors() {
    UDF1<Vector, Long> hash =
        vector -> {
          long[] sum = {0};
          vector.foreachNonZero(
              (place, value) -> {
                sum[0] = 31 * sum[0] + (31 * (Integer) place + Double.hashCode((Double) value));
                return scala.runtime.BoxedUnit.UNIT;
              });
          return sum[0];
        };
    return column -> functions.udf(hash, DataTypes.LongType).apply(column);
  }

  private static boolean isHashed(DataType type) {
    if (type instanceof ArrayType array) {
      return isHashed(array.elementType());
    } else if (type instanceof StructType struct) {
      return Arrays.stream(struct.fields()).allMatch(field -> isHashed(field.dataType()));
    }

    return !(type instanceof MapType) && !type.typeName().equals("variant");
  }

  private Column hash() {
    Column[] all =
        columns.isEmpty() ? new Column[] {functions.lit(0)} : columns.toArray(Column[]::new);
    return functions.xxhash64(all).cast(WIDE);
  }

  /** A pass over rows. */
  Sum over(Dataset<Row> rows) {
    Row found = rows.agg(functions.count(functions.lit(1)), functions.sum(hash())).first();
    return Sum.of(found.get(0), found.get(1));
  }

  /**
   * Rows that are counted while they pass.
   *
   * @param ofInput says what is counted of the rows that are not marked
   */
  Dataset<Row> watched(Dataset<Row> rows, RowDigest ofInput, String mark, Observation by) {
    Column read = functions.not(functions.col("`" + mark.replace("`", "``") + "`"));
    return rows.observe(
        by,
        functions.count(functions.lit(1)).as("all"),
        functions.sum(hash()).as("allSum"),
        functions.count(functions.when(read, 1)).as("read"),
        functions.sum(functions.when(read, ofInput.hash())).as("readSum"));
  }

  /** What was counted of all rows. */
  static Sum all(Observation by) {
    return sum(by, "all");
  }

  /** What was counted of the rows that are not marked. */
  static Sum read(Observation by) {
    return sum(by, "read");
  }

  private static Sum sum(Observation by, String name) {
    try {
      Map<String, ?> found = by.getAsJava();
      return Sum.of(found.get(name), found.get(name + "Sum"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Cannot wait for what was counted: interrupted", e);
    }
  }
}
