// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.verdicts;

import org.sparksmote.errors.SmoteException;

/** Errors about judging rows by their neighbours. */
final class VerdictProblems {

  private VerdictProblems() {}

  static SmoteException tooFewRows(int k, long usable) {
    return SmoteException.of(
        112,
        "find %d neighbours of a row among %d usable rows: at least %d are needed. Set kNeighbors to"
            + " a smaller number, or check the filter before.",
        k,
        usable,
        k + 1L);
  }
}
