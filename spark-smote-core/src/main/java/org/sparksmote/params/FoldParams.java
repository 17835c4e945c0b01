// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.params;

import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;

/**
 * What stages have in common that learn from predictions of rows which the predicting model has not
 * seen: rows are cut into folds, and a model is fitted for each, on the rows of the others.
 */
public interface FoldParams extends EstimatorParams {

  /** How many folds. */
  IntParam cv();

  /** The seed by which rows are put into folds. */
  LongParam seed();

  /** How many models are fitted at once, at most. */
  IntParam parallelism();

  /** The column of case weights. */
  Param<String> weightCol();

  /** The number of folds. */
  default int getCv() {
    return ((Number) getOrDefault(cv())).intValue();
  }

  /** The seed in use. */
  default long getSeed() {
    return ((Number) getOrDefault(seed())).longValue();
  }

  /** The models that are fitted at once, at most. */
  default int getParallelism() {
    return ((Number) getOrDefault(parallelism())).intValue();
  }

  /** The column of case weights; fails if there is none. */
  default String getWeightCol() {
    return getOrDefault(weightCol());
  }
}
