// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.pipeline;

import org.sparksmote.errors.SmoteException;

/** Errors about stages inside pipelines. */
public final class PipelineProblems {

  private PipelineProblems() {}

  /** An inner pipeline whose resampled rows no stage behind it would see. */
  public static SmoteException nestedPipeline(String uid) {
    return SmoteException.of(
        41,
        "resample in an inner pipeline that has no classifier or other predictor behind %s: what"
            + " stands behind the inner pipeline would silently learn from original rows. Flatten"
            + " the pipelines, or make the outer one a ResamplingPipeline.",
        uid);
  }

  /** Folds of resampled rows: synthetic rows would be among those that validate. */
  public static SmoteException foldsOfResampledRows(String stage, String sampler) {
    return SmoteException.of(
        66,
        "validate %s on resampled rows: behind the sampler %s its folds would hold synthetic rows."
            + " Make sampler and learner one pipeline, and that the estimator of CrossValidator or"
            + " TrainValidationSplit.",
        stage,
        sampler);
  }
}
