// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.columns.ColumnResolver;
import org.sparksmote.sampler.Sampler;

/** What a stage holds to learn with, and what is refused about it before anything is fitted. */
final class HeldLearner {

  private HeldLearner() {}

  /** The stage that learns at last: the last one of a pipeline, or the estimator itself. */
  static PipelineStage of(PipelineStage estimator) {
    if (estimator instanceof Pipeline pipeline && pipeline.getStages().length > 0) {
      return of(pipeline.getStages()[pipeline.getStages().length - 1]);
    }

    return estimator;
  }

  /** Refuses an estimator that reads another label, or names its predictions otherwise. */
  static void requireSameColumns(MetaClassifier<?, ?> stage, StructType schema) {
    PipelineStage learner = of(stage.getEstimator());
    boolean alone = learner == stage.getEstimator();
    for (String param : new String[] {"labelCol", "predictionCol", "probabilityCol"}) {
      String own = (String) stage.getOrDefault(stage.getParam(param));
      String other = column(learner, param);
      // A pipeline may have made itself a label, say by a StringIndexer.
      boolean counts = alone || !param.equals("labelCol") || has(schema, other);
      if (other != null && counts && !new ColumnResolver(schema).matches(own, other)) {
        throw MetaProblems.otherColumn(param, own, learner.getClass().getSimpleName(), other);
      }
    }
  }

  private static boolean has(StructType schema, @Nullable String column) {
    return column != null && new ColumnResolver(schema).has(column);
  }

  private static @Nullable String column(Params stage, String name) {
    if (!stage.hasParam(name)) {
      return null;
    }

    Param<Object> param = stage.getParam(name);
    return stage.isDefined(param) && stage.getOrDefault(param) instanceof String column
        ? column
        : null;
  }

  /** Whether rows are added or taken away inside of a stage, which its probabilities show. */
  static boolean resamples(Params stage) {
    if (stage instanceof CalibratedClassifier) {
      return false; // whose probabilities are those of the rows that it is given
    }

    if (stage instanceof Sampler || stage.hasParam("sampler")) {
      return true;
    }

    for (Param<?> param : stage.params()) {
      if (stage.isDefined(param) && holdsSampler(stage.getOrDefault(param))) {
        return true;
      }
    }

    return false;
  }

  private static boolean holdsSampler(Object value) {
    if (value instanceof Object[] several) {
      for (Object one : several) {
        if (holdsSampler(one)) {
          return true;
        }
      }
    }

    return value instanceof Params held && resamples(held);
  }
}
