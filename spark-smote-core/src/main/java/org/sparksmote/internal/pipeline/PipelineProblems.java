// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.pipeline;

import org.sparksmote.errors.SmoteException;

/** Errors about stages inside pipelines. */
public final class PipelineProblems {

  private PipelineProblems() {}

  public static SmoteException nestedPipeline(String uid) {
    return SmoteException.shared(41, uid);
  }

  public static SmoteException foldsOfResampledRows(String stage, String sampler) {
    return SmoteException.shared(66, stage, sampler);
  }
}
