// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.making;

import org.sparksmote.internal.rows.FeatureRow;

/**
 * A new row before it is written in the user's columns.
 *
 * @param base its base row
 * @param partner its partner row, or {@link #NOBODY}
 * @param gap where on the segment between them it lies; NaN when it is on none
 * @param features its features
 * @param donors the rows that gave it the values of nominal features, one for each
 */
record Draft(long base, long partner, double gap, FeatureRow features, long[] donors) {

  /** Partner of a row that was made without one. */
  static final long NOBODY = -1;

  /** A row whose features are all numbers, or its base's. */
  Draft(long base, long partner, double gap, FeatureRow features) {
    this(base, partner, gap, features, new long[0]);
  }
}
