// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.testing;

import org.sparksmote.internal.rows.ColumnValues;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.rows.FeatureWeights;

/** Rows of features, and weights of theirs, as small tests write them. */
public final class FeatureRows {

  private FeatureRows() {}

  /** A row that holds all of its values. */
  public static FeatureRow dense(double... values) {
    FeatureRow row = new FeatureRow();
    row.setDense(values);
    return row;
  }

  /** A row that holds some values, at ascending indices; the others are 0. */
  public static FeatureRow sparse(int size, int[] indices, double... values) {
    FeatureRow row = new FeatureRow();
    row.setSparse(size, indices, values);
    return row;
  }

  /** A weight for each feature. */
  public static FeatureWeights weights(double... values) {
    return new FeatureWeights(ColumnValues.full(values));
  }
}
