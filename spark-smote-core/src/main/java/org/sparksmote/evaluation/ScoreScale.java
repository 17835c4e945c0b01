// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** The scale on which calibrators read what a classifier says of a class. */
enum ScoreScale {
  /** What it says, a probability or a raw prediction. */
  SAID {
    @Override
    double of(double said) {
      return said;
    }
  },

  /** The log odds of a probability, in which a logistic regression has said it already. */
  LOG_ODDS {
    @Override
    double of(double said) {
      double p = Math.min(1 - LEAST, Math.max(LEAST, said));
      return StrictMath.log(p / (1 - p));
    }
  };

  /** Trees say 0 and 1, whose log odds would be infinite. */
  private static final double LEAST = 1e-3;

  abstract double of(double said);

  /** What calibrators of a method read. */
  static ScoreScale of(String method, boolean areRaw) {
    return CalibratedClassifier.isSigmoid(method) && !areRaw ? LOG_ODDS : SAID;
  }

  /** The scores of a class. */
  Column column(int c) {
    UDF1<Vector, Double> score = said -> of(said.apply(c));
    return functions
        .udf(score, DataTypes.DoubleType)
        .apply(functions.col("`" + FoldedRows.SCORES + "`"));
  }

  /** What calibrators make of what was said of all classes, with the sum 1 over {@code parts}. */
  Vector share(List<Calibrator> calibrators, Vector said, int parts) {
    double[] all = calibrated(calibrators, said.toArray());
    double sum = Arrays.stream(all).sum();
    for (int c = 0; c < all.length; c++) {
      all[c] = (sum == 0 ? 1.0 / all.length : all[c] / sum) / parts; // as scikit-learn does
    }

    return new DenseVector(all);
  }

  private double[] calibrated(List<Calibrator> calibrators, double[] said) {
    double[] all = new double[said.length];
    if (calibrators.size() == 1) {
      all[1] = calibrators.get(0).probability(of(said[1]));
      all[0] = 1 - all[1];
    } else {
      Arrays.setAll(all, c -> calibrators.get(c).probability(of(said[c])));
    }

    return all;
  }

  static Vector sum(Vector a, Vector b) {
    double[] sum = a.toArray().clone();
    Arrays.setAll(sum, c -> sum[c] + b.apply(c));
    return new DenseVector(sum);
  }
}
