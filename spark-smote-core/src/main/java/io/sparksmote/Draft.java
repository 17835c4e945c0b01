// SPDX-License-Identifier: Apache-2.0
package io.sparksmote;

/**
 * A new row before it is written in the user's columns.
 *
 * @param base its base row
 * @param partner its partner row, or {@link #NOBODY}
 * @param gap where on the segment between them it lies; NaN when it is on none
 * @param features its features
 */
record Draft(int base, int partner, double gap, FeatureRow features) {

  /** Partner of a row that was made without one. */
  static final int NOBODY = -1;
}
