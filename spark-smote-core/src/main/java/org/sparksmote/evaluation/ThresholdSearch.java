// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.sparksmote.internal.measures.BinaryCounts;
import org.sparksmote.internal.measures.CountMeasure;
import org.sparksmote.internal.measures.MeasureSettings;

/**
 * Looks for the best threshold of scores. Each row counts with what it costs to be wrong about it,
 * which is 1 unless the measure is the cost; that is then what is wrong of these weights.
 */
final class ThresholdSearch {

  private static final double POSITIVE = 1;

  private final CountMeasure measure;
  private final MeasureSettings settings;
  private final ImbalanceCurves curves;

  private final double positives; // what all rows of the class weigh with their costs
  private final double others;
  private final double perRow; // how much of that a row has by its case weight

  ThresholdSearch(TunedThresholdClassifier params, Dataset<Row> scores) {
    measure = CountMeasure.of(params.getMetricName());
    settings = new MeasureSettings(params.getBeta(), MeasureSettings.DEFAULT.alpha(), 1, 1);
    CheckedScores checked = CheckedScores.of(scores, 2, params);
    others = checked.costs()[0];
    positives = checked.costs()[1];
    perRow = (others + positives) / Arrays.stream(checked.weights()).sum();
    Column cost = functions.col("`" + FoldedRows.COST + "`");
    Column weight = functions.col("`" + FoldedRows.WEIGHT + "`").multiply(cost);
    curves =
        new ImbalanceEvaluator()
            .setLabelCol(FoldedRows.LABEL)
            .setProbabilityCol(FoldedRows.SCORES)
            .setWeightCol(FoldedRows.WEIGHT)
            .setMetricLabel(POSITIVE)
            .setBeta(params.getBeta())
            .curves(scores.withColumn(FoldedRows.WEIGHT, weight));
  }

  /** Probabilities from here on are called the class. */
  double threshold() {
    return curves.best(measure.label()).threshold();
  }

  /** What the measure is there. */
  double score() {
    return perRow(curves.best(measure.label()).value());
  }

  private double perRow(double value) {
    return measure == CountMeasure.COST ? value * perRow : value;
  }

  /** Thresholds, from the highest, and what the measure is there. */
  double[][] curve() {
    return curves.points().stream()
        .filter(point -> Double.isFinite(point.threshold()))
        .map(point -> new double[] {point.threshold(), perRow(value(point))})
        .toArray(double[][]::new);
  }

  private double value(ImbalanceCurves.Point point) {
    BinaryCounts counts =
        BinaryCounts.above(
            positives * point.recall(), others * point.falsePositiveRate(), positives, others);
    return measure.of(counts, settings);
  }
}
