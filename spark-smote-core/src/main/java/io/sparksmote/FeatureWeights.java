// SPDX-License-Identifier: Apache-2.0
package io.sparksmote;

import java.io.Serializable;

/** The factor per feature that distances apply; all ones when features are not standardized. */
final class FeatureWeights implements Serializable {

  private static final long serialVersionUID = 1L;

  private final double[] values;

  FeatureWeights(double[] values) {
    this.values = values;
  }

  double[] values() {
    return values;
  }

  int size() {
    return values.length;
  }
}
