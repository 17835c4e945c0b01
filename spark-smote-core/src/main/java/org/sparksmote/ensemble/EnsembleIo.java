// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.ensemble;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.SparkSession;
import org.sparksmote.internal.saving.HeldStages;
import org.sparksmote.internal.saving.StageMetadata;

/**
 * Saves ensembles: metadata as all stages have them, and beside them a directory for the estimator,
 * the sampler if there is one of the user's, or each member, written by their own writers.
 */
final class EnsembleIo {

  private static final String ESTIMATOR = "estimator";
  private static final String SAMPLER = "sampler";

  private EnsembleIo() {}

  static MLWriter writer(EnsembleClassifier<?, ?> stage) {
    Map<String, Params> held = new LinkedHashMap<>();
    held.put(ESTIMATOR, stage.getEstimator());
    if (stage.hasSampler()) {
      held.put(SAMPLER, stage.getSampler());
    }

    return HeldStages.writer(stage, held);
  }

  static MLWriter writer(EnsembleModel<?> model) {
    EnsembleModel<?> copy = model.copy(new ParamMap());
    copy.set(copy.numEstimators(), model.members().size());
    return HeldStages.writer(copy, HeldStages.members(model.members()));
  }

  static <E extends EnsembleClassifier<E, ?>> MLReader<E> reader(
      Class<E> type, Function<String, E> create) {
    return new MLReader<>() {
      @Override
      public E load(String path) {
        StageMetadata metadata =
            StageMetadata.load(path, sparkSession()).ofClass(type).ofKnownVersion();
        E stage = create.apply(metadata.uid());
        metadata.restore(stage);
        HeldStages.restore(stage, stage.estimator(), path, sparkSession());
        if (metadata.hasPart(SAMPLER)) {
          HeldStages.restore(stage, stage.sampler(), path, sparkSession());
        }

        return stage;
      }
    };
  }

  static <M extends EnsembleModel<M>> MLReader<M> modelReader(
      Class<M> type,
      BiFunction<String, List<ProbabilisticClassificationModel<Vector, ?>>, M> create) {
    return new MLReader<>() {
      @Override
      public M load(String path) {
        StageMetadata metadata =
            StageMetadata.load(path, sparkSession()).ofClass(type).ofKnownVersion();
        M empty = create.apply(metadata.uid(), List.of());
        metadata.restore(empty);
        List<ProbabilisticClassificationModel<Vector, ?>> members = new ArrayList<>();
        while (members.size() < empty.getNumEstimators()) {
          members.add(loadMember(path, HeldStages.member(members.size()), sparkSession()));
        }

        M model = empty.with(members);
        metadata.restore(model);
        return model;
      }
    };
  }

  @SuppressWarnings("unchecked") // all classifiers that an ensemble takes read vectors
  private static ProbabilisticClassificationModel<Vector, ?> loadMember(
      String path, String name, SparkSession session) {
    return (ProbabilisticClassificationModel<Vector, ?>)
        HeldStages.load(path, name, ProbabilisticClassificationModel.class, session);
  }
}
