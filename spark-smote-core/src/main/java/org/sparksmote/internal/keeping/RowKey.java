// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.keeping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.AtomicType;
import org.apache.spark.sql.types.CalendarIntervalType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.UserDefinedType;
import org.sparksmote.internal.columns.InputSchema;

/**
 * 64 random bits that belong to the content of a row, whatever the types of its columns: Spark's
 * own hash, which runs in generated code. Rows that are the same have the same bits. Of rows that
 * differ some have the same bits too; such rows stay or go together, and no count depends on it.
 */
public final class RowKey {

  private static final int MARKS = 63;

  private RowKey() {}

  /** The key of rows with names by position. */
  public static Column of(StructType schema, long seed) {
    List<Column> parts = new ArrayList<>();
    parts.add(functions.lit(seed));
    List<Column> nulls = new ArrayList<>();
    for (int i = 0; i < schema.size(); i++) {
      StructField field = schema.fields()[i];
      Column cell = functions.col("_" + i);
      parts.add(isHashed(field.dataType()) ? cell : cell.cast(DataTypes.StringType));
      if (field.nullable()) {
        nulls.add(cell.isNull());
      }
    }

    parts.addAll(marks(nulls));
    return functions.xxhash64(parts.toArray(new Column[0]));
  }

  /** Spark's hash leaves nulls out, so that (null, 1) and (1, null) would be the same. */
  private static List<Column> marks(List<Column> nulls) {
    List<Column> marks = new ArrayList<>();
    for (int i = 0; i < nulls.size(); i++) {
      Column bit = nulls.get(i).cast(DataTypes.LongType);
      Column shifted = i % MARKS == 0 ? bit : functions.shiftleft(bit, i % MARKS);
      if (i % MARKS == 0) {
        marks.add(shifted);
      } else {
        marks.set(i / MARKS, marks.get(i / MARKS).bitwiseOR(shifted));
      }
    }

    return marks;
  }

  /** Tells rows of one key apart that are not the same bit by bit: by their text. */
  public static Column spelling(StructType schema) {
    Column[] cells = InputSchema.safeColumns(schema.size()).toArray(new Column[0]);
    return functions.xxhash64(functions.struct(cells).cast(DataTypes.StringType));
  }

  /** Whether Spark hashes values of a type: it refuses maps, and some types of later versions. */
  private static boolean isHashed(DataType type) {
    if (type instanceof ArrayType array) {
      return isHashed(array.elementType());
    }

    if (type instanceof StructType struct) {
      return Arrays.stream(struct.fields()).allMatch(field -> isHashed(field.dataType()));
    }

    if (type instanceof UserDefinedType<?> own) {
      return isHashed(own.sqlType());
    }

    return (type instanceof AtomicType && !type.typeName().equals("variant"))
        || type instanceof CalendarIntervalType
        || type instanceof NullType;
  }
}
