// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.pipeline;

import org.sparksmote.errors.SmoteException;

/** Errors about stages inside pipelines. */
public final class PipelineProblems {

  private PipelineProblems() {}

  /** An inner pipeline whose resampled rows no stage behind it would see. */
  public static SmoteException nestedPipeline(String uid) {
    return SmoteException.shared(41, uid);
  }

  /** Folds of resampled rows: synthetic rows would be among those that validate. */
  public static SmoteException foldsOfResampledRows(String stage, String sampler) {
    return SmoteException.shared(66, stage, sampler);
  }
}
