// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Smallest and largest value of every feature, for min-max scaling of distances. */
final class FeatureRanges {

  private double[] min = {};
  private double[] max = {};

  void add(FeatureRow row) {
    double[] values = new double[row.size];
    row.copyTo(values, 0);
    extend(values, values);
  }

  /** The ranges as they travel; {@link #add(Row)} reads them. */
  Row toRow() {
    return RowFactory.create(min, max);
  }

  /** Adds what others found. */
  void add(Row ranges) {
    double[] low = ranges.getAs(0);
    if (low.length > 0) {
      extend(low, ranges.getAs(1));
    }
  }

  private void extend(double[] low, double[] high) {
    if (min.length == 0) {
      min = low.clone();
      max = high.clone();
      return;
    }

    for (int j = 0; j < min.length; j++) {
      min[j] = Math.min(min[j], low[j]);
      max[j] = Math.max(max[j], high[j]);
    }
  }

  /**
   * One over the range of each feature; 1 where the range is zero, which then plays no part, and
   * where no row was added.
   */
  double[] weights(int size) {
    double[] weights = new double[size];
    Arrays.fill(weights, 1.0);
    for (int j = 0; j < min.length; j++) {
      double half = max[j] / 2 - min[j] / 2; // halves: the range itself can overflow
      double weight = 0.5 / half;
      weights[j] = half > 0 && Double.isFinite(weight) ? weight : 1;
    }

    return weights;
  }
}
