// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The label and the case weight of samplers that read no features, settled from the schema alone.
 * Columns are those of a dataset with {@linkplain InputSchema#safeNames safe names}.
 *
 * @param schema the input
 * @param label position of the label
 * @param weight position of the case weight, or -1
 */
public record LabelColumn(StructType schema, int label, int weight) {

  /**
   * Finds the columns, or says what is wrong with them.
   *
   * @param weightCol empty if there is none
   * @param addedCol name of a column that the sampler adds, or empty
   */
  public static LabelColumn resolve(
      StructType schema, String labelCol, String weightCol, String addedCol, String addedParam) {
    ColumnResolver columns = new ColumnResolver(schema);
    int label = columns.find("labelCol", labelCol);
    FeatureColumns.checkLabelType(schema.fields()[label]);
    int weight = weightCol.isEmpty() ? -1 : columns.find("weightCol", weightCol);
    if (weight >= 0) {
      StructField field = schema.fields()[weight];
      if (!(field.dataType() instanceof NumericType)) {
        throw ColumnProblems.badWeightType(field.name(), field.dataType().simpleString());
      }

      if (weight == label) {
        throw ColumnProblems.columnUsedTwice(field.name(), "labelCol", "weightCol");
      }
    }

    if (!addedCol.isEmpty() && columns.has(addedCol)) {
      throw ColumnProblems.outputColumnExists(addedParam, addedCol);
    }

    return new LabelColumn(schema, label, weight);
  }

  public DataType type() {
    return schema.fields()[label].dataType();
  }

  /** The label in the form in which classes are told apart. */
  public Column comparable() {
    return CellForms.comparable(functions.col("_" + label), type());
  }

  /** The label as the user spells it, as far as texts that differ may be one class. */
  public Column spelling() {
    return CellForms.isCollated(type()) ? functions.col("_" + label) : functions.lit(null);
  }

  /** Whether a row has more to tell than its label: a case weight, or how the label is spelled. */
  public boolean needsMore() {
    return weight >= 0 || CellForms.isCollated(type());
  }

  /** The case weight of a row, or 1. */
  public Column caseWeight() {
    return weight < 0 ? functions.lit(1.0) : functions.col("_" + weight).cast("double");
  }

  /** All columns by position, where no name of the user's is ever parsed. */
  public List<Column> cells() {
    return InputSchema.safeColumns(schema.size());
  }
}
