// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.regression.IsotonicRegression;
import org.apache.spark.ml.regression.IsotonicRegressionModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Learns what scores mean, by Spark's own regressions: for two classes of the second one's, for
 * more of each class against the rest.
 */
final class Calibration {

  private static final double TOLERANCE = 1e-9;

  private final Dataset<Row> scores;
  private final ScoreScale scale;
  private final double[] weights;

  /**
   * Of checked scores.
   *
   * @param scores with the columns of {@link FoldedRows#scores}
   * @param weights of the rows of each class
   */
  Calibration(Dataset<Row> scores, ScoreScale scale, double[] weights) {
    this.scores = scores;
    this.scale = scale;
    this.weights = weights;
  }

  /** For two classes that of the second one, for more those of all. */
  List<Calibrator> calibrators(boolean isSigmoid) {
    List<Calibrator> made = new ArrayList<>();
    for (int c = weights.length == 2 ? 1 : 0; c < weights.length; c++) {
      made.add(isSigmoid ? sigmoid(c) : isotonic(c));
    }

    return made;
  }

  private static Column isOf(int c) {
    return functions.col("`" + FoldedRows.LABEL + "`").equalTo(c);
  }

  /** A logistic regression of one number, on the targets of Platt 1999, which are not 0 and 1. */
  private Calibrator sigmoid(int c) {
    double others = Arrays.stream(weights).sum() - weights[c];
    Column target =
        functions.when(isOf(c), (weights[c] + 1) / (weights[c] + 2)).otherwise(1 / (others + 2));
    Column weight = functions.col("`" + FoldedRows.WEIGHT + "`");
    Dataset<Row> yes = weighed(c, 1, weight.multiply(target));
    Dataset<Row> no = weighed(c, 0, weight.multiply(functions.lit(1.0).minus(target)));
    LogisticRegressionModel model =
        new LogisticRegression().setWeightCol("w").setTol(TOLERANCE).fit(yes.union(no));
    return new Calibrator.Sigmoid(model.coefficients().apply(0), model.intercept());
  }

  private Dataset<Row> weighed(int c, double label, Column weight) {
    UDF1<Double, Vector> one = score -> Vectors.dense(score);
    return scores.select(
        functions.udf(one, SQLDataTypes.VectorType()).apply(scale.column(c)).as("features"),
        functions.lit(label).as("label"),
        weight.as("w"));
  }

  private Calibrator isotonic(int c) {
    Dataset<Row> points =
        scores
            .select(
                scale.column(c).as("features"),
                isOf(c).cast(DataTypes.DoubleType).as("label"),
                functions.col("`" + FoldedRows.WEIGHT + "`").as("w"))
            .filter("w > 0");
    IsotonicRegressionModel model = new IsotonicRegression().setWeightCol("w").fit(points);
    double[] at = model.boundaries().toArray();
    double[] numbers = Arrays.copyOf(at, 2 * at.length);
    System.arraycopy(model.predictions().toArray(), 0, numbers, at.length, at.length);
    return new Calibrator.Isotonic(numbers);
  }
}
