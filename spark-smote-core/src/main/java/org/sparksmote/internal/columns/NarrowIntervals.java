// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DayTimeIntervalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.YearMonthIntervalType;

/**
 * Gives intervals of few units, such as {@code interval day}, their type again: encoders of rows
 * widen them to days to seconds, or years to months.
 */
final class NarrowIntervals {

  private NarrowIntervals() {}

  /** The rows with the intervals of a schema that has the names of their columns. */
  static Dataset<Row> restored(Dataset<Row> rows, StructType schema) {
    Dataset<Row> typed = rows;
    for (StructField field : schema.fields()) {
      if (holdsNarrowInterval(field.dataType())) {
        Column cell = functions.col(field.name());
        typed = typed.withColumn(field.name(), narrow(cell, field.dataType(), field.nullable()));
      }
    }

    return typed;
  }

  /**
   * A cell whose intervals have the units of its type. A struct is built anew field by field: Spark
   * casts none that holds a variant.
   */
  private static Column narrow(Column cell, DataType type, boolean nullable) {
    if (!holdsNarrowInterval(type)) {
      return cell;
    }

    if (type instanceof ArrayType array) {
      return functions.transform(
          cell, element -> narrow(element, array.elementType(), array.containsNull()));
    }

    if (type instanceof StructType struct) {
      Column[] fields =
          Arrays.stream(struct.fields())
              .map(
                  field -> {
                    Column of = cell.getField(field.name());
                    return narrow(of, field.dataType(), field.nullable()).as(field.name());
                  })
              .toArray(Column[]::new);
      Column rebuilt = functions.struct(fields);
      return nullable ? functions.when(cell.isNotNull(), rebuilt) : rebuilt;
    }

    return cell.cast(type);
  }

  /** The type with fields that may be null wherever {@link #narrow} rebuilds their struct. */
  static DataType relaxed(DataType type) {
    if (!holdsNarrowInterval(type)) {
      return type;
    }

    if (type instanceof ArrayType array) {
      return new ArrayType(relaxed(array.elementType()), array.containsNull());
    }

    if (type instanceof StructType struct) {
      StructType fields = new StructType();
      for (StructField field : struct.fields()) {
        fields = fields.add(field.name(), relaxed(field.dataType()), true, field.metadata());
      }

      return fields;
    }

    return type;
  }

  /** Whether an interval that an encoder widens is anywhere in a type. */
  private static boolean holdsNarrowInterval(DataType type) {
    if (type instanceof ArrayType array) {
      return holdsNarrowInterval(array.elementType());
    }

    if (type instanceof MapType map) {
      return holdsNarrowInterval(map.keyType()) || holdsNarrowInterval(map.valueType());
    }

    if (type instanceof StructType struct) {
      return Arrays.stream(struct.fields()).anyMatch(f -> holdsNarrowInterval(f.dataType()));
    }

    boolean isWide =
        type.equals(DayTimeIntervalType.apply()) || type.equals(YearMonthIntervalType.apply());
    return !isWide
        && (type instanceof DayTimeIntervalType || type instanceof YearMonthIntervalType);
  }
}
