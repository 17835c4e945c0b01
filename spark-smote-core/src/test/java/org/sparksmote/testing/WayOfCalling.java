// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.testing;

import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.param.Param;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparksmote.ResamplingPipeline;
import org.sparksmote.Smote;
import org.sparksmote.SmoteResampler;

/** The ways to resample a dataset; all must give the very same rows. */
public enum WayOfCalling {
  FIT_RESAMPLE {
    @Override
    public Recorder.Table resample(Smote smote, Dataset<Row> data) {
      return Recorder.Table.of(smote.fitResample(data));
    }
  },

  PLAIN_PIPELINE {
    @Override
    public Recorder.Table resample(Smote smote, Dataset<Row> data) {
      return seenIn(new Pipeline(), smote, data);
    }
  },

  RESAMPLER {
    @Override
    public Recorder.Table resample(Smote smote, Dataset<Row> data) {
      return Recorder.Table.of(resampler(smote).transform(data));
    }
  },

  RESAMPLING_PIPELINE {
    @Override
    public Recorder.Table resample(Smote smote, Dataset<Row> data) {
      return seenIn(new ResamplingPipeline(), smote, data);
    }
  };

  /** What the data looks like after resampling, to a caller or to the next stage. */
  public abstract Recorder.Table resample(Smote smote, Dataset<Row> data);

  private static Recorder.Table seenIn(Pipeline pipeline, Smote smote, Dataset<Row> data) {
    Recorder recorder = new Recorder();
    pipeline.setStages(new PipelineStage[] {smote, recorder}).fit(data);
    return recorder.seen();
  }

  /** A resampler with the settings of an estimator. */
  public static SmoteResampler resampler(Smote smote) {
    SmoteResampler resampler = new SmoteResampler();
    for (Param<?> param : smote.params()) {
      if (smote.isSet(param)) {
        copy(smote, resampler, param);
      }
    }

    return resampler;
  }

  @SuppressWarnings("unchecked")
  private static <T> void copy(Smote from, SmoteResampler to, Param<T> param) {
    to.set((Param<T>) to.getParam(param.name()), from.getOrDefault(param));
  }
}
