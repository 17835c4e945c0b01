// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.learning;

import org.sparksmote.errors.SmoteException;

/** Errors about what classifiers learn from. */
public final class LearningProblems {

  private LearningProblems() {}

  /** Labels that are no class indices. */
  public static SmoteException noClassIndices(String column, String reason) {
    return SmoteException.of(
        150,
        "train on the labels in '%s': %s, and not class indices 0, 1, 2 and so on. Make them with"
            + " StringIndexer.",
        column,
        reason);
  }

  static SmoteException emptyClass(int label, String where, String column) {
    return SmoteException.of(
        151,
        "train on %s: class %d of '%s' has no rows, so that not all models would know the same"
            + " classes. Use StringIndexer for indices without gaps, or ask for rows of every class"
            + " in samplingStrategy.",
        where,
        label,
        column);
  }

  static SmoteException noRows() {
    return SmoteException.of(
        156, "train on a dataset without rows. Check the filters and joins before this stage.");
  }

  static SmoteException badWeights(String column, long rows) {
    return SmoteException.of(
        158,
        "train with the weights in '%s': %d of them are null, NaN, infinite or negative. Drop"
            + " these rows, or fill in their weights.",
        column,
        rows);
  }
}
