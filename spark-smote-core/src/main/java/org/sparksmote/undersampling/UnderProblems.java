// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import org.sparksmote.errors.SmoteException;
import org.sparksmote.internal.strategy.ClassCount;

/** Errors about taking rows away by their features. */
final class UnderProblems {

  private UnderProblems() {}

  static SmoteException tooWide(int features, int most) {
    return SmoteException.of(
        133,
        "compare rows of %d features number by number: at most %d are possible. Select or hash to"
            + " fewer columns, or use RandomUnderSampler, which reads none.",
        features,
        most);
  }

  static SmoteException minorityAgainstItself(ClassCount minority) {
    return SmoteException.of(
        135,
        "shrink class '%s' by its distance to the smallest class, which it is itself, with %d rows."
            + " Leave it out of samplingStrategy, or use RandomUnderSampler for it.",
        minority.name(),
        minority.rows());
  }

  static SmoteException tooFewVoters(int k, ClassCount minority, long seeds) {
    return SmoteException.of(
        136,
        "let %d neighbours vote: class '%s' has %d usable rows, and there are %d seeds. Set"
            + " kNeighbors to a smaller number, or nSeedsS to a larger one.",
        k,
        minority.name(),
        minority.rows(),
        seeds);
  }

  static SmoteException weightsOfEstimator(String estimator, String column) {
    return SmoteException.of(
        141,
        "judge rows by a %s that reads weights from '%s': only features and label reach it. Set an"
            + " estimator without weightCol.",
        estimator,
        column);
  }

  static SmoteException twoClassesOnly(String estimator, int classes) {
    return SmoteException.of(
        142,
        "judge rows of %d classes by a %s: it is for two. Set an estimator for more, such as"
            + " RandomForestClassifier.",
        classes,
        estimator);
  }

  static SmoteException fewerThanFolds(ClassCount few, int folds) {
    return SmoteException.of(
        143,
        "judge the rows of class '%s', which has %d, in %d folds: models of some would not know it."
            + " Set cv to a smaller number, or leave the class out of samplingStrategy.",
        few.name(),
        few.rows(),
        folds);
  }

  static SmoteException tooFewNeighbors(int k, ClassCount minority) {
    return SmoteException.of(
        134,
        "find %d neighbours of a row in class '%s', which has %d usable rows. Set kNeighbors to at"
            + " most %d.",
        k,
        minority.name(),
        minority.rows(),
        minority.rows());
  }
}
