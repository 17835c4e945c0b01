// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.variants;

import java.io.Serializable;
import org.sparksmote.internal.rows.ColumnValues;
import org.sparksmote.internal.rows.FeatureRow;

/**
 * Where the margin of a class is: its distance from a {@code SeparatingPlane}.
 *
 * @param coefficients of the features, 0 for columns that the rows it was learned from lack
 * @param intercept added to the product of features and coefficients
 */
public record Margin(ColumnValues coefficients, double intercept) implements Serializable {

  /** Which side a row is on, and how far: a row of the class within the margin has up to 1. */
  public double side(FeatureRow row) {
    double sum = intercept;
    for (int i = 0; i < row.values.length; i++) {
      sum += coefficients.at(row.column(i)) * row.values[i];
    }

    return sum;
  }
}
