// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import org.sparksmote.errors.SmoteException;

/** Errors about classifiers whose predictions are corrected. */
final class MetaProblems {

  private MetaProblems() {}

  static SmoteException noEstimator(String stage) {
    return SmoteException.of(
        177,
        "fit %s: it has no estimator. Call setEstimator with a classifier, or with a pipeline that"
            + " ends in one.",
        stage);
  }

  static SmoteException noVector(String column, String type) {
    return SmoteException.of(
        161,
        "read the predictions in '%s', which are of type %s and not vectors. Set probabilityCol and"
            + " rawPredictionCol to the columns that the estimator writes.",
        column,
        type);
  }

  static SmoteException fewRows(int label, String column, long rows, int folds, int least) {
    return SmoteException.of(
        162,
        "learn from %d rows of class %d of '%s' in %d folds: %d are needed at least. Set a smaller"
            + " cv if that is what asks for so many, or use more rows.",
        rows,
        label,
        column,
        folds,
        least);
  }

  static SmoteException fewRowsInFold(int label, String column, long rows, int least) {
    return SmoteException.of(
        167,
        "learn from a fold with %d rows of class %d of '%s', %d are needed at least: rows that are"
            + " alike in all columns are in one fold. Keep copies once, with a weightCol, or set"
            + " another seed.",
        rows,
        label,
        column,
        least);
  }

  static SmoteException noScores(String column, long rows) {
    return SmoteException.of(
        164,
        "learn from what the estimator says in '%s': in %d rows it is null or NaN. Look for values"
            + " in the features that it cannot use.",
        column,
        rows);
  }

  static SmoteException otherNumbers(String path) {
    return SmoteException.of(
        166,
        "load %s: its numbers do not belong to its models. Build the stage again and save it, or bring"
            + " back the files as they were.",
        path);
  }

  static SmoteException noSampler(String stage) {
    return SmoteException.of(
        168,
        "fit %s: it has no sampler whose effect could be taken back. Call setSampler, or fit the"
            + " estimator alone.",
        stage);
  }

  static SmoteException wrongFormula(String sampler, String estimator) {
    return SmoteException.of(
        169,
        "correct the probabilities of a %s behind a %s by a formula: it holds for any classifier"
            + " behind a RandomUnderSampler, and for a LogisticRegression where rows are added;"
            + " other classifiers do not shift their odds by the shares of the classes. Use"
            + " CalibratedClassifier.",
        estimator,
        sampler);
  }

  static SmoteException notAtRandom(String sampler, int label, long rows) {
    return SmoteException.of(
        170,
        "correct probabilities by a formula: %s took %d rows of class %d away, and not all at"
            + " random. Use CalibratedClassifier.",
        sampler,
        rows,
        label);
  }

  static SmoteException weightedPriors(String estimator) {
    return SmoteException.of(
        171,
        "correct probabilities by the shares of rows: the %s weighs them by its weightCol. Clear"
            + " it, or leave PriorCorrection out if the weights restore the classes.",
        estimator);
  }

  static SmoteException twoClassesOnly(String stage, int classes) {
    return SmoteException.of(
        172,
        "tune the threshold of %s for %d classes: there is one for two. Tune one class against the"
            + " rest, or set thresholds of the classifier.",
        stage,
        classes);
  }

  static SmoteException noProbabilities(String estimator, String stage) {
    return SmoteException.of(
        173,
        "use %s in a %s, which needs probabilities: it says none. Fit it inside a"
            + " CalibratedClassifier.",
        estimator,
        stage);
  }

  static SmoteException costOfNoCost(String param, String metric) {
    return SmoteException.of(
        174, "use %s for the measure %s. Set metricName to cost, or clear it.", param, metric);
  }

  static SmoteException badCostType(String column, String type, String param) {
    return SmoteException.of(
        175,
        "use the column '%s' of type %s as %s: a cost is a number. Cast it to double.",
        column,
        type,
        param);
  }

  static SmoteException badCost(long rows) {
    return SmoteException.of(
        176,
        "tune by what wrong decisions cost: in %d rows that is negative, NaN or null. Fill in the"
            + " columns of costs.",
        rows);
  }

  static SmoteException otherColumn(String param, String own, String estimator, String other) {
    return SmoteException.of(
        206,
        "fit with two columns for one thing: %s is '%s', and that of %s is '%s'. Set both to the same"
            + " column.",
        param,
        own,
        estimator,
        other);
  }

  static SmoteException noClassifier(String estimator, String probability, String raw) {
    return SmoteException.of(
        207,
        "use %s as a classifier: behind it there is neither '%s' nor '%s'. Set estimator to a"
            + " classifier, or probabilityCol and rawPredictionCol to the columns that it writes.",
        estimator,
        probability,
        raw);
  }

  static SmoteException resampledTwice(String estimator) {
    return SmoteException.of(
        208,
        "take back what the sampler does to probabilities: %s, the estimator, resamples by itself,"
            + " and that would stay in them. Leave out one of the two samplers, or use"
            + " CalibratedClassifier.",
        estimator);
  }

  static SmoteException classWithoutWeight(int label, String weightCol) {
    return SmoteException.of(
        209,
        "learn what scores say of class %d: in all of its rows '%s' is 0. Leave out the class, or set"
            + " weightCol to another column.",
        label,
        weightCol);
  }

  static SmoteException noCosts() {
    return SmoteException.of(
        210,
        "tune by costs of which falsePositiveCost and falseNegativeCost are both 0: then all decisions"
            + " cost the same. Set one of them above 0.");
  }
}
