// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.keeping;

import org.sparksmote.errors.SmoteException;

/** Errors about taking rows away. */
final class KeepingProblems {

  private KeepingProblems() {}

  static SmoteException noWeightLeft(String className, String column) {
    return SmoteException.of(
        105,
        "restore the total weight of class '%s': in all rows that stay, weightCol '%s' is 0. Set"
            + " another seed, or ask for more rows in samplingStrategy.",
        className,
        column);
  }
}
