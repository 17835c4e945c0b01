// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.sparksmote.internal.columns.ColumnResolver;
import org.sparksmote.internal.pipeline.ReadColumns;
import org.sparksmote.internal.pipeline.StageKey;
import org.sparksmote.internal.spark.Persisted;
import org.sparksmote.sampler.Sampler;

/** Fits the stages of a pipeline one after the other; samplers change what later ones see. */
final class ResamplingRun {

  /**
   * Where a run is.
   *
   * @param data what the next stage sees
   * @param made the synthetic rows alone, if somebody will count what became of them
   * @param fitted the stages so far, without samplers
   */
  record Step(Dataset<?> data, List<Made> made, List<Transformer> fitted) {

    static Step start(Dataset<?> data) {
      return new Step(data, List.of(), List.of());
    }
  }

  /**
   * Synthetic rows.
   *
   * @param first as the sampler made them
   * @param now as the next stage sees them
   */
  record Made(Dataset<?> first, Dataset<?> now) {

    Made behind(Transformer stage) {
      return new Made(first, stage.transform(now));
    }
  }

  private final StageList stages;
  private final int last;
  private final boolean toTheEnd;
  private final StorageLevel level;
  private final boolean cacheInput;

  /**
   * A run.
   *
   * @param toTheEnd whether the rows behind the last stage are asked for, or only fitted stages
   */
  ResamplingRun(ResamplingPipeline pipeline, boolean toTheEnd) {
    this.stages = StageList.of(pipeline.getStages());
    this.last = stages.lastLearner();
    this.toTheEnd = toTheEnd;
    this.level = StorageLevel.fromString(pipeline.getIntermediateStorageLevel());
    this.cacheInput = pipeline.getCacheInput();
  }

  /** Fits all stages; what they made on the way is released when the caller says so. */
  Step run(Dataset<?> dataset, Persisted persisted) {
    return from(0, Step.start(dataset), persisted);
  }

  private Step from(int first, Step start, Persisted persisted) {
    Step step = start;
    for (int i = first; i < stages.size(); i++) {
      step = after(i, step, persisted);
    }

    return step;
  }

  /**
   * The same, with what the stages before the last learner made from earlier runs, if it is there.
   */
  Step run(Dataset<?> dataset, SharedSteps shared, Persisted persisted) {
    SharedSteps.Node node = shared.root();
    Step step = Step.start(dataset);
    int next = 0;
    StageKey key = next < last ? StageKey.of(stages.get(next)) : null;
    while (key != null) {
      int stage = next;
      Step before = step;
      node = node.next(key);
      step = node.step(() -> shared(stage, before, shared.persisted()));
      next++;
      key = next < last ? StageKey.of(stages.get(next)) : null;
    }

    return from(next, step, persisted);
  }

  /** Rows that several runs wait for are made at once, lest each of them makes them. */
  private Step shared(int i, Step before, Persisted persisted) {
    Step step = after(i, before, persisted);
    if (StageList.isSampler(stages.get(i)) && !level.equals(StorageLevel.NONE())) {
      step.data().count();
    }

    return step;
  }

  private Step after(int i, Step before, Persisted persisted) {
    PipelineStage stage = stages.get(i);
    return StageList.isSampler(stage) ? resampled(i, before, persisted) : fitted(i, stage, before);
  }

  private Step fitted(int i, PipelineStage stage, Step before) {
    if (stage instanceof Estimator && !before.made().isEmpty() && stages.isBehindHidden(i)) {
      refuseLostRows(stage, before);
    }

    Transformer transformer =
        stage instanceof Estimator<?> estimator
            ? estimator.fit(before.data())
            : (Transformer) stage;
    List<Transformer> all = new ArrayList<>(before.fitted());
    all.add(transformer);
    if (i >= last && !toTheEnd) {
      return new Step(before.data(), before.made(), all);
    }

    List<Made> made = before.made().stream().map(rows -> rows.behind(transformer)).toList();
    return new Step(transformer.transform(before.data()), made, all);
  }

  private Step resampled(int i, Step before, Persisted persisted) {
    if (i > last && !toTheEnd) {
      return before;
    }

    Dataset<?> input = cacheInput ? persisted.persist(before.data(), cacheLevel()) : before.data();
    boolean needed = i < last; // a later stage goes through the rows more than once
    Sampler sampler = (Sampler) stages.get(i);
    if (needed && stages.isBehindHidden(last)) {
      String flag = freeName(stages.get(i).transformSchema(input.schema()));
      Optional<Dataset<Row>> flagged = sampler.fitResampleFlagged(input, flag);
      if (flagged.isPresent()) {
        return counted(persisted.persist(flagged.get(), level), flag, before);
      }
    }

    Dataset<?> data = sampler.fitResample(input);
    return new Step(needed ? persisted.persist(data, level) : data, before.made(), before.fitted());
  }

  private StorageLevel cacheLevel() {
    return level.equals(StorageLevel.NONE()) ? StorageLevel.MEMORY_AND_DISK() : level;
  }

  /** The step whose made rows can be told from the others later. */
  private static Step counted(Dataset<?> data, String flag, Step before) {
    Dataset<?> rows = data.filter(quoted(flag)).drop(flag);
    List<Made> made = new ArrayList<>(before.made());
    made.add(new Made(rows, rows));
    return new Step(data.drop(flag), made, before.fitted());
  }

  /** A name that neither the data nor what the sampler adds to it has. */
  private static String freeName(StructType schema) {
    ColumnResolver columns = new ColumnResolver(schema);
    StringBuilder name = new StringBuilder("synthetic");
    while (columns.has(name.toString())) {
      name.append('_');
    }

    return name.toString();
  }

  private static Column quoted(String name) {
    return functions.col(ColumnResolver.quoted(name));
  }

  /**
   * Of what stages do that cannot be seen, only the outcome tells: rows that are gone, and nulls.
   */
  private static void refuseLostRows(PipelineStage stage, Step before) {
    List<ReadColumns.Use> uses = ReadColumns.of(stage, before.data().schema());
    Column[] counts =
        uses.stream()
            .map(use -> functions.count_if(quoted(use.column()).isNull()))
            .toArray(Column[]::new);
    for (Made rows : before.made()) {
      Row nulls = rows.now().agg(functions.count(functions.lit(1)), counts).first();
      if (nulls.getLong(0) == 0 && !rows.first().isEmpty()) {
        throw StageProblems.madeRowsAreGone(stage.uid(), rows.first().count());
      }

      for (int i = 0; i < counts.length; i++) {
        if (nulls.getLong(i + 1) > 0) {
          ReadColumns.Use use = uses.get(i);
          throw StageProblems.nullsInMadeRows(
              use.column(), use.stage(), use.param(), nulls.getLong(i + 1), nulls.getLong(0));
        }
      }
    }
  }
}
