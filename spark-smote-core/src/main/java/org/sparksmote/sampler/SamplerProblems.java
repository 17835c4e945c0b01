// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.sampler;

import org.sparksmote.errors.SmoteException;

/** Errors about fitted samplers. */
final class SamplerProblems {

  private SamplerProblems() {}

  static SmoteException settledByFit(String uid, String params) {
    return SmoteException.of(
        63,
        "change %s of the fitted %s: its rows were planned with the settings that it was fitted"
            + " with. Set them on the Smote and fit it again.",
        params,
        uid);
  }
}
