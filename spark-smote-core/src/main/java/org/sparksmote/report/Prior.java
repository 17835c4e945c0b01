// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.report;

import java.util.Locale;

/**
 * The share of a class among all rows, before and after a resampling. A model that is fitted on the
 * resampled rows takes the share after for what it will meet, and says probabilities that are too
 * high for a class that grew.
 *
 * <p>For a linear model (logistic regression) that shift is one of the odds, and {@link #restore}
 * undoes it: Saerens, Latinne and Decaestecker, "Adjusting the outputs of a classifier to new a
 * priori probabilities", Neural Computation 2002. Trees and forests do not follow the rule after
 * rows were synthesised; calibrate them on rows that no resampling touched.
 *
 * @param label the label as text
 * @param before the share of the class in the input, 0 to 1
 * @param after the share in the output, 0 to 1
 */
public record Prior(String label, double before, double after) {

  /** The odds before over the odds after; below 1 for a class that grew more than the others. */
  public double oddsRatio() {
    return before == after ? 1 : odds(before) / odds(after);
  }

  private static double odds(double share) {
    return share / (1 - share);
  }

  /**
   * The probability that a linear model would have said without the resampling: {@code p' = p w /
   * (p w + 1 - p)}, where w is the {@link #oddsRatio}. With more than two classes it holds for each
   * against the rest; divide by the sum.
   *
   * @param probability of the class, as a linear model says that was fitted on the resampled rows
   */
  public double restore(double probability) {
    double weighed = probability * oddsRatio();
    return weighed / (weighed + 1 - probability);
  }

  /** The shares and the rule, in a line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %.4g %% of the rows before, %.4g %% after; of a linear model's p restore"
            + " p w / (p w + 1 - p), w = %.4g",
        label,
        100 * before,
        100 * after,
        oddsRatio());
  }
}
