// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.params;

import java.io.Serializable;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.param.StringArrayParam;
import org.sparksmote.internal.params.ParamMaker;
import org.sparksmote.internal.params.SharedParams;

/**
 * The params of {@link ColumnParams} with their documentation, checks and defaults, written once.
 */
public final class ColumnParamSet implements Serializable {

  private static final long serialVersionUID = 1L;

  final Param<String> featuresCol;
  final Param<String> labelCol;
  final StringArrayParam inputCols;
  final StringArrayParam categoricalFeatures;
  final StringArrayParam categoricalCols;
  final Param<String> handleInvalid;
  final Param<String> syntheticCol;
  final Param<String> provenanceCol;
  final Param<String> idCol;
  final Param<String> weightCol;
  final Param<String> balanceWeightCol;
  final Param<String> passengerColumns;

  /** Declares the params of {@code owner}, whose uid is set already. */
  public ColumnParamSet(Params owner) {
    ParamMaker make = new ParamMaker(owner);
    featuresCol = SharedParams.featuresCol(make);
    labelCol = SharedParams.labelCol(make);
    inputCols =
        make.names(
            "inputCols",
            "columns that are features, instead of featuresCol: numbers, booleans and, for"
                + " variants that take nominal features, texts; integers stay integers");
    categoricalFeatures =
        make.names(
            "categoricalFeatures",
            "features of featuresCol, by name or position, that are nominal although ML attributes"
                + " do not tell");
    categoricalCols =
        make.names("categoricalCols", "columns of inputCols that are nominal whatever their type");
    handleInvalid = SharedParams.handleInvalid(make);
    syntheticCol = make.newColumn("syntheticCol", "boolean output column, true in synthetic rows");
    provenanceCol =
        make.newColumn(
            "provenanceCol", "struct output column, how a row was made: base, partner and gap");
    idCol = make.text("idCol", "column that names rows in provenanceCol, instead of a content key");
    weightCol =
        make.text(
            "weightCol", "column of case weights, which synthetic rows blend as they do features");
    balanceWeightCol = SharedParams.balanceWeightCol(make);
    passengerColumns = passengerColumns(make);
    setDefaults(owner);
  }

  private static Param<String> passengerColumns(ParamMaker make) {
    return make.choice(
        "passengerColumns",
        "columns that are neither features nor label are null in synthetic rows, or copied"
            + " from the base",
        "null",
        "copy");
  }

  private void setDefaults(Params owner) {
    owner.setDefault(passengerColumns, "null");
  }
}
