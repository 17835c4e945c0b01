// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWriter;

/** Saves a ResamplingPipeline as its own params with a plain Pipeline of its stages below. */
final class ResamplingPipelineIo {

  private static final String STAGES = "pipeline";

  private ResamplingPipelineIo() {}

  static MLWriter writer(ResamplingPipeline pipeline) {
    // Made at once, so that a stage that cannot be saved is refused before anything is written.
    MLWriter stages = new Pipeline(pipeline.uid()).setStages(pipeline.getStages()).write();
    return new MLWriter() {
      @Override
      public void saveImpl(String path) {
        ResamplingPipeline own = new ResamplingPipeline(pipeline.uid());
        for (Param<?> param : pipeline.params()) {
          if (pipeline.isSet(param) && !param.equals(pipeline.stages())) {
            copy(pipeline, own, param);
          }
        }

        MLWriter params = SmoteIo.writer(own);
        params.session(sparkSession());
        params.saveImpl(path);
        stages.session(sparkSession());
        stages.saveImpl(new Path(path, STAGES).toString());
      }
    };
  }

  private static <T> void copy(Params from, Params to, Param<T> param) {
    to.set(param, from.getOrDefault(param));
  }

  static MLReader<Pipeline> reader() {
    return new MLReader<>() {
      @Override
      public Pipeline load(String path) {
        ResamplingPipeline pipeline =
            SmoteIo.loadParams(this, path, ResamplingPipeline.class, ResamplingPipeline::new);
        MLReader<Pipeline> stages = Pipeline.read();
        stages.session(sparkSession());
        return pipeline.setStages(stages.load(new Path(path, STAGES).toString()).getStages());
      }
    };
  }
}
