// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import org.sparksmote.internal.params.ChainedSetter;

/** The setters of {@link ImbalanceParams}. */
public interface ImbalanceSetters extends ImbalanceParams {

  /**
   * Sets what {@code evaluate} measures; default {@code areaUnderROC}. The class says which there
   * are.
   */
  default ImbalanceEvaluator setMetricName(String value) {
    return ChainedSetter.set(this, metricName(), value);
  }

  /** Sets the label column, of class indices; default {@code label}. */
  default ImbalanceEvaluator setLabelCol(String value) {
    return ChainedSetter.set(this, labelCol(), value);
  }

  /** Sets the column of predicted classes; default {@code prediction}. */
  default ImbalanceEvaluator setPredictionCol(String value) {
    return ChainedSetter.set(this, predictionCol(), value);
  }

  /**
   * Sets the column of probabilities, a vector with one per class or the number for class 1;
   * default {@code probability}.
   */
  default ImbalanceEvaluator setProbabilityCol(String value) {
    return ChainedSetter.set(this, probabilityCol(), value);
  }

  /**
   * Sets a column of scores of any size, a vector or the number for class 1, instead of
   * probabilityCol; measures of probabilities cannot be had of it.
   */
  default ImbalanceEvaluator setRawPredictionCol(String value) {
    return ChainedSetter.set(this, rawPredictionCol(), value);
  }

  /** Sets the column of case weights: finite and not negative. */
  default ImbalanceEvaluator setWeightCol(String value) {
    return ChainedSetter.set(this, weightCol(), value);
  }

  /**
   * Sets the class that is measured against all others. Without, it is the rarer of two classes (of
   * equally many rows the larger label), and several classes are averaged.
   */
  default ImbalanceEvaluator setMetricLabel(double value) {
    return ChainedSetter.set(this, metricLabel(), value);
  }

  /**
   * Sets how several classes, or two, make one number: {@code macro}, {@code micro}, {@code
   * weighted} or {@code multiclass}, as in imbalanced-learn. Without, several classes make a {@code
   * macro} mean, and for gMean the root of the product of all recalls ({@code multiclass}).
   * metricLabel goes before it.
   */
  default ImbalanceEvaluator setAverage(String value) {
    return ChainedSetter.set(this, average(), value);
  }

  /** Sets how much more recall counts than precision in fBeta; default 1. */
  default ImbalanceEvaluator setBeta(double value) {
    return ChainedSetter.set(this, beta(), value);
  }

  /**
   * Sets how much sensitivity minus specificity counts in iba; default 0.1, as in imbalanced-learn.
   */
  default ImbalanceEvaluator setAlpha(double value) {
    return ChainedSetter.set(this, alpha(), value);
  }

  /**
   * Sets which share of the rows, those with the highest scores, precisionAtTopShare looks at;
   * default 0.05.
   */
  default ImbalanceEvaluator setTopShare(double value) {
    return ChainedSetter.set(this, topShare(), value);
  }

  /** Sets the false-positive rate that recallAtFalsePositiveRate allows; default 0.05. */
  default ImbalanceEvaluator setFalsePositiveRate(double value) {
    return ChainedSetter.set(this, falsePositiveRate(), value);
  }

  /** Sets what it costs to call a row the class which is not; default 1. */
  default ImbalanceEvaluator setFalsePositiveCost(double value) {
    return ChainedSetter.set(this, falsePositiveCost(), value);
  }

  /** Sets what it costs to overlook a row of the class; default 1. */
  default ImbalanceEvaluator setFalseNegativeCost(double value) {
    return ChainedSetter.set(this, falseNegativeCost(), value);
  }

  /**
   * Sets the bins of equal width of expectedCalibrationError and of the reliability curve; default
   * 10.
   */
  default ImbalanceEvaluator setNumBins(int value) {
    return ChainedSetter.set(this, numBins(), value);
  }
}
