// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.weights;

import org.sparksmote.errors.SmoteException;

/** Errors about what classes weigh. */
final class WeightProblems {

  private WeightProblems() {}

  static SmoteException noWeightLeft(String className, String column) {
    return SmoteException.of(
        105,
        "restore the total weight of class '%s': in all rows that stay, weightCol '%s' is 0, or as"
            + " good as 0. Set another seed, or ask for more rows in samplingStrategy.",
        className,
        column);
  }
}
