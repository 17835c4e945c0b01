// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.counterexamples;

import java.util.function.UnaryOperator;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.sparksmote.evaluation.ImbalanceEvaluator;

/** What mends probabilities and decisions, each in one method. */
final class Remedies {

  /** Column of case weights. */
  static final String WEIGHT = "weight";

  private static final double CLIP = 1e-6;

  private Remedies() {}

  private static double rows(Dataset<Row> data, double label) {
    return data.filter(is(label)).count();
  }

  private static Column is(double label) {
    return functions.col("label").equalTo(label);
  }

  private static Dataset<Row> weighted(Dataset<Row> data, double ofCommon, double ofRare) {
    return data.withColumn(WEIGHT, functions.when(is(1), ofRare).otherwise(ofCommon));
  }

  /** Weights with which both classes count alike. */
  static Dataset<Row> balanced(Dataset<Row> data) {
    double common = rows(data, 0);
    double rare = rows(data, 1);
    return weighted(data, (common + rare) / 2 / common, (common + rare) / 2 / rare);
  }

  /** Weights with which each class counts what it counted before it was resampled. */
  static Dataset<Row> restored(Dataset<Row> resampled, Dataset<Row> before) {
    return weighted(
        resampled, rows(before, 0) / rows(resampled, 0), rows(before, 1) / rows(resampled, 1));
  }

  /** Platt's sigmoid of the log odds, learnt from scored rows that no sampler touched. */
  static UnaryOperator<Dataset<Row>> calibration(Dataset<Row> untouched) {
    LogisticRegressionModel sigmoid =
        new LogisticRegression()
            .setFeaturesCol("odds")
            .setRawPredictionCol("calibratedRaw")
            .setProbabilityCol("calibrated")
            .setPredictionCol("calibratedPrediction")
            .fit(odds(untouched));
    return scored ->
        sigmoid
            .transform(odds(scored))
            .drop("probability", "prediction", "rawPrediction")
            .withColumnRenamed("calibrated", "probability")
            .withColumnRenamed("calibratedPrediction", "prediction");
  }

  private static Dataset<Row> odds(Dataset<Row> scored) {
    Column p =
        org.apache
            .spark
            .ml
            .functions
            .vector_to_array(scored.col("probability"), "float64")
            .getItem(1);
    Column inside =
        functions.greatest(functions.least(p, functions.lit(1 - CLIP)), functions.lit(CLIP));
    Column odds = functions.log(inside.divide(functions.lit(1).minus(inside)));
    return new VectorAssembler()
        .setInputCols(new String[] {"oddsOfClass"})
        .setOutputCol("odds")
        .transform(scored.withColumn("oddsOfClass", odds));
  }

  /** The threshold with the best G-mean on scored rows that no sampler touched. */
  static double threshold(Dataset<Row> untouched) {
    return new ImbalanceEvaluator().setMetricLabel(1).curves(untouched).best("gMean").threshold();
  }

  /** Predictions by another threshold than one half. */
  static Dataset<Row> decided(Dataset<Row> scored, double threshold) {
    Column p =
        org.apache
            .spark
            .ml
            .functions
            .vector_to_array(scored.col("probability"), "float64")
            .getItem(1);
    return scored.withColumn("prediction", p.geq(threshold).cast("double"));
  }
}
