// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import java.util.List;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.saving.SavedStages;
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
    if (estimator != null && !(estimator instanceof MLWritable)) {
      throw UnderProblems.estimatorNotSaved(estimator.getClass().getName());
    }

    return new MLWriter() {
      @Override
      public void saveImpl(String path) {
        List<String> parts = estimator == null ? List.of() : List.of(ESTIMATOR);
        StageMetadata.saveHolder(stage, parts, path, sparkSession());
        if (estimator instanceof MLWritable part) {
          SavedStages.savePart(part.write(), path, ESTIMATOR, sparkSession());
        }
      }
    };
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
              classifier(path, SavedStages.loadPart(path, ESTIMATOR, sparkSession())));
        }

        return stage;
      }
    };
  }

  private static ProbabilisticClassifier<?, ?, ?> classifier(String path, PipelineStage saved) {
    if (saved instanceof ProbabilisticClassifier<?, ?, ?> classifier) {
      return classifier;
    }

    throw UnderProblems.savedNoClassifier(path, saved.getClass().getName());
  }
}
