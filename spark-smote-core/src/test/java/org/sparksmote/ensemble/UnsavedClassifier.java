// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.ensemble;

import org.apache.spark.ml.classification.DecisionTreeClassificationModel;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;

/** A classifier that has no writer. */
final class UnsavedClassifier
    extends ProbabilisticClassifier<Vector, UnsavedClassifier, DecisionTreeClassificationModel> {

  private static final long serialVersionUID = 1L;

  @Override
  public String uid() {
    return "unsaved";
  }

  @Override
  public DecisionTreeClassificationModel train(Dataset<?> dataset) {
    return new DecisionTreeClassifier().fit(dataset);
  }

  @Override
  public UnsavedClassifier copy(ParamMap extra) {
    return this;
  }
}
