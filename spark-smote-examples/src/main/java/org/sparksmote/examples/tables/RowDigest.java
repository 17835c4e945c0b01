// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.examples.files.DataFormat;
import org.sparksmote.examples.files.TextHash;
import org.sparksmote.examples.files.WrittenRows;

/**
 * What the values of rows amount to, whatever their order: how many rows, and a sum of a hash of
 * each. Maps have no order and no hash in Spark, nor has what is variant; columns of them are left
 * out.
 *
 * @param columns what is hashed of a row
 */
record RowDigest(List<Column> columns) {

  private static final DataType WIDE = DataTypes.createDecimalType(20, 0);

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
    return functions.xxhash64(all);
  }

  /** A pass over rows: how many, and the sum of their hashes. */
  TextHash over(Dataset<Row> rows) {
    Row found =
        rows.agg(functions.count(functions.lit(1)), functions.sum(hash().cast(WIDE))).first();
    return new TextHash(
        found.getLong(0), found.isNullAt(1) ? 0 : found.getDecimal(1).toBigInteger().longValue());
  }

  /**
   * Rows that are counted while they pass: all as written, those that are not marked also as read.
   *
   * @param ofInput says what is counted of the rows that are not marked
   */
  Dataset<Row> watched(Dataset<Row> rows, RowDigest ofInput, String mark, WrittenRows by) {
    UDF3<Long, Long, Boolean, Boolean> count =
        (all, read, made) -> {
          by.addWritten(new TextHash(1, all));
          if (!made) {
            by.addRead(new TextHash(1, read));
          }

          return true;
        };
    return rows.filter(
        functions
            .udf(count, DataTypes.BooleanType)
            .asNondeterministic() // so that it is asked once for each row
            .apply(hash(), ofInput.hash(), functions.col("`" + mark.replace("`", "``") + "`")));
  }
}
