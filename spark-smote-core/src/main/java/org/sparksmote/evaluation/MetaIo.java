// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.sparksmote.internal.saving.SavedStages;
import org.sparksmote.internal.saving.StageMetadata;

/** Saves stages and models with what they hold, each in a directory beside their metadata. */
final class MetaIo {

  private static final String ESTIMATOR = "estimator";

  private MetaIo() {}

  static MLWriter writer(MetaClassifier<?, ?> stage) {
    Map<String, MLWriter> parts = new LinkedHashMap<>();
    if (stage.isSet(stage.estimator())) {
      parts.put(ESTIMATOR, part(stage, ESTIMATOR, stage.getEstimator()));
    }

    stage.others().forEach((name, part) -> parts.put(name, part(stage, name, part)));
    return writer(stage, parts);
  }

  static MLWriter writer(MetaModel<?> model) {
    Map<String, MLWriter> parts = new LinkedHashMap<>();
    for (Transformer member : model.members()) {
      parts.put(member(parts.size()), part(model, "model", member));
    }

    return writer(model, parts);
  }

  private static String member(int number) {
    return "members/" + number;
  }

  /** At once, so that a stage that cannot be saved is refused before anything is written. */
  private static MLWriter part(Params stage, String name, Params part) {
    if (part instanceof MLWritable writable) {
      return writable.write();
    }

    throw MetaProblems.notWritable(stage.uid(), name, part.getClass().getSimpleName());
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

  static <E extends MetaClassifier<E, ?>> MLReader<E> reader(
      Class<E> type, Function<String, E> create) {
    return new MLReader<>() {
      @Override
      public E load(String path) {
        StageMetadata metadata =
            StageMetadata.load(path, sparkSession()).ofClass(type).ofKnownVersion();
        E stage = create.apply(metadata.uid());
        metadata.restore(stage);
        List<String> names = new ArrayList<>(stage.otherParts());
        names.add(ESTIMATOR);
        for (String name : names) {
          if (metadata.hasPart(name)) {
            restore(stage, path, name, SavedStages.loadPart(path, name, sparkSession()));
          }
        }

        return stage;
      }
    };
  }

  private static void restore(Params stage, String path, String name, PipelineStage part) {
    var param = stage.getParam(name);
    if (!(Boolean) param.isValid().apply(part)) {
      throw MetaProblems.wrongPart(path, name, "a " + part.getClass().getSimpleName());
    }

    stage.set(param, part);
  }

  /**
   * A reader of models.
   *
   * @param isWhole whether the numbers of a model belong to its members
   */
  static <M extends MetaModel<M>> MLReader<M> modelReader(
      Class<M> type, BiFunction<String, List<Transformer>, M> create, Predicate<M> isWhole) {
    return new MLReader<>() {
      @Override
      public M load(String path) {
        StageMetadata metadata =
            StageMetadata.load(path, sparkSession()).ofClass(type).ofKnownVersion();
        List<Transformer> members = new ArrayList<>();
        while (metadata.hasPart(member(members.size()))) {
          members.add(model(path, member(members.size())));
        }

        M model = create.apply(metadata.uid(), members);
        metadata.restore(model);
        if (members.isEmpty() || !isWhole.test(model)) {
          throw MetaProblems.wrongPart(path, "numbers and models", "not of one model");
        }

        return model;
      }

      private Transformer model(String path, String name) {
        PipelineStage part = SavedStages.loadPart(path, name, sparkSession());
        if (part instanceof Estimator || !(part instanceof Transformer model)) {
          throw MetaProblems.wrongPart(path, name, "a " + part.getClass().getSimpleName());
        }

        return model;
      }
    };
  }
}
