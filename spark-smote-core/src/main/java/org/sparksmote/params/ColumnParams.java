// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.params;

import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.param.StringArrayParam;

/** The columns that a sampler reads and adds, and what it does with values that are missing. */
public interface ColumnParams extends Params {

  /** Where the stage keeps these params: a new set, made with the stage. */
  ColumnParamSet columnParamSet();

  /** The vector or array column of features. */
  default Param<String> featuresCol() {
    return columnParamSet().featuresCol;
  }

  /** The features column. */
  default String getFeaturesCol() {
    return getOrDefault(featuresCol());
  }

  /** The label column. */
  default Param<String> labelCol() {
    return columnParamSet().labelCol;
  }

  /** The label column's name. */
  default String getLabelCol() {
    return getOrDefault(labelCol());
  }

  /** Columns that are features themselves, instead of one vector or array column. */
  default StringArrayParam inputCols() {
    return columnParamSet().inputCols;
  }

  /** The columns used as features; fails if featuresCol is used instead. */
  default String[] getInputCols() {
    return getOrDefault(inputCols());
  }

  /** Nominal features of featuresCol, by name or number, besides those that its attributes name. */
  default StringArrayParam categoricalFeatures() {
    return columnParamSet().categoricalFeatures;
  }

  /** The nominal features of featuresCol that were named; fails if none were. */
  default String[] getCategoricalFeatures() {
    return getOrDefault(categoricalFeatures());
  }

  /** Columns of inputCols that are nominal, besides strings, booleans and indexed columns. */
  default StringArrayParam categoricalCols() {
    return columnParamSet().categoricalCols;
  }

  /** The columns of inputCols that were named as nominal; fails if none were. */
  default String[] getCategoricalCols() {
    return getOrDefault(categoricalCols());
  }

  /** What to do with rows whose label or features are null, NaN or infinite. */
  default Param<String> handleInvalid() {
    return columnParamSet().handleInvalid;
  }

  /** The rule for invalid rows. */
  default String getHandleInvalid() {
    return getOrDefault(handleInvalid());
  }

  /** Name of a boolean output column, true in synthetic rows. */
  default Param<String> syntheticCol() {
    return columnParamSet().syntheticCol;
  }

  /** The name of the flag column; fails if there is none. */
  default String getSyntheticCol() {
    return getOrDefault(syntheticCol());
  }

  /** Name of a struct output column (base, partner, gap) that says how a row was made. */
  default Param<String> provenanceCol() {
    return columnParamSet().provenanceCol;
  }

  /** The name of the provenance column; fails if there is none. */
  default String getProvenanceCol() {
    return getOrDefault(provenanceCol());
  }

  /** Column whose values name rows in provenanceCol; without it the content key does. */
  default Param<String> idCol() {
    return columnParamSet().idCol;
  }

  /** The id column; fails if there is none. */
  default String getIdCol() {
    return getOrDefault(idCol());
  }

  /** Column of case weights, which synthetic rows take from the rows they are made of. */
  default Param<String> weightCol() {
    return columnParamSet().weightCol;
  }

  /** The column of case weights; fails if there is none. */
  default String getWeightCol() {
    return getOrDefault(weightCol());
  }

  /** Name of an output column of weights that restore what classes weighed before. */
  default Param<String> balanceWeightCol() {
    return columnParamSet().balanceWeightCol;
  }

  /** The name of the column of weights; fails if there is none. */
  default String getBalanceWeightCol() {
    return getOrDefault(balanceWeightCol());
  }

  /** What synthetic rows hold in columns that are neither features nor label. */
  default Param<String> passengerColumns() {
    return columnParamSet().passengerColumns;
  }

  /** The rule for columns that are neither features nor label. */
  default String getPassengerColumns() {
    return getOrDefault(passengerColumns());
  }
}
