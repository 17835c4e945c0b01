// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.sampler;

import org.sparksmote.errors.SmoteException;

/** Errors about fitted samplers. */
final class SamplerProblems {

  private SamplerProblems() {}

  static SmoteException settledByFit(String uid, String params) {
    return SmoteException.shared(63, params, uid);
  }
}
