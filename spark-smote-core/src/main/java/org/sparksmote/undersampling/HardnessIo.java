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

/** Saves the stage with its classifier, as a pipeline is saved with its stages. */
final class HardnessIo {

  private HardnessIo() {}

  /**
   * A writer.
   *
   * @param estimator null: the default, of which nothing is saved
   */
  static MLWriter writer(
      InstanceHardnessThreshold stage, @Nullable ProbabilisticClassifier<?, ?, ?> estimator) {
    PipelineStage[] stages =
        estimator == null ? new PipelineStage[0] : new PipelineStage[] {estimator};
    if (estimator != null && !(estimator instanceof MLWritable)) {
      throw UnderProblems.estimatorNotSaved(estimator.getClass().getName());
    }

    SavedStages.requireNames(stage.uid(), stages);
    List<String> uids = estimator == null ? List.of() : List.of(estimator.uid());
    return new MLWriter() {
      @Override
      public void saveImpl(String path) {
        StageMetadata.save(stage, uids, path, sparkSession());
        SavedStages.save(stages, path, sparkSession());
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
        metadata.restoreHolder(stage);
        for (PipelineStage saved : SavedStages.load(path, metadata, sparkSession())) {
          if (!(saved instanceof ProbabilisticClassifier<?, ?, ?> classifier)) {
            throw UnderProblems.savedNoClassifier(path, saved.getClass().getName());
          }

          stage.setEstimator(classifier);
        }

        return stage;
      }
    };
  }
}
