// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.sparksmote.internal.measures.BinaryCounts;
import org.sparksmote.internal.measures.CountMeasure;
import org.sparksmote.internal.measures.MeasureSettings;

/**
 * Looks for the best threshold of scores. Where wrong decisions cost something, each row counts
 * with what it costs to be wrong about it; the cost is then what is wrong of these weights.
 */
final class ThresholdSearch {

  private static final double POSITIVE = 1;

  private final CountMeasure measure;
  private final MeasureSettings settings;
  private final ImbalanceCurves curves;

  /** What all rows of the class weigh, all others, and how much of that a row has on average. */
  private final double positives;

  private final double others;
  private final double perRow;

  ThresholdSearch(TunedThresholdClassifier params, Dataset<Row> scores) {
    measure = CountMeasure.of(params.getMetricName());
    settings = new MeasureSettings(params.getBeta(), MeasureSettings.DEFAULT.alpha(), 1, 1);
    double[] cases = CheckedScores.weights(scores, 2, params);
    Column cost = functions.col("`" + FoldedRows.COST + "`");
    Column weight = functions.col("`" + FoldedRows.WEIGHT + "`");
    Dataset<Row> weighed = scores;
    double[] weights = cases;
    if (measure == CountMeasure.COST) {
      CheckedScores.requireCosts(scores);
      weighed = scores.withColumn(FoldedRows.WEIGHT, weight.multiply(cost));
      weights = CheckedScores.weights(weighed, 2, params);
    }

    others = weights[0];
    positives = weights[1];
    perRow = (weights[0] + weights[1]) / (cases[0] + cases[1]);
    curves =
        new ImbalanceEvaluator()
            .setLabelCol(FoldedRows.LABEL)
            .setProbabilityCol(FoldedRows.SCORES)
            .setWeightCol(FoldedRows.WEIGHT)
            .setMetricLabel(POSITIVE)
            .setBeta(params.getBeta())
            .curves(weighed);
  }

  /** Probabilities from here on are called the class. */
  double threshold() {
    return curves.best(measure.label()).threshold();
  }

  /** What the measure is there. */
  double score() {
    return inCases(curves.best(measure.label()).value());
  }

  private double inCases(double value) {
    return measure == CountMeasure.COST ? value * perRow : value;
  }

  /** Thresholds, from the highest, and what the measure is there. */
  double[][] curve() {
    return curves.points().stream()
        .filter(point -> Double.isFinite(point.threshold()))
        .map(point -> new double[] {point.threshold(), inCases(value(point))})
        .toArray(double[][]::new);
  }

  private double value(ImbalanceCurves.Point point) {
    BinaryCounts counts =
        BinaryCounts.above(
            positives * point.recall(), others * point.falsePositiveRate(), positives, others);
    return measure.of(counts, settings);
  }
}
