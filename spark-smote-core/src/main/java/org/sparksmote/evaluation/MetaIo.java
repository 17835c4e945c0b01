// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWriter;
import org.sparksmote.internal.saving.HeldStages;
import org.sparksmote.internal.saving.StageMetadata;

/** Saves stages and models with what they hold, each in a directory beside their metadata. */
final class MetaIo {

  private static final String ESTIMATOR = "estimator";

  private MetaIo() {}

  static MLWriter writer(MetaClassifier<?, ?> stage) {
    Map<String, Params> held = new LinkedHashMap<>();
    if (stage.isSet(stage.estimator())) {
      held.put(ESTIMATOR, stage.getEstimator());
    }

    held.putAll(stage.others());
    return HeldStages.writer(stage, held);
  }

  static MLWriter writer(MetaModel<?> model) {
    return HeldStages.writer(model, HeldStages.members(model.members()));
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
            HeldStages.restore(stage, stage.getParam(name), path, sparkSession());
          }
        }

        return stage;
      }
    };
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
        while (metadata.hasPart(HeldStages.member(members.size()))) {
          String name = HeldStages.member(members.size());
          members.add(HeldStages.load(path, name, Transformer.class, sparkSession()));
        }

        M model = create.apply(metadata.uid(), members);
        metadata.restore(model);
        if (members.isEmpty() || !isWhole.test(model)) {
          throw MetaProblems.otherNumbers(path);
        }

        return model;
      }
    };
  }
}
