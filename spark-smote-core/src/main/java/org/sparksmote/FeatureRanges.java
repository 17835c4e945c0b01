// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.io.Serializable;
import java.util.Arrays;

/** Smallest and largest value of every feature, for min-max scaling of distances. */
final class FeatureRanges implements Serializable {

  private static final long serialVersionUID = 1L;

  private double[] min = {};
  private double[] max = {};

  void add(FeatureRow row) {
    double[] values = new double[row.size];
    row.copyTo(values, 0);
    extend(values, values);
  }

  void merge(FeatureRanges other) {
    if (other.min.length > 0) {
      extend(other.min, other.max);
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

  /** One over the range of each feature; 1 where the range is zero, which then plays no part. */
  double[] weights(int size) {
    double[] weights = unscaled(size);
    for (int j = 0; j < min.length; j++) {
      double half = max[j] / 2 - min[j] / 2; // halves: the range itself can overflow
      double weight = 0.5 / half;
      weights[j] = half > 0 && Double.isFinite(weight) ? weight : 1;
    }

    return weights;
  }

  static double[] unscaled(int size) {
    double[] ones = new double[size];
    Arrays.fill(ones, 1.0);
    return ones;
  }
}
