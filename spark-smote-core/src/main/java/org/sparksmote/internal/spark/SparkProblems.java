// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.spark;

import org.sparksmote.errors.SmoteException;

/** Errors about datasets and sessions. */
final class SparkProblems {

  private SparkProblems() {}

  static SmoteException streaming() {
    return SmoteException.of(
        8,
        "resample a streaming dataset: classes can only be counted on a bounded dataset. Fit on a"
            + " batch, for example what a micro-batch of foreachBatch holds.");
  }

  static SmoteException notRegistered(String classes) {
    return SmoteException.of(
        60,
        "send results by Kryo: spark.kryo.registrationRequired is set, and these classes are not"
            + " registered: %s. Set spark.kryo.registrator to org.sparksmote.SmoteRegistrator,"
            + " which registers them.",
        classes);
  }
}
