// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.param.Param;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.params.ColumnParams;

/**
 * The columns that a stage adds if asked to: a flag for synthetic rows, and where a row is from.
 *
 * @param syntheticCol name of the boolean flag, or empty
 * @param provenanceCol name of the struct (base, partner, gap), or empty
 * @param idType type of a row's name in the provenance
 */
public record AddedColumns(String syntheticCol, String provenanceCol, DataType idType)
    implements Serializable {

  /** The columns asked for; rows are named by {@code idType} in the provenance. */
  static AddedColumns of(ColumnParams params, ColumnResolver columns, DataType idType) {
    String synthetic = name(params, params.syntheticCol(), columns);
    String provenance = name(params, params.provenanceCol(), columns);
    if (!provenance.isEmpty() && columns.matches(synthetic, provenance)) {
      throw ColumnProblems.outputColumnExists("provenanceCol", provenance);
    }

    return new AddedColumns(synthetic, provenance, idType);
  }

  /** The columns added to a dataset that is passed through: it need not have label or id. */
  public static AddedColumns ofScoring(ColumnParams params, StructType schema) {
    if (!params.isSet(params.syntheticCol()) && !params.isSet(params.provenanceCol())) {
      return new AddedColumns("", "", DataTypes.LongType); // whatever the columns are called
    }

    ColumnResolver columns = new ColumnResolver(schema);
    boolean hasId = params.isSet(params.idCol()) && columns.has(params.getIdCol());
    DataType idType =
        hasId
            ? schema.fields()[columns.find("idCol", params.getIdCol())].dataType()
            : DataTypes.LongType;
    return of(params, columns, idType);
  }

  private static String name(ColumnParams params, Param<String> param, ColumnResolver columns) {
    if (!params.isSet(param)) {
      return "";
    }

    String name = params.getOrDefault(param);
    if (columns.has(name)) {
      throw ColumnProblems.outputColumnExists(param.name(), name);
    }

    return name;
  }

  /** Whether there is a column that flags synthetic rows. */
  public boolean hasSynthetic() {
    return !syntheticCol.isEmpty();
  }

  /** Whether there is a column that says how a row was made. */
  public boolean hasProvenance() {
    return !provenanceCol.isEmpty();
  }

  private StructType provenanceType() {
    return new StructType()
        .add("base", idType, true)
        .add("partner", idType, true)
        .add("gap", DataTypes.DoubleType, true);
  }

  /** The schema with the added columns at its end. */
  public StructType addTo(StructType schema) {
    StructType out = schema;
    if (hasSynthetic()) {
      out = out.add(syntheticCol, DataTypes.BooleanType, false);
    }

    return hasProvenance() ? out.add(provenanceCol, provenanceType(), true) : out;
  }

  /** The rows as they are, flagged as not synthetic. */
  public Dataset<Row> addTo(Dataset<?> data) {
    List<Column> columns = new ArrayList<>();
    columns.add(functions.col("*"));
    if (hasSynthetic()) {
      columns.add(functions.lit(false).as(syntheticCol));
    }

    if (hasProvenance()) {
      columns.add(functions.lit(null).cast(provenanceType()).as(provenanceCol));
    }

    return columns.size() == 1 ? data.toDF() : data.select(columns.toArray(new Column[0]));
  }
}
