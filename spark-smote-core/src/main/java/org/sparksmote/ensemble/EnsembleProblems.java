// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.ensemble;

import org.sparksmote.errors.SmoteException;

/** Errors about ensembles. */
final class EnsembleProblems {

  private EnsembleProblems() {}

  static SmoteException noWeights(String estimator, String column) {
    return SmoteException.of(
        152,
        "use weightCol '%s': the estimator %s has no weightCol. Set another estimator, or clear"
            + " weightCol.",
        column,
        estimator);
  }

  static SmoteException strategyBesideSampler(String param, String sampler) {
    return SmoteException.of(
        153,
        "use %s beside the sampler %s, which makes the bags by its own settings. Set it there, or"
            + " leave sampler out.",
        param,
        sampler);
  }

  static SmoteException twoClassesOnly(String estimator, int classes) {
    return SmoteException.of(
        154,
        "train %s on %d classes: it is for two. Set an estimator for more, such as"
            + " RandomForestClassifier.",
        estimator,
        classes);
  }

  static SmoteException dottedName(String column, String param) {
    return SmoteException.of(
        159,
        "learn from the column '%s' of %s: classifiers of Spark ML take a name with a dot for a field"
            + " inside of a column. Rename it with withColumnRenamed, and set %s to the new name.",
        column,
        param,
        param);
  }
}
