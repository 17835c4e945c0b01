// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.ensemble;

import java.util.List;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.util.MLReader;

/** A fitted {@link BalancedRandomForestClassifier}. */
public final class BalancedRandomForestClassificationModel
    extends EnsembleModel<BalancedRandomForestClassificationModel> {

  private static final long serialVersionUID = 1L;

  BalancedRandomForestClassificationModel(
      String uid, List<ProbabilisticClassificationModel<Vector, ?>> members) {
    super(EarlyUid.of(uid), members);
  }

  @Override
  BalancedRandomForestClassificationModel with(
      List<ProbabilisticClassificationModel<Vector, ?>> others) {
    return new BalancedRandomForestClassificationModel(uid(), others);
  }

  /** A reader for saved models. */
  public static MLReader<BalancedRandomForestClassificationModel> read() {
    return EnsembleIo.modelReader(
        BalancedRandomForestClassificationModel.class,
        BalancedRandomForestClassificationModel::new);
  }

  /**
   * Loads a saved model.
   *
   * @throws org.sparksmote.errors.SmoteException if something else or something damaged is there,
   *     or a later version of this library saved it
   */
  public static BalancedRandomForestClassificationModel load(String path) {
    return read().load(path);
  }
}
