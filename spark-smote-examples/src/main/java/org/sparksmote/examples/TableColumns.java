// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Which columns are features, which of them are named as nominal, and which are only carried along.
 *
 * @param label the label column as the schema spells it
 * @param features the feature columns
 * @param categorical feature columns that are nominal whatever their type
 * @param weight the column of case weights, or empty
 * @param carried all others: null in synthetic rows unless copied
 */
record TableColumns(
    String label,
    List<String> features,
    List<String> categorical,
    String weight,
    List<String> carried) {

  TableColumns {
    features = List.copyOf(features);
    categorical = List.copyOf(categorical);
    carried = List.copyOf(carried);
  }

  /**
   * What the user says about columns.
   *
   * @param named the features; empty for all that can be
   * @param categorical nominal features
   * @param excluded columns that are no features
   * @param weight the column of case weights, which is no feature; empty if there is none
   * @param texts whether texts can be features too
   */
  record Wishes(
      String label,
      List<String> named,
      List<String> categorical,
      List<String> excluded,
      String weight,
      boolean texts) {

    Wishes {
      named = List.copyOf(named);
      categorical = List.copyOf(categorical);
      excluded = List.copyOf(excluded);
    }

    boolean wants(StructField field) {
      if (!named.isEmpty()) {
        return contains(named, field.name());
      }

      boolean text = texts && field.dataType() instanceof StringType;
      return isNumber(field.dataType()) || text || contains(categorical, field.name());
    }
  }

  /**
   * Chooses the features: those named, or every column of a fit type but the label and the excluded
   * ones. Names are matched as Spark does by default, whatever their case.
   */
  static TableColumns choose(StructType schema, Wishes wishes) {
    String label = wishes.label();
    refuseUnknown(schema, "--label-col", List.of(label));
    refuseUnknown(schema, "--features", wishes.named());
    refuseUnknown(schema, "--categorical", wishes.categorical());
    refuseUnknown(schema, "--exclude", wishes.excluded());
    List<String> features = new ArrayList<>();
    List<String> categorical = new ArrayList<>();
    List<String> carried = new ArrayList<>();
    String spelled = label;
    String weight = "";
    for (StructField field : schema.fields()) {
      if (field.name().equalsIgnoreCase(label)) {
        spelled = field.name();
      } else if (field.name().equalsIgnoreCase(wishes.weight())) {
        weight = field.name();
      } else if (wishes.wants(field) && !contains(wishes.excluded(), field.name())) {
        features.add(field.name());
      } else {
        carried.add(field.name());
      }
    }

    for (StructField field : schema.fields()) {
      if (contains(wishes.categorical(), field.name())) {
        refuseUnlessFeature(features, field.name());
        categorical.add(field.name());
      }
    }

    if (features.isEmpty()) {
      throw new UsageException(
          "Cannot find a feature: besides the label there is no numeric or boolean column among "
              + Arrays.toString(schema.fieldNames())
              + ". Check the delimiter and --exclude.");
    }

    return new TableColumns(spelled, features, categorical, weight, carried);
  }

  private static void refuseUnlessFeature(List<String> features, String name) {
    if (!features.contains(name)) {
      throw new UsageException(
          "Cannot take '"
              + name
              + "' of --categorical: it is no feature. Check --features, --exclude and"
              + " --label-col.");
    }
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

  /**
   * Some columns of a table with the types that matter to a sampler: features, label, then weight.
   *
   * @param schema all columns
   * @param others columns besides
   */
  StructType typed(StructType schema, List<String> others) {
    Set<String> names = new LinkedHashSet<>(features);
    names.add(label);
    names.addAll(weight.isEmpty() ? List.of() : List.of(weight));
    names.addAll(others);
    Set<String> nominal = new HashSet<>(categorical);
    List<StructField> fields = new ArrayList<>();
    for (String name : names) {
      StructField field = schema.apply(name);
      boolean asText = nominal.contains(name) || carried.contains(name);
      fields.add(
          asText ? DataTypes.createStructField(field.name(), DataTypes.StringType, true) : field);
    }

    return new StructType(fields.toArray(new StructField[0]));
  }
}
