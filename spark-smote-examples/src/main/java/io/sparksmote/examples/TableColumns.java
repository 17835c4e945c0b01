// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Which columns are features and which are only carried along.
 *
 * @param label the label column as the schema spells it
 * @param features the feature columns
 * @param carried all others: null in synthetic rows unless copied
 */
record TableColumns(String label, List<String> features, List<String> carried) {

  TableColumns {
    features = List.copyOf(features);
    carried = List.copyOf(carried);
  }

  /**
   * Chooses the features: those named, or every numeric and boolean column but the label and the
   * excluded ones. Names are matched as Spark does by default, whatever their case.
   */
  static TableColumns choose(
      StructType schema, String label, List<String> named, List<String> excluded) {
    refuseUnknown(schema, "--label-col", List.of(label));
    refuseUnknown(schema, "--features", named);
    refuseUnknown(schema, "--exclude", excluded);
    List<String> features = new ArrayList<>();
    List<String> carried = new ArrayList<>();
    String spelled = label;
    for (StructField field : schema.fields()) {
      boolean wanted = named.isEmpty() ? isNumber(field.dataType()) : contains(named, field.name());
      if (field.name().equalsIgnoreCase(label)) {
        spelled = field.name();
      } else if (wanted && !contains(excluded, field.name())) {
        features.add(field.name());
      } else {
        carried.add(field.name());
      }
    }

    if (features.isEmpty()) {
      throw new UsageException(
          "Cannot find a feature: besides the label there is no numeric or boolean column among "
              + Arrays.toString(schema.fieldNames())
              + ". Check the delimiter and --exclude.");
    }

    return new TableColumns(spelled, features, carried);
  }

  private static void refuseUnknown(StructType schema, String option, List<String> names) {
    List<String> known = List.of(schema.fieldNames());
    for (String name : names) {
      if (!contains(known, name)) {
        throw new UsageException(
            "Cannot find the column '"
                + name
                + "' of "
                + option
                + ". The columns are "
                + known
                + ".");
      }
    }
  }

  private static boolean contains(List<String> names, String name) {
    return names.stream().anyMatch(name::equalsIgnoreCase);
  }

  private static boolean isNumber(DataType type) {
    return type instanceof NumericType || type instanceof BooleanType;
  }

  /** The columns whose types matter: the features, and the label if it is a number. */
  Set<String> typed(StructType schema) {
    Set<String> typed = new LinkedHashSet<>(features);
    if (schema.apply(label).dataType() instanceof NumericType) {
      typed.add(label);
    }

    return typed;
  }
}
