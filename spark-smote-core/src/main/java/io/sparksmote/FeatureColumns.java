// SPDX-License-Identifier: Apache-2.0
package io.sparksmote;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.AttributeType;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Which columns are features, and whether their types can be: one vector, one array, or inputCols.
 */
final class FeatureColumns {

  private FeatureColumns() {}

  /** Positions of the feature columns. */
  static List<Integer> resolve(SmoteParams<?> params, StructType schema, ColumnResolver columns) {
    if (!params.isSet(params.inputCols())) {
      int position = columns.find("featuresCol", params.getFeaturesCol());
      checkFeaturesType(schema.fields()[position]);
      return List.of(position);
    }

    if (params.isSet(params.featuresCol())) {
      throw Problems.featuresAndInputCols();
    }

    String[] names = params.getInputCols();
    List<Integer> positions = new ArrayList<>();
    for (String name : names) {
      int position = columns.find("inputCols", name);
      checkInputType(schema.fields()[position]);
      positions.add(position);
    }

    if (names.length == 0) {
      throw Problems.noFeatures("inputCols");
    }

    return positions;
  }

  static void checkLabelType(StructField field) {
    if (!InputSchema.isAtomic(field.dataType())) {
      throw Problems.badLabelType(field.name(), field.dataType().simpleString());
    }
  }

  private static void checkFeaturesType(StructField field) {
    if (isVector(field.dataType())) {
      refuseNominal(field);
    } else if (!isNumberArray(field.dataType())) {
      throw Problems.badFeaturesType(field.name(), field.dataType().simpleString());
    }
  }

  private static void checkInputType(StructField field) {
    DataType type = field.dataType();
    if (!(type instanceof NumericType) && !(type instanceof BooleanType)) {
      throw Problems.badInputType(field.name(), type.simpleString());
    }

    if (type instanceof NumericType && isNominal(Attribute.fromStructField(field))) {
      throw Problems.nominalFeatures(field.name(), List.of(field.name()));
    }
  }

  static boolean isVector(DataType type) {
    return type.equals(SQLDataTypes.VectorType());
  }

  static boolean isNumberArray(DataType type) {
    return type instanceof ArrayType array
        && (array.elementType().equals(DataTypes.DoubleType)
            || array.elementType().equals(DataTypes.FloatType));
  }

  private static boolean isNominal(Attribute attribute) {
    return attribute.attrType().equals(AttributeType.Nominal());
  }

  private static void refuseNominal(StructField field) {
    AttributeGroup group = AttributeGroup.fromStructField(field);
    if (group.attributes().isEmpty()) {
      return;
    }

    List<String> nominal = new ArrayList<>();
    for (Attribute attribute : group.attributes().get()) {
      if (isNominal(attribute)) {
        nominal.add(
            attribute.name().isDefined() ? attribute.name().get() : "#" + attribute.index());
      }
    }

    if (!nominal.isEmpty()) {
      throw Problems.nominalFeatures(field.name(), nominal);
    }
  }
}
