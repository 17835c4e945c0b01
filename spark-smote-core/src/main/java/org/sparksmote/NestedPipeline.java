// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;

/**
 * Recognises the one use that would silently train on original rows: an inner pipeline that ends
 * with a sampler. Its fit never calls transform, and the outer pipeline then hands the inner model
 * a new Dataset object, which looks like scoring data.
 */
final class NestedPipeline {

  private static final Set<String> SIGNS =
      Set.of(Pipeline.class.getName() + ".fit", PipelineModel.class.getName() + ".transform");

  private NestedPipeline() {}

  /** Whether a fitted pipeline is being applied inside the fit of another. */
  static boolean isOnStack() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                    .filter(SIGNS::contains)
                    .collect(Collectors.toSet()))
        .equals(SIGNS);
  }
}
