// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.rows;

import java.io.Serializable;

/** The factor per feature that distances apply; all ones when features are not standardized. */
public final class FeatureWeights implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Every eighth feature the sum is compared with the limit, which leaves room for rounding. */
  private static final int STOP_STRIDE = 7;

  private static final double STOP_MARGIN = 1 + 1e-9;

  private final ColumnValues values;

  /** Weights that differences are multiplied with, one per feature. */
  public FeatureWeights(ColumnValues values) {
    this.values = values;
  }

  /** The weight of every feature. */
  public ColumnValues values() {
    return values;
  }

  /** Features. */
  public int size() {
    return values.size();
  }

  /** The weighted Euclidean distance of two rows, or something above {@code limit} if it is. */
  public double distance(FeatureRow a, FeatureRow b, double limit) {
    if (a.sparse || b.sparse) {
      return EuclideanLength.of(differences(a, b));
    }

    double sum = 0;
    double most = limit * limit * STOP_MARGIN;
    for (int j = 0; j < a.size; j++) {
      double t = (a.values[j] - b.values[j]) * values.at(j);
      sum += t * t;
      if ((j & STOP_STRIDE) == STOP_STRIDE && sum > most) {
        break;
      }
    }

    return EuclideanLength.isSafe(sum) ? Math.sqrt(sum) : EuclideanLength.of(differences(a, b));
  }

  /** The weighted difference of each column in which one of them has a value, then zeros. */
  private double[] differences(FeatureRow a, FeatureRow b) {
    double[] found = new double[a.values.length + b.values.length];
    int count = 0;
    int atA = 0;
    int atB = 0;
    while (atA < a.values.length || atB < b.values.length) {
      int columnA = atA < a.values.length ? a.column(atA) : Integer.MAX_VALUE;
      int columnB = atB < b.values.length ? b.column(atB) : Integer.MAX_VALUE;
      int column = Math.min(columnA, columnB);
      double t = columnA == column ? a.values[atA++] : 0;
      t -= columnB == column ? b.values[atB++] : 0;
      found[count++] = t * values.at(column);
    }

    return found;
  }
}
