// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.weights;

import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.columns.ColumnProblems;
import org.sparksmote.internal.columns.ColumnResolver;
import org.sparksmote.internal.columns.LabelColumn;

/**
 * What is asked of weights.
 *
 * @param labelCol the label
 * @param weightCol case weights, or empty
 * @param balanceWeightCol the column to add, or empty
 * @param maxClasses distinct labels allowed
 */
public record BalanceSettings(
    String labelCol, String weightCol, String balanceWeightCol, int maxClasses) {

  private static final String ADDED = "balanceWeightCol";

  /** What a sampler is set to, whose params have the names that they have everywhere. */
  public static BalanceSettings of(Params stage) {
    return new BalanceSettings(
        text(stage, "labelCol"),
        text(stage, "weightCol"),
        text(stage, ADDED),
        ((Number) stage.getOrDefault(stage.getParam("maxClasses"))).intValue());
  }

  private static String text(Params stage, String param) {
    return stage.isDefined(stage.getParam(param))
        ? (String) stage.getOrDefault(stage.getParam(param))
        : "";
  }

  /** Whether there is a column to add. */
  public boolean isAsked() {
    return !balanceWeightCol.isEmpty();
  }

  /** Label and case weight of a schema, or what is wrong with them or the name to add. */
  public LabelColumn columns(StructType schema) {
    return LabelColumn.resolve(schema, labelCol, weightCol, balanceWeightCol, ADDED);
  }

  /** The same of rows that were checked, which may have the column. */
  LabelColumn known(StructType schema) {
    return LabelColumn.resolve(schema, labelCol, weightCol, "", "");
  }

  /** The schema with the column at its end, if one is asked for. */
  public StructType addTo(StructType schema) {
    if (!isAsked()) {
      return schema;
    }

    if (new ColumnResolver(schema).has(balanceWeightCol)) {
      throw ColumnProblems.outputColumnExists(ADDED, balanceWeightCol);
    }

    return schema.add(balanceWeightCol, DataTypes.DoubleType, true);
  }

  /** Rows that are passed through, which have no weight. */
  public Dataset<Row> addNull(Dataset<Row> rows) {
    if (!isAsked()) {
      return rows;
    }

    addTo(rows.schema());
    Column none = functions.lit(null).cast(DataTypes.DoubleType);
    return rows.select(functions.col("*"), none.as(balanceWeightCol));
  }
}
