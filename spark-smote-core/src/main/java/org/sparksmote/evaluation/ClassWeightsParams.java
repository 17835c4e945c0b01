// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/** The settings that {@link ClassWeights} and {@link ClassWeightsModel} share. */
public interface ClassWeightsParams extends Params {

  /** Where the stage keeps these params: a new set, made with the stage. */
  ClassWeightsParamSet classWeightsParamSet();

  /** The label column. */
  default Param<String> labelCol() {
    return classWeightsParamSet().labelCol;
  }

  /** The label column's name. */
  default String getLabelCol() {
    return getOrDefault(labelCol());
  }

  /** What a row of each class weighs. */
  default Param<String> classWeight() {
    return classWeightsParamSet().classWeight;
  }

  /** What a row of each class weighs, as text. */
  default String getClassWeight() {
    return getOrDefault(classWeight());
  }

  /** Column of case weights. */
  default Param<String> weightCol() {
    return classWeightsParamSet().weightCol;
  }

  /** The column of case weights; fails if there is none. */
  default String getWeightCol() {
    return getOrDefault(weightCol());
  }

  /** The column of weights to add. */
  default Param<String> outputCol() {
    return classWeightsParamSet().outputCol;
  }

  /** The name of the column of weights. */
  default String getOutputCol() {
    return getOrDefault(outputCol());
  }

  /** What to do with rows without a label, or with one that the fit did not see. */
  default Param<String> handleInvalid() {
    return classWeightsParamSet().handleInvalid;
  }

  /** The rule for rows whose class has no weight. */
  default String getHandleInvalid() {
    return getOrDefault(handleInvalid());
  }

  /** Guard: more distinct labels than this look like a regression target. */
  default IntParam maxClasses() {
    return classWeightsParamSet().maxClasses;
  }

  /** The distinct labels allowed. */
  default int getMaxClasses() {
    return ((Number) getOrDefault(maxClasses())).intValue();
  }
}
