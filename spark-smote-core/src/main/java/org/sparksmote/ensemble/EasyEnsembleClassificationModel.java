// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.ensemble;

import java.util.List;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.util.MLReader;

/** A fitted {@link EasyEnsembleClassifier}. */
public final class EasyEnsembleClassificationModel
    extends EnsembleModel<EasyEnsembleClassificationModel> {

  private static final long serialVersionUID = 1L;

  EasyEnsembleClassificationModel(
      String uid, List<ProbabilisticClassificationModel<Vector, ?>> members) {
    super(EarlyUid.of(uid), members);
  }

  @Override
  EasyEnsembleClassificationModel with(List<ProbabilisticClassificationModel<Vector, ?>> others) {
    return new EasyEnsembleClassificationModel(uid(), others);
  }

  /** A reader for saved models. */
  public static MLReader<EasyEnsembleClassificationModel> read() {
    return EnsembleIo.modelReader(
        EasyEnsembleClassificationModel.class, EasyEnsembleClassificationModel::new);
  }

  /**
   * Loads a saved model.
   *
   * @throws org.sparksmote.errors.SmoteException if something else or something damaged is there,
   *     or a later version of this library saved it
   */
  public static EasyEnsembleClassificationModel load(String path) {
    return read().load(path);
  }
}
