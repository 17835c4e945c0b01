// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.Arrays;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.params.ParamCheck;
import org.sparksmote.internal.params.ParamMaker;
import org.sparksmote.internal.pipeline.PipelineProblems;
import org.sparksmote.internal.pipeline.PipelineStack;
import org.sparksmote.internal.saving.StageUid;
import org.sparksmote.internal.spark.Persisted;
import org.sparksmote.internal.spark.Sessions;

/**
 * A Pipeline in which samplers act during {@code fit} only: the fitted {@link PipelineModel} holds
 * no sampler, so test and scoring data cannot be resampled. It works wherever a Pipeline does, also
 * as the estimator of CrossValidator and TrainValidationSplit.
 *
 * <pre>{@code
 * PipelineModel model = new ResamplingPipeline()
 *     .setStages(new PipelineStage[] {assembler, scaler, smote, classifier})
 *     .fit(train);
 * }</pre>
 *
 * <p>Nested pipelines are flattened. One in which a predictor stands behind a sampler is complete
 * in itself: what stands behind it sees original rows.
 *
 * <p>Resampled data is computed once: it is persisted while later stages fit, and released at the
 * end. Fits of the same dataset with several param maps, as CrossValidator and TrainValidationSplit
 * make them, share what the stages before the first difference made: one resampling per fold, and
 * not per point of the grid. What the last of them shared is kept until a fit with a param map
 * comes with another dataset, one fails, or {@link #release} is called.
 */
public final class ResamplingPipeline extends Pipeline {

  private static final long serialVersionUID = 1L;

  private final Param<String> intermediateStorageLevel;
  private final BooleanParam shareResampling;
  private final BooleanParam cacheInput;
  private transient SharedSteps.@Nullable Keeper shared;

  /** A pipeline with a random uid. */
  public ResamplingPipeline() {
    this(Identifiable$.MODULE$.randomUID("resamplingPipeline"));
  }

  /** A pipeline with the given uid, a plain name: paths and the like are refused (SMOTE-067). */
  public ResamplingPipeline(String uid) {
    super(StageUid.checked(uid));
    intermediateStorageLevel =
        new ParamMaker(this)
            .checked(
                "intermediateStorageLevel",
                "storage level of resampled data while later stages fit; NONE recomputes it",
                ResamplingPipeline::isStorageLevel);
    shareResampling =
        new BooleanParam(
            uid,
            "shareResampling",
            "whether fits of one dataset with several param maps share what equal stages made");
    cacheInput =
        new BooleanParam(
            uid, "cacheInput", "whether the data that a sampler is given is persisted during fit");
    setDefault(intermediateStorageLevel, "MEMORY_AND_DISK");
    setDefault(shareResampling, true);
    setDefault(cacheInput, false);
  }

