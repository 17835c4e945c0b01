// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWriter;
import org.sparksmote.internal.saving.SavedStages;
import org.sparksmote.internal.saving.StageIo;
import org.sparksmote.internal.saving.StageMetadata;

/** Saves a ResamplingPipeline as its own params with a plain Pipeline of its stages below. */
final class ResamplingPipelineIo {

  private static final String STAGES = "pipeline";

  private ResamplingPipelineIo() {}

  static MLWriter writer(ResamplingPipeline pipeline) {
    // At once, so that a stage that cannot be saved is refused before anything is written.
    SavedStages.requireNames(pipeline.uid(), pipeline.getStages());
    MLWriter stages = new Pipeline(pipeline.uid()).setStages(pipeline.getStages()).write();
    return new MLWriter() {
      @Override
      public void saveImpl(String path) {
        StageMetadata.save(pipeline, path, sparkSession());
        stages.session(sparkSession());
        stages.saveImpl(new Path(path, STAGES).toString());
      }
    };
  }

  static MLReader<Pipeline> reader() {
    return new MLReader<>() {
      @Override
      public Pipeline load(String path) {
        ResamplingPipeline pipeline =
            StageIo.load(path, sparkSession(), ResamplingPipeline.class, ResamplingPipeline::new);
        return pipeline.setStages(
            SavedStages.load(new Path(path, STAGES).toString(), sparkSession()));
      }
    };
  }
}
