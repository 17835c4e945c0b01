// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.StringArrayParam;

/**
 * The settings that {@link Smote}, {@link SmoteModel} and {@link SmoteResampler} share. Names and
 * meanings follow Spark ML and imbalanced-learn.
 */
public interface SmoteParams extends NominalParams {

  /** The vector or array column of features. */
  default Param<String> featuresCol() {
    return paramSet().featuresCol;
  }

  /** The label column. */
  default Param<String> labelCol() {
    return paramSet().labelCol;
  }

  /** The random seed. */
  default LongParam seed() {
    return paramSet().seed;
  }

  /** Columns that are features themselves, instead of one vector or array column. */
  default StringArrayParam inputCols() {
    return paramSet().inputCols;
  }

  /** Which classes grow, and to what size. */
  default Param<String> samplingStrategy() {
    return paramSet().samplingStrategy;
  }

  /** How many nearest neighbours of a row can be its partner. */
  default IntParam kNeighbors() {
    return paramSet().kNeighbors;
  }

  /** What to do with rows whose label or features are null, NaN or infinite. */
  default Param<String> handleInvalid() {
    return paramSet().handleInvalid;
  }

  /** What to do with a class of at most kNeighbors rows. */
  default Param<String> smallClass() {
    return paramSet().smallClass;
  }

  /** Name of a boolean output column, true in synthetic rows. */
  default Param<String> syntheticCol() {
    return paramSet().syntheticCol;
  }

  /** Name of a struct output column (base, partner, gap) that says how a row was made. */
  default Param<String> provenanceCol() {
    return paramSet().provenanceCol;
  }

  /** Column whose values name rows in provenanceCol; without it the content key does. */
  default Param<String> idCol() {
    return paramSet().idCol;
  }

  /** Column of case weights, which synthetic rows take from the rows they are made of. */
  default Param<String> weightCol() {
    return paramSet().weightCol;
  }

  /** What synthetic rows hold in columns that are neither features nor label. */
  default Param<String> passengerColumns() {
    return paramSet().passengerColumns;
  }

  /** Scaling of features for the distance only. */
  default Param<String> standardize() {
    return paramSet().standardize;
  }

  /** The features column. */
  default String getFeaturesCol() {
    return getOrDefault(featuresCol());
  }

  /** The label column's name. */
  default String getLabelCol() {
    return getOrDefault(labelCol());
  }

  /** The seed in use. */
  default long getSeed() {
    return ((Number) getOrDefault(seed())).longValue();
  }

  /** The columns used as features; fails if featuresCol is used instead. */
  default String[] getInputCols() {
    return getOrDefault(inputCols());
  }

  /** The strategy as text. */
  default String getSamplingStrategy() {
    return getOrDefault(samplingStrategy());
  }

  /** The number of neighbours k. */
  default int getKNeighbors() {
    return ((Number) getOrDefault(kNeighbors())).intValue();
  }

  /** The rule for invalid rows. */
  default String getHandleInvalid() {
    return getOrDefault(handleInvalid());
  }

  /** The rule for classes with at most k rows. */
  default String getSmallClass() {
    return getOrDefault(smallClass());
  }

  /** The name of the flag column; fails if there is none. */
  default String getSyntheticCol() {
    return getOrDefault(syntheticCol());
  }

  /** The name of the provenance column; fails if there is none. */
  default String getProvenanceCol() {
    return getOrDefault(provenanceCol());
  }

  /** The id column; fails if there is none. */
  default String getIdCol() {
    return getOrDefault(idCol());
  }

  /** The column of case weights; fails if there is none. */
  default String getWeightCol() {
    return getOrDefault(weightCol());
  }

  /** The rule for columns that are neither features nor label. */
  default String getPassengerColumns() {
    return getOrDefault(passengerColumns());
  }

  /** The scaling used for distances. */
  default String getStandardize() {
    return getOrDefault(standardize());
  }
}
