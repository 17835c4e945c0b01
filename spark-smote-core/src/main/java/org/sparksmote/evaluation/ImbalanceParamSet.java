// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.io.Serializable;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparksmote.internal.measures.Averaging;
import org.sparksmote.internal.params.ParamMaker;

/** The params of {@link ImbalanceParams} with their documentation, checks and defaults. */
public final class ImbalanceParamSet implements Serializable {

  private static final long serialVersionUID = 1L;

  final Param<String> metricName;
  final Param<String> labelCol;
  final Param<String> predictionCol;
  final Param<String> probabilityCol;
  final Param<String> rawPredictionCol;
  final Param<String> weightCol;
  final DoubleParam metricLabel;
  final Param<String> average;
  final DoubleParam beta;
  final DoubleParam alpha;
  final DoubleParam topShare;
  final DoubleParam falsePositiveRate;
  final DoubleParam falsePositiveCost;
  final DoubleParam falseNegativeCost;
  final IntParam numBins;

  /** Declares the params of {@code owner}, whose uid is set already. */
  public ImbalanceParamSet(Params owner) {
    ParamMaker make = new ParamMaker(owner);
    metricName = make.choice("metricName", "what evaluate measures", MetricName.all());
    labelCol = make.text("labelCol", "label column: class indices");
    predictionCol = make.text("predictionCol", "column of predicted classes");
    probabilityCol =
        make.text(
            "probabilityCol",
            "column of probabilities: a vector with one per class, or the number for class 1");
    rawPredictionCol =
        make.text(
            "rawPredictionCol",
            "column of scores of any size, instead of probabilityCol, for measures of ranking");
    weightCol = make.text("weightCol", "column of case weights; all rows count alike without");
    metricLabel =
        make.number(
            "metricLabel",
            "the class that is measured against all others; of two classes the rarer one without",
            0,
            Double.MAX_VALUE);
    average = make.choice("average", "how several classes make one number", Averaging.names());
    beta =
        make.number(
            "beta", "how much more recall counts than precision in fBeta", Double.MIN_VALUE, 1e6);
    alpha = make.number("alpha", "how much the dominance counts in iba", 0, 1e6);
    topShare =
        make.number(
            "topShare", "share of rows that precisionAtTopShare looks at", Double.MIN_VALUE, 1);
    falsePositiveRate =
        make.number("falsePositiveRate", "false-positive rate of recallAtFalsePositiveRate", 0, 1);
    falsePositiveCost = make.number("falsePositiveCost", "cost of a false alarm", 0, 1e100);
    falseNegativeCost = make.number("falseNegativeCost", "cost of a missed row", 0, 1e100);
    numBins = make.integer("numBins", "bins of expectedCalibrationError and reliability", 1, 1000);
    setDefaults(owner);
  }

  private void setDefaults(Params owner) {
    owner.setDefault(metricName, MetricName.AREA_UNDER_ROC);
    owner.setDefault(labelCol, "label");
    owner.setDefault(predictionCol, "prediction");
    owner.setDefault(probabilityCol, "probability");
    owner.setDefault(beta, 1.0);
    owner.setDefault(alpha, 0.1);
    owner.setDefault(topShare, 0.05);
    owner.setDefault(falsePositiveRate, 0.05);
    owner.setDefault(falsePositiveCost, 1.0);
    owner.setDefault(falseNegativeCost, 1.0);
    owner.setDefault(numBins, 10);
  }
}
