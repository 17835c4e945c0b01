// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.cells;

import org.sparksmote.errors.SmoteException;

/** Errors about what one task has no room for. */
public final class CellProblems {

  private CellProblems() {}

  /** Rows of a class that memory of a task does not hold, or time does not allow to search. */
  public static SmoteException tooMuchForOneTask(
      String className, String setting, String what, String remedy) {
    return SmoteException.of(
        58,
        "search the class %s with %s in one task: %s. Set %s.",
        className,
        setting,
        what,
        remedy);
  }
}
