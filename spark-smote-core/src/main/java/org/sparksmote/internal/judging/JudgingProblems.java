// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.judging;

import org.sparksmote.errors.SmoteException;

/** Errors about predictions that cannot be judged. */
final class JudgingProblems {

  private JudgingProblems() {}

  static SmoteException badScoreType(String param, String column, String type) {
    return SmoteException.of(
        180,
        "use the column '%s' of %s, which is of type %s: a vector with a number per class, or one"
            + " number for class 1, is needed. Set %s to such a column.",
        column,
        param,
        type,
        param);
  }

  static SmoteException notNumeric(String param, String column, String type) {
    return SmoteException.of(
        181,
        "use the column '%s' of %s, which is of type %s: classes are numbers, as StringIndexer makes"
            + " them. Set %s to a numeric column.",
        column,
        param,
        type,
        param);
  }

  static SmoteException badScores(String param, String column, long rows) {
    return SmoteException.of(
        182,
        "judge by the column '%s' of %s: %d rows hold null, NaN, an infinite number, a probability outside of [0, 1],"
            + " probabilities whose sum is not 1, or no number for their class. Fill or drop them, or set rawPredictionCol if these are no"
            + " probabilities.",
        column,
        param,
        rows);
  }

  static SmoteException badLabels(String column, long rows) {
    return SmoteException.of(
        183,
        "judge rows without a class: %d rows hold null, NaN or an infinite number in '%s' or in"
            + " their prediction. Fill or drop them.",
        rows,
        column);
  }

  static SmoteException badWeights(String column, long rows) {
    return SmoteException.of(
        184,
        "weigh rows by the column '%s': %d rows hold null, NaN, an infinite or a negative number."
            + " Fill or drop them, or set weightCol to another column.",
        column,
        rows);
  }

  static SmoteException noWeight(long rows) {
    return SmoteException.of(
        185, "judge %d rows without any weight. Use a dataset that has rows of weight.", rows);
  }

  static SmoteException tooManyClasses(String column, int most) {
    return SmoteException.of(
        186,
        "tell classes by the column '%s', which has more than %d different values. Set labelCol to"
            + " a column of class indices.",
        column,
        most);
  }

  static SmoteException tooHeavy(String column) {
    return SmoteException.of(
        211,
        "weigh rows by the column '%s': its sum is larger than any double. Set weightCol to these"
            + " weights divided by their largest; measures stay the same.",
        column);
  }
}
