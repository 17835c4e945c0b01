// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.weighing;

import org.sparksmote.errors.SmoteException;
import org.sparksmote.internal.strategy.ClassCount;

/** Errors about classes without bases. */
final class WeighingProblems {

  private WeighingProblems() {}

  static SmoteException noBase(String variant, ClassCount found, String rule, String remedy) {
    return SmoteException.of(
        46,
        "make rows for class '%s' with variant %s: by baseWeight %s none of its %d usable rows is a"
            + " base. Use %s, or set onShortfall to fallback.",
        found.name(),
        variant,
        rule,
        found.usable(),
        remedy);
  }
}
