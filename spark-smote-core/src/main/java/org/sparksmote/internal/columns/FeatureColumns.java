// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.params.ColumnParams;

/**
 * Which columns are features, and whether their types can be: one vector, one array, or inputCols.
 */
final class FeatureColumns {

  private FeatureColumns() {}

  /** Positions of the feature columns. */
  static List<Integer> resolve(ColumnParams params, StructType schema, ColumnResolver columns) {
    if (!params.isSet(params.inputCols())) {
      int position = columns.find("featuresCol", params.getFeaturesCol());
      checkFeaturesType(schema.fields()[position]);
      return List.of(position);
    }

    if (params.isSet(params.featuresCol())) {
      throw ColumnProblems.featuresAndInputCols();
    }

    String[] names = params.getInputCols();
    List<Integer> positions = new ArrayList<>();
    for (String name : names) {
      int position = columns.find("inputCols", name);
      checkInputType(schema.fields()[position], params, columns);
      positions.add(position);
    }

    if (names.length == 0) {
      throw ColumnProblems.noFeatures("inputCols", "it names no column");
    }

    return positions;
  }

  /** The position of the column of case weights, or -1; an empty name is none, as Spark has it. */
  static int weight(ColumnParams params, StructType schema, ColumnResolver columns) {
    if (!params.isSet(params.weightCol()) || params.getWeightCol().isEmpty()) {
      return -1;
    }

    int position = columns.find("weightCol", params.getWeightCol());
    StructField field = schema.fields()[position];
    if (!(field.dataType() instanceof NumericType)) {
      throw ColumnProblems.badWeightType(field.name(), field.dataType().simpleString());
    }

    return position;
  }

  static void checkLabelType(StructField field) {
    if (!InputSchema.isAtomic(field.dataType())) {
      throw ColumnProblems.badLabelType(field.name(), field.dataType().simpleString());
    }
  }

  private static void checkFeaturesType(StructField field) {
    DataType type = field.dataType();
    if (type instanceof org.apache.spark.mllib.linalg.VectorUDT) {
      String remedy = "Convert it with MLUtils.convertVectorColumnsToML(dataset, the column)";
      throw ColumnProblems.badFeaturesType(
          field.name(), "org.apache.spark.mllib.linalg.Vector", remedy);
    }

    if (!isVector(type) && !isNumberArray(type)) {
      String remedy = "Build it with VectorAssembler, or set inputCols to numeric columns";
      throw ColumnProblems.badFeaturesType(field.name(), type.simpleString(), remedy);
    }
  }

  private static void checkInputType(
      StructField field, ColumnParams params, ColumnResolver columns) {
    DataType type = field.dataType();
    boolean usual =
        type instanceof NumericType || type instanceof BooleanType || type instanceof StringType;
    if (!usual && !(isText(type) && isNamedNominal(field.name(), params, columns))) {
      String remedy =
          isVector(type) || isNumberArray(type)
              ? "It holds many features: set featuresCol to it, without inputCols"
              : "Leave it out, cast it, or name a date or timestamp in categoricalCols";
      throw ColumnProblems.badInputType(field.name(), type.simpleString(), remedy);
    }
  }

  private static boolean isNamedNominal(
      String column, ColumnParams params, ColumnResolver columns) {
    return params.isSet(params.categoricalCols())
        && Arrays.stream(params.getCategoricalCols())
            .anyMatch(name -> columns.matches(name, column));
  }

  /** Whether values can only be nominal features, and stand as text in messages and codes. */
  static boolean isText(DataType type) {
    return InputSchema.isAtomic(type)
        && !(type instanceof NumericType)
        && !(type instanceof BooleanType);
  }

  static boolean isVector(DataType type) {
    return type.equals(SQLDataTypes.VectorType());
  }

  static boolean isNumberArray(DataType type) {
    return type instanceof ArrayType array
        && (array.elementType().equals(DataTypes.DoubleType)
            || array.elementType().equals(DataTypes.FloatType));
  }
}
