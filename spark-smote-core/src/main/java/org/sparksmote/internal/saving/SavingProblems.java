// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.saving;

import org.sparksmote.errors.SmoteException;

/** Errors about saved stages. */
final class SavingProblems {

  private SavingProblems() {}

  static SmoteException foreignMetadata(String path, String expected) {
    return SmoteException.shared(43, path, expected);
  }

  static SmoteException badMetadata(String path, String reason) {
    return SmoteException.shared(54, path, reason);
  }

  static SmoteException badSavedParam(String path, String param, String value, String takes) {
    return SmoteException.of(
        55,
        "load %s: its param %s has the value %s, which it does not take (%s). Build the stage again"
            + " and save it, or bring back the file as it was.",
        path,
        param,
        value,
        takes);
  }

  static SmoteException savedByAnother(String path, String own, String reason) {
    return SmoteException.shared(56, path, own, reason);
  }

  static SmoteException badStages(String path, String error, String message) {
    return SmoteException.of(
        57,
        "load the stages of %s: one of them ends in %s (%s). Build the pipeline again and save it,"
            + " or add the library that has the stage.",
        path,
        error,
        message);
  }

  static SmoteException badUid(String uid) {
    return SmoteException.of(
        67,
        "use the uid %s: it names a directory when a pipeline is saved. Choose letters, digits, '_'"
            + " and '-', with '.' and blanks inside, 200 bytes at most, or leave it out.",
        uid);
  }

  static SmoteException sameUid(String pipeline, String uid) {
    return SmoteException.of(
        68,
        "save the pipeline %s: two of its stages have the uid '%s', so that no param map could tell"
            + " them apart. Choose another uid for one of them.",
        pipeline,
        uid);
  }

  static SmoteException heldNotWritable(String stage, String part, String type) {
    return SmoteException.of(
        155,
        "save %s: its %s, a %s, cannot be saved. Set one that is MLWritable, as those of Spark are.",
        stage,
        part,
        type);
  }

  static SmoteException wrongHeld(String path, String part, String type) {
    return SmoteException.of(
        157,
        "load %s: what it has as %s is a %s. Build the stage again and save it, or bring back the"
            + " files as they were.",
        path,
        part,
        type);
  }
}
