// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.ensemble;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.SparkSession;
import org.sparksmote.internal.saving.SavedStages;
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
    Map<String, MLWriter> parts = new LinkedHashMap<>();
    parts.put(ESTIMATOR, part(stage, ESTIMATOR, stage.getEstimator()));
    if (stage.hasSampler()) {
      parts.put(SAMPLER, part(stage, SAMPLER, stage.getSampler()));
    }

    return writer(stage, parts);
  }

  static MLWriter writer(EnsembleModel<?> model) {
    Map<String, MLWriter> parts = new LinkedHashMap<>();
    for (ProbabilisticClassificationModel<Vector, ?> member : model.members()) {
      parts.put(member(parts.size()), part(model, "member", member));
    }

    EnsembleModel<?> copy = model.copy(new ParamMap());
    copy.set(copy.numEstimators(), parts.size());
    return writer(copy, parts);
  }

  private static String member(int number) {
    return "members/" + number;
  }

  /** At once, so that a stage that cannot be saved is refused before anything is written. */
  private static MLWriter part(Params stage, String name, Params part) {
    if (part instanceof MLWritable writable) {
      return writable.write();
    }

    throw EnsembleProblems.notWritable(stage.uid(), name, MemberStages.nameOf(part));
  }

  private static MLWriter writer(Params stage, Map<String, MLWriter> parts) {
    return new MLWriter() {
      @Override
      public void saveImpl(String path) {
        StageMetadata.saveHolder(stage, List.copyOf(parts.keySet()), path, sparkSession());
        parts.forEach((name, part) -> SavedStages.savePart(part, path, name, sparkSession()));
      }
    };
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
        restore(stage, stage.estimator(), path, this);
        if (metadata.hasPart(SAMPLER)) {
          restore(stage, stage.sampler(), path, this);
        }

        return stage;
      }
    };
  }

  private static void restore(Params stage, Param<?> param, String path, MLReader<?> reader) {
    Object part = SavedStages.loadPart(path, param.name(), reader.sparkSession());
    Param<Object> own = stage.getParam(param.name());
    if (!(Boolean) own.isValid().apply(part)) {
      throw EnsembleProblems.wrongPart(path, param.name(), MemberStages.nameOf(part));
    }

    stage.set(own, part);
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
          members.add(loadMember(path, member(members.size()), sparkSession()));
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
    PipelineStage part = SavedStages.loadPart(path, name, session);
    if (part instanceof ProbabilisticClassificationModel<?, ?> member) {
      return (ProbabilisticClassificationModel<Vector, ?>) member;
    }

    throw EnsembleProblems.wrongPart(path, name, MemberStages.nameOf(part));
  }
}
