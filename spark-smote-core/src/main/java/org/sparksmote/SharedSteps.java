// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.pipeline.StageKey;
import org.sparksmote.internal.spark.Persisted;

/**
 * What fits of one dataset with different settings have in common: a tree with a level for every
 * stage, in which settings part where they first differ. It is released when nobody uses it any
 * more after it was given up.
 */
final class SharedSteps {

  /** Keeps the tree of one dataset at a time, for a pipeline and its copies. */
  static final class Keeper {

    private @Nullable SharedSteps kept;

    /** The tree of a dataset, for a user who says when it is done. */
    synchronized SharedSteps use(Dataset<?> dataset, List<PipelineStage> stages) {
      SharedSteps known = kept;
      if (known == null || !known.isOf(dataset, stages)) {
        giveUp();
        known = new SharedSteps(dataset, stages);
        kept = known;
      }

      known.users++;
      return known;
    }

    synchronized void done(SharedSteps used) {
      used.users--;
      used.releaseIfUnused();
    }

    /** Does not keep a tree whose user failed. */
    synchronized void failed(SharedSteps used) {
      if (kept == used) {
        giveUp();
      }
    }

    synchronized void giveUp() {
      SharedSteps known = kept;
      if (known != null) {
        kept = null;
        known.givenUp = true;
        known.releaseIfUnused();
      }
    }
  }

  /** What the stages up to one made. */
  static final class Node {

    private final Map<StageKey, Node> next = new HashMap<>();
    private ResamplingRun.@Nullable Step step;

    /** The node of the next stage. */
    synchronized Node next(StageKey stage) {
      return next.computeIfAbsent(stage, any -> new Node());
    }

    /** The step, computed by whoever asks first while others wait. */
    synchronized ResamplingRun.Step step(Supplier<ResamplingRun.Step> compute) {
      ResamplingRun.Step known = step;
      if (known == null) {
        known = compute.get();
        step = known;
      }

      return known;
    }
  }

  private final WeakReference<Dataset<?>> dataset;
  private final List<PipelineStage> stages;
  private final Persisted persisted = new Persisted();
  private final Node root = new Node();
  private int users;
  private boolean givenUp;

  private SharedSteps(Dataset<?> dataset, List<PipelineStage> stages) {
    this.dataset = new WeakReference<>(dataset);
    this.stages = new ArrayList<>(stages);
  }

  /**
   * Stages that are fitted models hold more than their params tell: the very same are asked for.
   */
  private boolean isOf(Dataset<?> data, List<PipelineStage> others) {
    boolean same = dataset.get() == data && stages.size() == others.size();
    for (int i = 0; same && i < stages.size(); i++) {
      same = stages.get(i) == others.get(i);
    }

    return same;
  }

  Node root() {
    return root;
  }

  Persisted persisted() {
    return persisted;
  }

  private void releaseIfUnused() {
    if (givenUp && users == 0) {
      persisted.release();
    }
  }
}
