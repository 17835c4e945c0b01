// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.storage.StorageLevel;

/**
 * A Pipeline in which samplers act during {@code fit} only: the fitted {@link PipelineModel} holds
 * no sampler, so test and scoring data cannot be resampled. Nested pipelines are flattened. It
 * works wherever a Pipeline does, also as the estimator of CrossValidator and TrainValidationSplit.
 *
 * <pre>{@code
 * PipelineModel model = new ResamplingPipeline()
 *     .setStages(new PipelineStage[] {assembler, scaler, smote, classifier})
 *     .fit(train);
 * }</pre>
 *
 * <p>Resampled data is computed once: it is persisted while later stages fit, and released at the
 * end.
 */
public final class ResamplingPipeline extends Pipeline {

  private static final long serialVersionUID = 1L;

  private final Param<String> intermediateStorageLevel;

  /** A pipeline with a random uid. */
  public ResamplingPipeline() {
    this(Identifiable$.MODULE$.randomUID("resamplingPipeline"));
  }

  /** A pipeline with the given uid. */
  public ResamplingPipeline(String uid) {
    super(uid);
    intermediateStorageLevel =
        new Param<>(
            uid,
            "intermediateStorageLevel",
            "storage level of resampled data while later stages fit; NONE recomputes it",
            (SmoteParamSet.Check<String>) ResamplingPipeline::isStorageLevel);
    setDefault(intermediateStorageLevel, "MEMORY_AND_DISK");
  }

  private static boolean isStorageLevel(String level) {
    SmoteParamSet.notNull("intermediateStorageLevel", level);
    StorageLevel.fromString(level); // throws for an unknown name
    return true;
  }

  /** Storage level of the resampled data while later stages fit. */
  public Param<String> intermediateStorageLevel() {
    return intermediateStorageLevel;
  }

  /** Sets a Spark storage level by name; default {@code MEMORY_AND_DISK}, {@code NONE} for none. */
  public ResamplingPipeline setIntermediateStorageLevel(String value) {
    set(intermediateStorageLevel, value);
    return this;
  }

  /** The storage level's name. */
  public String getIntermediateStorageLevel() {
    return getOrDefault(intermediateStorageLevel);
  }

  /** Sets the stages, in order; samplers may stand anywhere. */
  @Override
  public ResamplingPipeline setStages(PipelineStage[] value) {
    super.setStages(SmoteParamSet.notNull("stages", value));
    return this;
  }

  /**
   * Fits stage after stage; samplers change what later stages are fitted on and nothing else.
   *
   * @throws SmoteException if a sampler cannot resample its input
   */
  @Override
  public PipelineModel fit(Dataset<?> dataset) {
    transformSchema(dataset.schema());
    List<PipelineStage> stages = flatten(getStages());
    List<Transformer> fitted = new ArrayList<>();
    List<Dataset<?>> persisted = new ArrayList<>();
    try {
      Dataset<?> current = dataset;
      int last = lastEstimator(stages);
      for (int i = 0; i < stages.size(); i++) {
        PipelineStage stage = stages.get(i);
        if (!isSampler(stage)) {
          Transformer transformer = fitStage(stage, current);
          fitted.add(transformer);
          current = i < last ? transformer.transform(current) : current;
        } else if (i < last) {
          current = persist(resample(stage, current), persisted);
        }
      }
    } finally {
      persisted.forEach(data -> data.unpersist(false));
    }

    // Only transformers are left, so this fit runs no job.
    return new Pipeline(uid())
        .setStages(fitted.toArray(new PipelineStage[0]))
        .fit(dataset)
        .setParent(this);
  }

  private Dataset<?> persist(Dataset<?> data, List<Dataset<?>> persisted) {
    StorageLevel level = StorageLevel.fromString(getIntermediateStorageLevel());
    // Data that nothing was added to may be the user's own cached data, which is not ours to
    // release.
    boolean cached = !data.storageLevel().equals(StorageLevel.NONE());
    if (cached || level.equals(StorageLevel.NONE())) {
      return data;
    }

    persisted.add(data.persist(level));
    return data;
  }

  /** A model from an earlier fit has nothing to do here: it would pass the data through. */
  private static Dataset<?> resample(PipelineStage sampler, Dataset<?> data) {
    if (sampler instanceof Smote smote) {
      return smote.fitResample(data);
    }

    return sampler instanceof SmoteResampler resampler ? resampler.transform(data) : data;
  }

  private static Transformer fitStage(PipelineStage stage, Dataset<?> data) {
    return stage instanceof Estimator<?> estimator ? estimator.fit(data) : (Transformer) stage;
  }

  private static boolean isSampler(PipelineStage stage) {
    return stage instanceof Smote || stage instanceof SmoteResampler || stage instanceof SmoteModel;
  }

  private static int lastEstimator(List<PipelineStage> stages) {
    int last = stages.size() - 1;
    while (last >= 0 && (isSampler(stages.get(last)) || !(stages.get(last) instanceof Estimator))) {
      last--;
    }

    return last;
  }

  private static List<PipelineStage> flatten(PipelineStage[] stages) {
    List<PipelineStage> flat = new ArrayList<>();
    for (PipelineStage stage : stages) {
      if (stage instanceof Pipeline pipeline) {
        flat.addAll(flatten(pipeline.getStages()));
      } else if (stage instanceof PipelineModel model) {
        flat.addAll(Arrays.asList(model.stages()));
      } else {
        flat.add(stage);
      }
    }

    return flat;
  }

  @Override
  public ResamplingPipeline copy(ParamMap extra) {
    PipelineStage[] stages = extractParamMap(extra).apply(stages());
    PipelineStage[] copies = new PipelineStage[stages.length];
    Arrays.setAll(copies, i -> stages[i].copy(extra));
    ResamplingPipeline copy = new ResamplingPipeline(uid());
    copyValues(copy, extra);
    return copy.setStages(copies);
  }

  @Override
  public MLWriter write() {
    return ResamplingPipelineIo.writer(this);
  }

  /** A reader for saved pipelines. */
  public static MLReader<Pipeline> read() {
    return ResamplingPipelineIo.reader();
  }

  /** Loads a saved pipeline. */
  public static ResamplingPipeline load(String path) {
    return (ResamplingPipeline) read().load(path);
  }
}
