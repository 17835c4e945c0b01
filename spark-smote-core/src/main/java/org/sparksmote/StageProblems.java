// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import org.sparksmote.errors.SmoteException;

/** Errors about the stages of the library and their pipelines. */
final class StageProblems {

  private StageProblems() {}

  static SmoteException resampledForNobody(String uid) {
    return SmoteException.shared(47, uid);
  }

  static SmoteException columnLacksValues(
      String column, String stage, String param, String sampler) {
    return SmoteException.shared(48, stage, column, param, sampler);
  }

  static SmoteException nullsInMadeRows(
      String column, String stage, String param, long nulls, long made) {
    return SmoteException.shared(49, stage, column, param, nulls, made);
  }

  static SmoteException madeRowsAreGone(String stage, long made) {
    return SmoteException.shared(65, stage, made);
  }

  static SmoteException noSummary(String uid) {
    return SmoteException.shared(42, uid);
  }

  static SmoteException otherDataset(String uid) {
    return SmoteException.of(
        45,
        "check the neighbours of %s on this dataset: it was not fitted on this Dataset object. Call"
            + " fit with it first.",
        uid);
  }

  static SmoteException notOverConnect(String uid) {
    return SmoteException.of(
        69,
        "resample with the Smote %s over Spark Connect: every call of a client makes a Dataset object"
            + " of its own, so that the fitted model would pass all data through. Use the Smote of"
            + " the sparksmote package for Python, or SmoteResampler.",
        uid);
  }

  static SmoteException planIsGone(String uid) {
    return SmoteException.of(
        70,
        "resample with the fitted %s: the server of Spark Connect has put the model away, and with"
            + " it what was planned. Call fit again, or fitResample.",
        uid);
  }
}
