// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.io.Serializable;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparksmote.internal.params.ParamMaker;

/** The params of {@link MetaClassifier} with their documentation, checks and defaults. */
final class MetaParamSet implements Serializable {

  private static final long serialVersionUID = 1L;

  final Param<Estimator<?>> estimator;
  final Param<String> labelCol;
  final Columns columns;

  /** The columns of predictions, which fitted models have too. */
  record Columns(
      Param<String> predictionCol, Param<String> probabilityCol, Param<String> rawPredictionCol)
      implements Serializable {

    /** Declares them. */
    static Columns of(Params owner) {
      ParamMaker make = new ParamMaker(owner);
      Columns made =
          new Columns(
              make.newColumn(
                  "predictionCol", "column of predicted classes, which the estimator names too"),
              make.newColumn(
                  "probabilityCol",
                  "column of the probabilities of all classes, which the estimator names too"),
              make.newColumn(
                  "rawPredictionCol", "column of raw predictions, which the estimator names too"));
      owner.setDefault(made.predictionCol, "prediction");
      owner.setDefault(made.probabilityCol, "probability");
      owner.setDefault(made.rawPredictionCol, "rawPrediction");
      return made;
    }
  }

  /** Declares the params of {@code owner}, whose uid is set already. */
  MetaParamSet(Params owner) {
    ParamMaker make = new ParamMaker(owner);
    estimator =
        make.stage("estimator", "classifier, or pipeline that ends in one", Estimator.class);
    labelCol = make.text("labelCol", "label column, class indices as StringIndexer makes them");
    owner.setDefault(labelCol, "label");
    columns = Columns.of(owner);
  }
}
