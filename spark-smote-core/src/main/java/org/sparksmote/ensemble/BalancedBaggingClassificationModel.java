// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.ensemble;

import java.util.List;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.util.MLReader;

/** A fitted {@link BalancedBaggingClassifier}. */
public final class BalancedBaggingClassificationModel
    extends EnsembleModel<BalancedBaggingClassificationModel> {

  private static final long serialVersionUID = 1L;

  BalancedBaggingClassificationModel(
      String uid, List<ProbabilisticClassificationModel<Vector, ?>> members) {
    super(EarlyUid.of(uid), members);
  }

  @Override
  BalancedBaggingClassificationModel with(
      List<ProbabilisticClassificationModel<Vector, ?>> others) {
    return new BalancedBaggingClassificationModel(uid(), others);
  }

  /** A reader for saved models. */
  public static MLReader<BalancedBaggingClassificationModel> read() {
    return EnsembleIo.modelReader(
        BalancedBaggingClassificationModel.class, BalancedBaggingClassificationModel::new);
  }

  /**
   * Loads a saved model.
   *
   * @throws org.sparksmote.errors.SmoteException if something else or something damaged is there,
   *     or a later version of this library saved it
   */
  public static BalancedBaggingClassificationModel load(String path) {
    return read().load(path);
  }
}
