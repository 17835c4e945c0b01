// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import org.sparksmote.errors.SmoteException;

/** Errors about the stages of the library and their pipelines. */
final class StageProblems {

  private StageProblems() {}

  static SmoteException resampledForNobody(String uid) {
    return SmoteException.of(
        47,
        "fit with the sampler %s at the end: no stage behind it learns from its rows. Put it before"
            + " the stage that does, or call fitResample for the resampled rows.",
        uid);
  }

  static SmoteException columnLacksValues(
      String column, String stage, String param, String sampler) {
    return SmoteException.of(
        48,
        "train %s on the column '%s' of its %s: the rows made by %s are null in it. Make the column"
            + " behind the sampler, let the sampler fill it (featuresCol, inputCols, weightCol), or"
            + " set its passengerColumns to copy.",
        stage,
        column,
        param,
        sampler);
  }

  static SmoteException nullsInMadeRows(
      String column, String stage, String param, long nulls, long made) {
    return SmoteException.of(
        49,
        "train %s on the column '%s' of its %s: %d of %d synthetic rows are null in it. Fill it in"
            + " the stage that makes it, let the sampler fill what that stage reads (weightCol), or"
            + " set passengerColumns of the sampler to copy.",
        stage,
        column,
        param,
        nulls,
        made);
  }

  static SmoteException madeRowsAreGone(String stage, long made) {
    return SmoteException.of(
        65,
        "train %s on resampled rows: a stage before it dropped all %d synthetic rows, as a filter or"
            + " a join on a column does that is null in them. Fill that column by the sampler"
            + " (weightCol), or set its passengerColumns to copy.",
        stage,
        made);
  }

  static SmoteException noSummary(String uid) {
    return SmoteException.of(
        42,
        "show the summary of %s: it was not fitted. Call fit first, or load a fitted model.",
        uid);
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
