// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.jspecify.annotations.Nullable;
import org.sparksmote.params.ColumnParams;

/**
 * What a stage reads and writes, settled from the schema alone, without a Spark job: which columns
 * are label, features and id, which only travel along, and what the output looks like.
 *
 * @param schema the input
 * @param label position of the label
 * @param features positions of the feature columns
 * @param id position of the id column, or -1
 * @param weight position of the column of case weights, or -1
 * @param copied positions of the passenger columns that synthetic rows copy from their base
 * @param added the columns that the output has besides
 * @param nominal which features are nominal
 */
public record InputSchema(
    StructType schema,
    int label,
    List<Integer> features,
    int id,
    int weight,
    List<Integer> copied,
    AddedColumns added,
    NominalFeatures nominal)
    implements Serializable {

  /**
   * Resolves the columns that the params name, or says what is wrong.
   *
   * @param demand what is done with nominal features
   */
  public static InputSchema resolve(ColumnParams params, NominalDemand demand, StructType schema) {
    ColumnResolver columns = new ColumnResolver(schema);
    int label = columns.find("labelCol", params.getLabelCol());
    FeatureColumns.checkLabelType(schema.fields()[label]);
    List<Integer> features = FeatureColumns.resolve(params, schema, columns);
    int id = params.isSet(params.idCol()) ? columns.find("idCol", params.getIdCol()) : -1;
    int weight = FeatureColumns.weight(params, schema, columns);
    refuseReuse(schema, label, features, id, weight);
    NominalFeatures nominal = NominalColumns.resolve(params, demand, schema, features, columns);

    boolean copies = params.getPassengerColumns().equals("copy");
    List<Integer> copied =
        copies ? passengers(schema.size(), features, List.of(label, id, weight)) : List.of();
    return new InputSchema(
        schema,
        label,
        features,
        id,
        weight,
        copied,
        AddedColumns.of(
            params, columns, id < 0 ? DataTypes.LongType : schema.fields()[id].dataType()),
        nominal);
  }

  private static void refuseReuse(
      StructType schema, int label, List<Integer> features, int id, int weight) {
    Map<Integer, String> roles = new LinkedHashMap<>();
    roles.put(label, "labelCol");
    if (id >= 0) {
      refuse(schema, id, roles.putIfAbsent(id, "idCol"), "idCol");
    }

    if (weight >= 0) {
      refuse(schema, weight, roles.putIfAbsent(weight, "weightCol"), "weightCol");
    }

    for (int feature : features) {
      refuse(schema, feature, roles.putIfAbsent(feature, "a feature"), "a feature");
    }
  }

  private static void refuse(StructType schema, int column, @Nullable String first, String second) {
    if (first != null) {
      throw ColumnProblems.columnUsedTwice(schema.fieldNames()[column], first, second);
    }
  }

  private static List<Integer> passengers(
      int columns, List<Integer> features, List<Integer> others) {
    List<Integer> rest = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      rest.add(i);
    }

    rest.removeAll(features);
    rest.removeAll(others);
    return List.copyOf(rest);
  }

  /** The label and feature columns, in this order. */
  public Dataset<Row> select(Dataset<?> data) {
    return select(data, List.of());
  }

  /** The label and feature columns, then how a label is spelled, then the case weight, if any. */
  public Dataset<Row> selectToCount(Dataset<?> data) {
    List<Integer> others = new ArrayList<>();
    if (CellForms.isCollated(labelType())) {
      others.add(label);
    }

    if (weight >= 0) {
      others.add(weight);
    }

    return select(data, others);
  }

  /** The label and feature columns, then others. */
  public Dataset<Row> select(Dataset<?> data, List<Integer> others) {
    String[] safe = safeNames(schema.size());
    List<Column> wanted = new ArrayList<>(List.of(labelAndFeatures()));
    for (int column : others) {
      wanted.add(functions.col(safe[column]).as("+" + column));
    }

    // Renamed by position first, so that no name of the user's is ever parsed.
    return data.toDF(safe).select(wanted.toArray(new Column[0]));
  }

  /** Names by position, which need no quotes. */
  public static String[] safeNames(int columns) {
    String[] safe = new String[columns];
    Arrays.setAll(safe, i -> "_" + i);
    return safe;
  }

  /** All columns of a dataset with safe names. */
  public static List<Column> safeColumns(int columns) {
    return Arrays.stream(safeNames(columns)).map(functions::col).toList();
  }

  /** Label, then features, of a dataset with safe names. */
  public Column[] labelAndFeatures() {
    return IntStream.concat(IntStream.of(label), features.stream().mapToInt(Integer::intValue))
        .mapToObj(this::comparable)
        .toArray(Column[]::new);
  }

  private Column comparable(int column) {
    String name = "_" + column;
    DataType type = schema.fields()[column].dataType();
    return CellForms.comparable(functions.col(name), type).as(name);
  }

  /** The type of the label column, which labels of synthetic rows have too. */
  public DataType labelType() {
    return schema.fields()[label].dataType();
  }

  /**
   * Positions of the columns that must travel with a row, also as another's partner: its id, its
   * weight, and the texts of nominal features.
   */
  public List<Integer> payload() {
    List<Integer> columns = new ArrayList<>();
    if (namesRows()) {
      columns.add(id);
    }

    if (weight >= 0) {
      columns.add(weight);
    }

    for (int feature : nominal.texts()) {
      columns.add(features.get(feature));
    }

    return columns;
  }

  /** Where in the payload the case weight is. */
  public int weightInPayload() {
    return namesRows() ? 1 : 0;
  }

  /** Where in the payload the texts of nominal features begin. */
  public int textsInPayload() {
    return weightInPayload() + (weight < 0 ? 0 : 1);
  }

  private boolean namesRows() {
    return id >= 0 && added.hasProvenance();
  }

  /** The output: the input's columns in their order, then the added ones. */
  public StructType output() {
    StructType out = new StructType();
    for (int i = 0; i < schema.size(); i++) {
      StructField field = schema.fields()[i];
      boolean nullable = field.nullable() || !isFilled(i);
      out = out.add(field.name(), field.dataType(), nullable, field.metadata());
    }

    return added.addTo(out);
  }

  /** The output as synthetic rows are made: the label in its comparable form. */
  public StructType made() {
    StructType output = output();
    StructField[] fields = output.fields().clone();
    StructField written = fields[label];
    DataType type = CellForms.comparableType(written.dataType());
    fields[label] = new StructField(written.name(), type, written.nullable(), written.metadata());
    return new StructType(fields);
  }

  /** Whether synthetic rows have a value of their own in a column. */
  private boolean isFilled(int column) {
    return column == label || column == weight || features.contains(column);
  }

  /** The names of the columns in which synthetic rows hold null. */
  public List<String> emptyColumns() {
    List<String> empty = new ArrayList<>();
    for (int i = 0; i < schema.size(); i++) {
      if (!isFilled(i) && !copied.contains(i)) {
        empty.add(schema.fieldNames()[i]);
      }
    }

    return empty;
  }

  /** The name of the features in messages. */
  public String featureName(int feature) {
    return schema.fieldNames()[features.get(feature)];
  }

  /** Whether values of a type can be compared with equals and put in an order. */
  static boolean isAtomic(DataType type) {
    return type instanceof NumericType
        || type instanceof StringType
        || type instanceof BooleanType
        || type instanceof DateType
        || type instanceof TimestampType
        || type instanceof TimestampNTZType;
  }
}
