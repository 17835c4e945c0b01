// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWriter;
import org.sparksmote.internal.saving.SavedStages;
import org.sparksmote.internal.saving.StageMetadata;

/**
 * Saves a ResamplingPipeline as Spark saves its own pipelines, which is what PySpark can read too:
 * metadata that name the stages, and a directory for each. Its first layout, a plain Pipeline below
 * the metadata, is read as well.
 */
final class ResamplingPipelineIo {

  private static final String FIRST_LAYOUT = "pipeline";

  private ResamplingPipelineIo() {}

  static MLWriter writer(ResamplingPipeline pipeline) {
    // At once, so that a stage that cannot be saved is refused before anything is written.
    PipelineStage[] stages = pipeline.getStages();
    SavedStages.requireNames(pipeline.uid(), stages);
    Pipeline.SharedReadWrite$.MODULE$.validateStages(stages);
    List<String> uids = Arrays.stream(stages).map(PipelineStage::uid).toList();
    return new MLWriter() {
      @Override
      public void saveImpl(String path) {
        StageMetadata.save(pipeline, uids, path, sparkSession());
        SavedStages.save(stages, path, sparkSession());
      }
    };
  }

  static MLReader<Pipeline> reader() {
    return new MLReader<>() {
      @Override
      public Pipeline load(String path) {
        StageMetadata metadata =
            StageMetadata.load(path, sparkSession())
                .ofClass(ResamplingPipeline.class)
                .ofKnownVersion();
        ResamplingPipeline pipeline = new ResamplingPipeline(metadata.uid());
        metadata.restore(pipeline);
        return pipeline.setStages(
            metadata.hasStageUids()
                ? SavedStages.load(path, metadata, sparkSession())
                : SavedStages.load(new Path(path, FIRST_LAYOUT).toString(), sparkSession()));
      }
    };
  }
}
