// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.measures;

import java.io.Serializable;

/**
 * What measures must be told.
 *
 * @param beta how much more recall counts than precision, for fBeta
 * @param alpha how much the difference of sensitivity and specificity counts, for iba
 * @param falsePositiveCost what it costs to call a row the class which is not
 * @param falseNegativeCost what it costs to overlook a row of the class
 */
public record MeasureSettings(
    double beta, double alpha, double falsePositiveCost, double falseNegativeCost)
    implements Serializable {

  /** The defaults of scikit-learn and imbalanced-learn; all wrong decisions cost the same. */
  public static final MeasureSettings DEFAULT = new MeasureSettings(1, 0.1, 1, 1);
}
