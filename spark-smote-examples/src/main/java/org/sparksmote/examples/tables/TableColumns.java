// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.examples.cli.UsageException;

/**
 * Which columns are features, which of them are named as nominal, and which are only carried along.
 *
 * @param label the label column as the schema spells it
 * @param features the feature columns
 * @param categorical feature columns that are nominal whatever their type
 * @param weight the column of case weights, or empty
 * @param carried all others: null in synthetic rows unless copied
 * @param vector the feature column if it is a vector or an array, which holds all features; else
 *     empty
 * @param roles what each column is, and why
 */
public record TableColumns(
    String label,
    List<String> features,
    List<String> categorical,
    String weight,
    List<String> carried,
    String vector,
    List<ColumnRole> roles) {

  private static final String LABEL = "label";
  private static final String WEIGHT = "weight";
  private static final String FEATURE = "feature";
  private static final String CARRIED = "carried";

  public TableColumns {
    features = List.copyOf(features);
    categorical = List.copyOf(categorical);
    carried = List.copyOf(carried);
    roles = List.copyOf(roles);
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
  public record Wishes(
      String label,
      List<String> named,
      List<String> categorical,
      List<String> excluded,
      String weight,
      boolean texts) {

    public Wishes {
      named = List.copyOf(named);
      categorical = List.copyOf(categorical);
      excluded = List.copyOf(excluded);
    }

    /** With lists in commas taken apart, but for names that have commas in them. */
    Wishes resolved(StructType schema) {
      return new Wishes(
          label,
          ColumnNames.apart(schema, named),
          ColumnNames.apart(schema, categorical),
          ColumnNames.apart(schema, excluded),
          weight,
          texts);
    }

    /** Whether nothing that was said speaks against a column. */
    boolean mayBeFeature(String name) {
      return !name.equalsIgnoreCase(label)
          && !name.equalsIgnoreCase(weight)
          && !ColumnNames.contains(excluded, name)
          && (named.isEmpty() || ColumnNames.contains(named, name));
    }

    ColumnRole role(StructField field, String vector) {
      String name = field.name();
      if (name.equalsIgnoreCase(label)) {
        return new ColumnRole(name, LABEL, "named by --label-col");
      } else if (name.equalsIgnoreCase(weight)) {
        return new ColumnRole(name, WEIGHT, "named by --weight-col");
      } else if (ColumnNames.contains(excluded, name)) {
        return new ColumnRole(name, CARRIED, "left out by --exclude");
      } else if (!named.isEmpty()) {
        return ColumnNames.contains(named, name)
            ? new ColumnRole(name, FEATURE, "named by --features")
            : new ColumnRole(name, CARRIED, "not among --features");
      } else if (!vector.isEmpty()) {
        return name.equals(vector)
            ? new ColumnRole(name, FEATURE, "holds all features")
            : new ColumnRole(name, CARRIED, "beside " + vector + ", which holds all features");
      }

      return roleByType(field);
    }

    private ColumnRole roleByType(StructField field) {
      String type = field.dataType().simpleString();
      if (ColumnNames.contains(categorical, field.name())) {
        return new ColumnRole(field.name(), FEATURE, "nominal by --categorical");
      } else if (isNumber(field.dataType())) {
        return new ColumnRole(field.name(), FEATURE, "of numbers (" + type + ")");
      } else if (field.dataType() instanceof StringType) {
        return texts
            ? new ColumnRole(field.name(), FEATURE, "nominal, of texts")
            : new ColumnRole(field.name(), CARRIED, "of texts, which variant smotenc takes");
      }

      return new ColumnRole(field.name(), CARRIED, "neither number nor text (" + type + ")");
    }
  }

  /**
   * Chooses the features: those named, or every column of a fit type but the label and the excluded
   * ones. Names are matched as Spark does by default, whatever their case.
   */
  static TableColumns choose(StructType schema, Wishes given) {
    Wishes wishes = given.resolved(schema);
    ColumnNames.refuseUnknown(schema, "--label-col", List.of(wishes.label()));
    ColumnNames.refuseUnknown(schema, "--features", wishes.named());
    ColumnNames.refuseUnknown(schema, "--categorical", wishes.categorical());
    ColumnNames.refuseUnknown(schema, "--exclude", wishes.excluded());
    String vector = vector(schema, wishes);
    List<ColumnRole> roles =
        Arrays.stream(schema.fields()).map(field -> wishes.role(field, vector)).toList();
    List<String> features = names(roles, FEATURE);
    List<String> categorical =
        Arrays.stream(schema.fieldNames())
            .filter(name -> ColumnNames.contains(wishes.categorical(), name))
            .toList();
    categorical.forEach(name -> refuseUnlessFeature(features, name));
    if (features.isEmpty()) {
      throw new UsageException(
          "Cannot find a feature: besides the label there is no numeric or boolean column among "
              + ColumnNames.shown(schema)
              + ". Check the delimiter and --exclude; numbers with decimal commas are texts.");
    }

    return new TableColumns(
        names(roles, LABEL).get(0),
        features,
        categorical,
        String.join("", names(roles, WEIGHT)),
        names(roles, CARRIED),
        vector,
        roles);
  }

  private static List<String> names(List<ColumnRole> roles, String role) {
    return roles.stream()
        .filter(column -> column.role().equals(role))
        .map(ColumnRole::name)
        .toList();
  }

  /** The one column that holds all features, or empty if they are columns of their own. */
  private static String vector(StructType schema, Wishes wishes) {
    List<String> vectors =
        Arrays.stream(schema.fields())
            .filter(field -> isVector(field.dataType()) && wishes.mayBeFeature(field.name()))
            .map(StructField::name)
            .toList();
    boolean alone = wishes.named().isEmpty() || wishes.named().size() == 1;
    if (vectors.size() > 1 || (!vectors.isEmpty() && !alone)) {
      throw new UsageException(
          "Cannot take "
              + vectors
              + " together with other features: a vector or an array holds all of them. Name one"
              + " column with --features, or assemble them first.");
    }

    return String.join("", vectors);
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

  private static boolean isVector(DataType type) {
    boolean numbers = type instanceof ArrayType array && array.elementType() instanceof NumericType;
    return numbers || type.equals(SQLDataTypes.VectorType());
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
    ColumnNames.refuseUnknown(schema, "--id-col", others);
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
