// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.columns.ColumnResolver;
import org.sparksmote.internal.pipeline.PipelineProblems;
import org.sparksmote.internal.pipeline.PipelineStack;
import org.sparksmote.internal.pipeline.ReadColumns;
import org.sparksmote.sampler.Sampler;
import org.sparksmote.sampler.SamplerModel;

/**
 * The stages of a {@link ResamplingPipeline} in one list. Inner pipelines are flattened, but for
 * those in which a predictor stands behind a sampler: these are complete, and what stands behind
 * them sees original rows. Fitted samplers, which would pass data through, are left out.
 */
final class StageList {

  private final List<PipelineStage> stages;

  private StageList(List<PipelineStage> stages) {
    this.stages = List.copyOf(stages);
  }

  static StageList of(PipelineStage[] stages) {
    List<PipelineStage> flat = new ArrayList<>();
    for (PipelineStage stage : stages) {
      if (stage instanceof Pipeline pipeline) {
        StageList inner = of(pipeline.getStages());
        flat.addAll(inner.isComplete() ? List.of(asResampling(pipeline)) : inner.stages);
      } else if (stage instanceof PipelineModel model) {
        flat.addAll(of(model.stages()).stages);
      } else if (!(stage instanceof SamplerModel)) {
        flat.add(stage);
      }
    }

    requireDistinct(flat);
    return new StageList(flat);
  }

  /** As Spark's own pipeline does: one object cannot be fitted at two places. */
  private static void requireDistinct(List<PipelineStage> stages) {
    if (new HashSet<>(stages).size() < stages.size()) {
      throw new IllegalArgumentException("Cannot have duplicate components in a pipeline.");
    }
  }

  private static ResamplingPipeline asResampling(Pipeline pipeline) {
    return pipeline instanceof ResamplingPipeline own
        ? own
        : new ResamplingPipeline(pipeline.uid()).setStages(pipeline.getStages());
  }

  /** The stages themselves, without the pipelines that hold them. */
  static List<PipelineStage> leaves(PipelineStage[] stages) {
    List<PipelineStage> leaves = new ArrayList<>();
    for (PipelineStage stage : stages) {
      if (stage instanceof Pipeline pipeline) {
        leaves.addAll(leaves(pipeline.getStages()));
      } else {
        leaves.add(stage);
      }
    }

    return leaves;
  }

  int size() {
    return stages.size();
  }

  PipelineStage get(int i) {
    return stages.get(i);
  }

  /** Whether a stage resamples. */
  static boolean isSampler(PipelineStage stage) {
    return stage instanceof Sampler;
  }

  /** The last stage that learns, or -1. */
  int lastLearner() {
    int last = stages.size() - 1;
    while (last >= 0 && (isSampler(get(last)) || !(get(last) instanceof Estimator))) {
      last--;
    }

    return last;
  }

  /** Whether there is a sampler, and a stage that predicts behind the last one. */
  boolean isComplete() {
    int sampler = lastSampler();
    return sampler >= 0
        && stages.subList(sampler, stages.size()).stream().anyMatch(StageList::isPredictor);
  }

  /** A fitted model predicts too, but learns nothing more. */
  private static boolean isPredictor(PipelineStage stage) {
    return stage instanceof Estimator && PipelineStack.isPredictor(stage.getClass());
  }

  boolean hasSampler() {
    return lastSampler() >= 0;
  }

  private int lastSampler() {
    int last = stages.size() - 1;
    while (last >= 0 && !isSampler(get(last))) {
      last--;
    }

    return last;
  }

  /** Refuses a sampler from whose rows no stage learns. */
  void requireLearners() {
    if (lastSampler() > lastLearner()) {
      throw StageProblems.resampledForNobody(get(lastSampler()).uid());
    }
  }

  /**
   * The schema behind the last stage. Refuses a stage behind a sampler that reads a column in which
   * synthetic rows hold null, or that would validate on synthetic rows.
   */
  StructType schemaBehind(StructType schema) {
    StructType at = schema;
    Set<String> empty = new HashSet<>();
    String sampler = "";
    for (PipelineStage stage : stages) {
      refuseReading(stage, at, empty, sampler);
      if (!sampler.isEmpty() && PipelineStack.isValidator(stage.getClass())) {
        throw PipelineProblems.foldsOfResampledRows(stage.uid(), sampler);
      }

      if (ReadColumns.areHidden(stage) && !isSampler(stage)) {
        empty.clear(); // it may have filled them; ResamplingRun counts
      } else if (isSampler(stage)) {
        sampler = stage.uid();
        empty.addAll(((Sampler) stage).emptyColumns(at));
      }

      at = stage.transformSchema(at);
    }

    return at;
  }

  private static void refuseReading(
      PipelineStage stage, StructType schema, Set<String> empty, String sampler) {
    if (empty.isEmpty()) {
      return;
    }

    ColumnResolver columns = new ColumnResolver(schema);
    for (ReadColumns.Use use : ReadColumns.of(stage, schema)) {
      if (empty.stream().anyMatch(column -> columns.matches(column, use.column()))) {
        throw StageProblems.columnLacksValues(use.column(), use.stage(), use.param(), sampler);
      }
    }
  }

  /** Whether columns are filled in unseen ways between a sampler and a stage. */
  boolean isBehindHidden(int stage) {
    boolean sampled = false;
    boolean hidden = false;
    for (int i = 0; i < stage; i++) {
      sampled |= isSampler(get(i));
      hidden |= sampled && !isSampler(get(i)) && ReadColumns.areHidden(get(i));
    }

    return hidden;
  }
}
