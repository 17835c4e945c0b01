// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import org.sparksmote.errors.SmoteException;

/** Errors about measures that cannot be had. */
final class EvaluationProblems {

  private EvaluationProblems() {}

  static SmoteException oneClass(String metric, String label, long rows) {
    return SmoteException.of(
        190,
        "measure %s: of %d rows with weight, all or none are of class %s, so nothing can be ranked."
            + " Use a dataset that has rows of it and of others, for example by stratified folds.",
        metric,
        rows,
        label);
  }

  static SmoteException noClass(String metric, int classes) {
    return SmoteException.of(
        191,
        "measure %s of %d classes at once: it is of one class against all others. Set metricLabel to"
            + " that class.",
        metric,
        classes);
  }

  static SmoteException unknownLabel(String label, String present) {
    return SmoteException.of(
        192, "find class %s of metricLabel. Set it to one of those present: %s.", label, present);
  }

  static SmoteException noProbabilities(String metric) {
    return SmoteException.of(
        193,
        "measure %s by rawPredictionCol, which holds no probabilities. Leave rawPredictionCol out,"
            + " and set probabilityCol.",
        metric);
  }

  static SmoteException noOrder(String metric) {
    return SmoteException.shared(194, metric, metric);
  }

  static SmoteException nothingFits(String metric) {
    return SmoteException.of(
        195,
        "measure %s: no recalibration fits best, because predictions are all equal or separate the"
            + " classes. Use more rows, or set metricName to logLoss or brier.",
        metric);
  }

  static SmoteException noMetric(String name, String present) {
    return SmoteException.of(
        196, "find the measure '%s' in a result. Use one of those that it has: %s.", name, present);
  }
}
