// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.sparksmote.testing.SparkTest;

/**
 * Calibrators against those of scikit-learn 1.9.1 on the same twelve rows: {@code
 * _SigmoidCalibration().fit(log(p / (1 - p)), y, w)} and {@code
 * IsotonicRegression(out_of_bounds="clip").fit(p, y, w)}.
 */
class CalibrationTest extends SparkTest {

  private static final double[] P = {.05, .1, .15, .2, .25, .3, .4, .5, .6, .7, .8, .9};
  private static final int[] Y = {0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0, 1};
  private static final double[] ONES = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
  private static final double[] WEIGHTS = {1, 2, 1, 1, 3, 1, 1, 1, 2, 1, 1, 1};

  private static final StructType SCORES =
      new StructType()
          .add(FoldedRows.LABEL, DataTypes.DoubleType)
          .add(FoldedRows.SCORES, SQLDataTypes.VectorType())
          .add(FoldedRows.WEIGHT, DataTypes.DoubleType)
          .add(FoldedRows.COST, DataTypes.DoubleType);

  private static Calibrator calibrator(ScoreScale scale, boolean isSigmoid, double[] weights) {
    List<Row> rows = new ArrayList<>();
    double[] sums = new double[2];
    for (int i = 0; i < P.length; i++) {
      rows.add(RowFactory.create((double) Y[i], Vectors.dense(1 - P[i], P[i]), weights[i], 1.0));
      sums[Y[i]] += weights[i];
    }

    Dataset<Row> scores = spark.createDataFrame(rows, SCORES);
    assertThat(CheckedScores.of(scores, 2, new CalibratedClassifier()).weights()).isEqualTo(sums);
    return new Calibration(scores, scale, sums).calibrators(isSigmoid).get(0);
  }

  @Test
  void sigmoid_ofEqualRows() {
    double[] numbers = calibrator(ScoreScale.LOG_ODDS, true, ONES).numbers();
    assertThat(numbers[0]).isCloseTo(0.48221439520, within(1e-5));
    assertThat(numbers[1]).isCloseTo(-0.1151512333, within(1e-5));
  }

  @Test
  void sigmoid_ofWeightedRows() {
    double[] numbers = calibrator(ScoreScale.LOG_ODDS, true, WEIGHTS).numbers();
    assertThat(numbers[0]).isCloseTo(0.6843369768, within(1e-5));
    assertThat(numbers[1]).isCloseTo(-0.1504078110, within(1e-5));
  }

  private static void assertIsotonic(double[] weights, double... expected) {
    Calibrator isotonic = calibrator(ScoreScale.SAID, false, weights);
    double[] at = {0, .05, .12, .15, .3, .35, .5, .65, .85, 1};
    double[] found = Arrays.stream(at).map(isotonic::probability).toArray();
    IntStream.range(0, at.length)
        .forEach(
            i -> assertThat(found[i]).as("at %s", at[i]).isCloseTo(expected[i], within(1e-12)));
  }

  @Test
  void isotonic_ofEqualRows() {
    assertIsotonic(ONES, 0, 0, .1, .25, .25, .375, .5, 2.0 / 3, 5.0 / 6, 1);
  }

  @Test
  void isotonic_ofWeightedRows() {
    assertIsotonic(WEIGHTS, 0, 0, 1.0 / 15, 1.0 / 6, 1.0 / 6, 1.0 / 3, .5, .75, .875, 1);
  }
}
