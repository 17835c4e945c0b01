// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.params;

import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/**
 * What stages have in common that fit another one, a classifier or a pipeline with one, and say
 * something else about its predictions. A stage that has these settings learns to predict a label.
 */
public interface EstimatorParams extends Params {

  /** The classifier, or the pipeline that ends in one. */
  Param<Estimator<?>> estimator();

  /** The column of labels, as class indices. */
  Param<String> labelCol();

  /** The column of predicted classes. */
  Param<String> predictionCol();

  /** The column of the probabilities of all classes. */
  Param<String> probabilityCol();

  /** The column of raw predictions. */
  Param<String> rawPredictionCol();

  /** The classifier or pipeline; fails if there is none. */
  default Estimator<?> getEstimator() {
    return getOrDefault(estimator());
  }

  /** The label column's name. */
  default String getLabelCol() {
    return getOrDefault(labelCol());
  }

  /** The name of the column of predicted classes. */
  default String getPredictionCol() {
    return getOrDefault(predictionCol());
  }

  /** The name of the column of probabilities. */
  default String getProbabilityCol() {
    return getOrDefault(probabilityCol());
  }

  /** The name of the column of raw predictions. */
  default String getRawPredictionCol() {
    return getOrDefault(rawPredictionCol());
  }
}