  private static boolean isStorageLevel(String level) {
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

  /** Whether fits of one dataset with several param maps share what equal stages made. */
  public BooleanParam shareResampling() {
    return shareResampling;
  }

  /** Sets whether fits with several param maps share their resampling; default true. */
  public ResamplingPipeline setShareResampling(boolean value) {
    set(shareResampling, value);
    return this;
  }

  /** Whether fits with several param maps share their resampling. */
  public boolean getShareResampling() {
    return (Boolean) getOrDefault(shareResampling);
  }

  /** Whether the data that a sampler is given is persisted during fit. */
  public BooleanParam cacheInput() {
    return cacheInput;
  }

  /** Sets whether what a sampler is given is persisted, for costly input; default false. */
  public ResamplingPipeline setCacheInput(boolean value) {
    set(cacheInput, value);
    return this;
  }

  /** Whether the data that a sampler is given is persisted during fit. */
  public boolean getCacheInput() {
    return (Boolean) getOrDefault(cacheInput);
  }

  /** Sets the stages, in order; behind every sampler there must be a stage that learns. */
  @Override
  public ResamplingPipeline setStages(PipelineStage[] value) {
    super.setStages(ParamCheck.notNull("stages", value));
    return this;
  }

  /**
   * Fits stage after stage; samplers change what later stages are fitted on and nothing else.
   *
   * @throws org.sparksmote.errors.SmoteException if a sampler cannot resample its input, if no
   *     stage learns from its rows, if one reads a column in which synthetic rows hold null or
   *     would validate on them, or if this is inside another pipeline without a predictor behind
   *     the sampler
   */
  @Override
  public PipelineModel fit(Dataset<?> dataset) {
    return Sessions.of(dataset, () -> fitAlone(dataset));
  }

  private PipelineModel fitAlone(Dataset<?> dataset) {
    checkFit(dataset);
    Persisted persisted = new Persisted();
    try {
      return model(dataset, new ResamplingRun(this, false).run(dataset, persisted));
    } finally {
      persisted.release();
    }
  }

  /** Fits with other settings; fits of the same dataset share what equal stages made. */
  @Override
  public PipelineModel fit(Dataset<?> dataset, ParamMap paramMap) {
    ResamplingPipeline point = copy(paramMap);
    return Sessions.of(
        dataset,
        () ->
            point.getShareResampling()
                ? point.fitSharing(dataset, getStages())
                : point.fitAlone(dataset));
  }

  private PipelineModel fitSharing(Dataset<?> dataset, PipelineStage[] originals) {
    checkFit(dataset);
    SharedSteps.Keeper keeper = keeper();
    SharedSteps steps = keeper.use(dataset, StageList.leaves(originals));
    Persisted persisted = new Persisted();
    boolean done = false;
    try {
      PipelineModel model =
          model(dataset, new ResamplingRun(this, false).run(dataset, steps, persisted));
      done = true;
      return model;
    } finally {
      persisted.release();
      if (!done) {
        keeper.failed(steps);
      }

      keeper.done(steps);
    }
  }

  private synchronized SharedSteps.Keeper keeper() {
    SharedSteps.Keeper known = shared;
    if (known == null) {
      known = new SharedSteps.Keeper();
      shared = known;
    }

    return known;
  }

  /** Gives up what fits with param maps shared, for example after a CrossValidator. */
  public void release() {
    keeper().giveUp();
  }

  private void checkFit(Dataset<?> dataset) {
    check(dataset.schema(), PipelineStack.isInner());
  }

  private StructType check(StructType schema, boolean isInner) {
    StageList stages = StageList.of(getStages());
    if (isInner && stages.hasSampler() && !stages.isComplete()) {
      throw PipelineProblems.nestedPipeline(uid());
    }

    stages.requireLearners();
    return stages.schemaBehind(schema);
  }

  private PipelineModel model(Dataset<?> dataset, ResamplingRun.Step end) {
    // Only transformers are left, so this fit runs no job.
    return new Pipeline(uid())
        .setStages(end.fitted().toArray(new PipelineStage[0]))
        .fit(dataset)
        .setParent(this);
  }

  /**
   * The resampled rows as they leave the last stage: for example scaled and balanced ones, from
   * stages that end with the sampler. Stages are fitted as {@link #fit} does; the rows themselves
   * are made lazily.
   *
   * @throws org.sparksmote.errors.SmoteException if a sampler cannot resample its input, or if a
   *     stage reads a column in which synthetic rows hold null
   */
  public Dataset<Row> fitResample(Dataset<?> dataset) {
    return Sessions.of(dataset, () -> resampled(dataset));
  }

  private Dataset<Row> resampled(Dataset<?> dataset) {
    StageList.of(getStages()).schemaBehind(dataset.schema());
    Persisted persisted = new Persisted();
    try {
      return new ResamplingRun(this, true).run(dataset, persisted).data().toDF();
    } finally {
      persisted.release();
    }
  }

  /**
   * The schema behind the last stage.
   *
   * @throws org.sparksmote.errors.SmoteException as {@link #fit} does, as far as the schema tells
   */
  @Override
  public StructType transformSchema(StructType schema) {
    return check(schema, PipelineStack.isInFit());
  }

  @Override
  public ResamplingPipeline copy(ParamMap extra) {
    PipelineStage[] stages = extractParamMap(extra).apply(stages());
    PipelineStage[] copies = new PipelineStage[stages.length];
    Arrays.setAll(copies, i -> stages[i].copy(extra));
    ResamplingPipeline copy = new ResamplingPipeline(uid());
    copy.shared = keeper(); // so that release reaches what copies keep
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

  /**
   * Loads a saved pipeline.
   *
   * @throws org.sparksmote.errors.SmoteException if something else or something damaged is there,
   *     or a later version of this library saved it
   */
  public static ResamplingPipeline load(String path) {
    return (ResamplingPipeline) read().load(path);
  }
}
