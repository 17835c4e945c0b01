// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/** The settings of an {@link ImbalanceEvaluator}. */
public interface ImbalanceParams extends Params {

  /** Where the evaluator keeps these params: a new set, made with it. */
  ImbalanceParamSet imbalanceParamSet();

  /** What {@code evaluate} measures. */
  default Param<String> metricName() {
    return imbalanceParamSet().metricName;
  }

  /** The measure. */
  default String getMetricName() {
    return getOrDefault(metricName());
  }

  /** The label column. */
  default Param<String> labelCol() {
    return imbalanceParamSet().labelCol;
  }

  /** The label column's name. */
  default String getLabelCol() {
    return getOrDefault(labelCol());
  }

  /** The column of predicted classes. */
  default Param<String> predictionCol() {
    return imbalanceParamSet().predictionCol;
  }

  /** The name of the column of predictions. */
  default String getPredictionCol() {
    return getOrDefault(predictionCol());
  }

  /** The column of probabilities. */
  default Param<String> probabilityCol() {
    return imbalanceParamSet().probabilityCol;
  }

  /** The name of the column of probabilities. */
  default String getProbabilityCol() {
    return getOrDefault(probabilityCol());
  }

  /** The column of scores that are no probabilities. */
  default Param<String> rawPredictionCol() {
    return imbalanceParamSet().rawPredictionCol;
  }

  /** The name of the column of scores; fails if there is none. */
  default String getRawPredictionCol() {
    return getOrDefault(rawPredictionCol());
  }

  /** The column of case weights. */
  default Param<String> weightCol() {
    return imbalanceParamSet().weightCol;
  }

  /** The name of the column of case weights; fails if there is none. */
  default String getWeightCol() {
    return getOrDefault(weightCol());
  }

  /** The class that is measured against all others. */
  default DoubleParam metricLabel() {
    return imbalanceParamSet().metricLabel;
  }

  /** The class that is measured; fails if none was set. */
  default double getMetricLabel() {
    return ((Number) getOrDefault(metricLabel())).doubleValue();
  }

  /** How several classes make one number. */
  default Param<String> average() {
    return imbalanceParamSet().average;
  }

  /** How several classes make one number; fails if it was not set. */
  default String getAverage() {
    return getOrDefault(average());
  }

  /** How much more recall counts than precision in fBeta. */
  default DoubleParam beta() {
    return imbalanceParamSet().beta;
  }

  /** The weight of recall. */
  default double getBeta() {
    return ((Number) getOrDefault(beta())).doubleValue();
  }

  /** How much the dominance counts in iba. */
  default DoubleParam alpha() {
    return imbalanceParamSet().alpha;
  }

  /** The weight of the dominance. */
  default double getAlpha() {
    return ((Number) getOrDefault(alpha())).doubleValue();
  }

  /** The share of rows that precisionAtTopShare looks at. */
  default DoubleParam topShare() {
    return imbalanceParamSet().topShare;
  }

  /** The share of rows at the top. */
  default double getTopShare() {
    return ((Number) getOrDefault(topShare())).doubleValue();
  }

  /** The false-positive rate of recallAtFalsePositiveRate. */
  default DoubleParam falsePositiveRate() {
    return imbalanceParamSet().falsePositiveRate;
  }

  /** The false-positive rate. */
  default double getFalsePositiveRate() {
    return ((Number) getOrDefault(falsePositiveRate())).doubleValue();
  }

  /** What a false alarm costs. */
  default DoubleParam falsePositiveCost() {
    return imbalanceParamSet().falsePositiveCost;
  }

  /** The cost of a false alarm. */
  default double getFalsePositiveCost() {
    return ((Number) getOrDefault(falsePositiveCost())).doubleValue();
  }

  /** What a missed row costs. */
  default DoubleParam falseNegativeCost() {
    return imbalanceParamSet().falseNegativeCost;
  }

  /** The cost of a missed row. */
  default double getFalseNegativeCost() {
    return ((Number) getOrDefault(falseNegativeCost())).doubleValue();
  }

  /** How many bins of equal width probabilities are put into. */
  default IntParam numBins() {
    return imbalanceParamSet().numBins;
  }

  /** The number of bins. */
  default int getNumBins() {
    return ((Number) getOrDefault(numBins())).intValue();
  }
}
