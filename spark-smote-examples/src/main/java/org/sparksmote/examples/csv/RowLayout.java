// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.csv;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Where the cells of a row are that passes through the sampler: features, then other columns with
 * types, then the record that the row was read from, and, in the output, whether it is synthetic,
 * and its weight if one is asked for.
 *
 * <p>Thousands of features that are numbers are one array, since Spark takes time by the square of
 * the number of columns, and numbers of whatever type are blended as doubles anyway.
 *
 * @param columns those with types, features first
 * @param features how many
 * @param vector the name of the array, or empty if every feature is a column
 * @param record the name of the column of records
 */
public record RowLayout(StructType columns, int features, String vector, String record)
    implements Serializable {

  private static final int MANY = 2_000;

  public static RowLayout of(StructType columns, int features, CsvTable table) {
    boolean numbers =
        Arrays.stream(columns.fields())
            .limit(features)
            .allMatch(field -> field.dataType() instanceof NumericType);
    return new RowLayout(
        columns,
        features,
        numbers && features > MANY ? table.freeName("features") : "",
        table.freeName("spark_smote_record"));
  }

  boolean isPacked() {
    return !vector.isEmpty();
  }

  DataType type(int column) {
    return columns.fields()[column].dataType();
  }

  /** The columns as the sampler sees them. */
  StructType schema() {
    StructType schema = new StructType();
    StructField[] fields = columns.fields();
    if (isPacked()) {
      schema = schema.add(vector, DataTypes.createArrayType(DataTypes.DoubleType, false));
    }

    StructField[] single = Arrays.copyOfRange(fields, isPacked() ? features : 0, fields.length);
    StructField[] all = Arrays.copyOf(schema.fields(), schema.size() + single.length + 1);
    System.arraycopy(single, 0, all, schema.size(), single.length);
    all[all.length - 1] = DataTypes.createStructField(record, DataTypes.StringType, true);
    return new StructType(all);
  }

  /** A row of values in the order of the columns; in an array, what is missing is no number. */
  Row row(@Nullable Object[] values, String text) {
    if (!isPacked()) {
      @Nullable Object[] cells = Arrays.copyOf(values, values.length + 1);
      cells[values.length] = text;
      return RowFactory.create(cells);
    }

    Double[] packed = new Double[features];
    Arrays.setAll(packed, i -> values[i] instanceof Number n ? n.doubleValue() : Double.NaN);
    @Nullable Object[] cells = new Object[values.length - features + 2];
    cells[0] = packed;
    System.arraycopy(values, features, cells, 1, values.length - features);
    cells[cells.length - 1] = text;
    return RowFactory.create(cells);
  }

  /** The values of a row in the order of the columns. */
  @Nullable Object[] values(Row row) {
    @Nullable Object[] values = new Object[columns.size()];
    int first = isPacked() ? features : 0;
    if (isPacked()) {
      row.getList(0).toArray(values);
    }

    for (int i = first; i < values.length; i++) {
      values[i] = row.get(i - first + (isPacked() ? 1 : 0));
    }

    return values;
  }

  private int recordPlace() {
    return isPacked() ? columns.size() - features + 1 : columns.size();
  }

  /** The record that a row was read from, or that its base was, if columns are copied. */
  public @Nullable String text(Row row) {
    return row.isNullAt(recordPlace()) ? null : row.getString(recordPlace());
  }

  public boolean isMade(Row row) {
    return row.getBoolean(recordPlace() + 1);
  }

  /** The weight of a row that has one, behind the mark. */
  String weight(Row row) {
    return Double.toString(row.getDouble(recordPlace() + 2));
  }

  /** Whether the sampler can use a row: no feature is missing or infinite, and it has a label. */
  public boolean isValid(Row row) {
    @Nullable Object[] values = values(row);
    for (int i = 0; i <= features; i++) {
      boolean infinite =
          values[i] instanceof Double number && !(Math.abs(number) <= Double.MAX_VALUE);
      if (values[i] == null || infinite) {
        return false;
      }
    }

    return true;
  }
}
