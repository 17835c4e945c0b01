// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import java.util.Map;
import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWriter;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.saving.HeldStages;
import org.sparksmote.internal.saving.StageMetadata;

/** Saves the stage with its classifier beside it. */
final class HardnessIo {

  private static final String ESTIMATOR = "estimator";

  private HardnessIo() {}

  /**
   * A writer.
   *
   * @param estimator null: the default, of which nothing is saved
   */
  static MLWriter writer(
      InstanceHardnessThreshold stage, @Nullable ProbabilisticClassifier<?, ?, ?> estimator) {
    return HeldStages.writer(stage, estimator == null ? Map.of() : Map.of(ESTIMATOR, estimator));
  }

  static MLReader<InstanceHardnessThreshold> reader() {
    return new MLReader<>() {
      @Override
      public InstanceHardnessThreshold load(String path) {
        StageMetadata metadata =
            StageMetadata.load(path, sparkSession())
                .ofClass(InstanceHardnessThreshold.class)
                .ofKnownVersion();
        InstanceHardnessThreshold stage = new InstanceHardnessThreshold(metadata.uid());
        metadata.restore(stage);
        if (metadata.hasPart(ESTIMATOR)) {
          stage.setEstimator(
              HeldStages.load(path, ESTIMATOR, ProbabilisticClassifier.class, sparkSession()));
        }

        return stage;
      }
    };
  }
}
