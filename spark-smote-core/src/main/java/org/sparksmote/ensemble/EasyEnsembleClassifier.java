// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.ensemble;

import java.util.List;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;

/**
 * EasyEnsemble (Liu, Wu and Zhou, "Exploratory undersampling for class-imbalance learning", 2009):
 * each member is a boosted classifier that learns from all rows of the smallest class and as many
 * random ones of every other class.
 *
 * <p>The paper and imbalanced-learn boost by AdaBoost. Spark has none: by default its {@code
 * GBTClassifier} takes that place, which is for two classes. For more set another estimator.
 */
public final class EasyEnsembleClassifier
    extends EnsembleClassifier<EasyEnsembleClassifier, EasyEnsembleClassificationModel> {

  private static final long serialVersionUID = 1L;

  /** A stage with a random uid. */
  public EasyEnsembleClassifier() {
    this(Identifiable$.MODULE$.randomUID("easyEnsemble"));
  }

  /** A stage with the given uid, a plain name: paths and the like are refused (SMOTE-067). */
  public EasyEnsembleClassifier(String uid) {
    super(
        EarlyUid.of(uid),
        new GBTClassifier(),
        ProbabilisticClassifier.class,
        "classifier of which every member is a copy: a boosted one, or any ProbabilisticClassifier");
  }

  @Override
  EasyEnsembleClassificationModel model(List<ProbabilisticClassificationModel<Vector, ?>> members) {
    return new EasyEnsembleClassificationModel(uid(), members);
  }

  /** A reader for saved stages. */
  public static MLReader<EasyEnsembleClassifier> read() {
    return EnsembleIo.reader(EasyEnsembleClassifier.class, EasyEnsembleClassifier::new);
  }

  /**
   * Loads a saved stage.
   *
   * @throws org.sparksmote.errors.SmoteException if something else or something damaged is there,
   *     or a later version of this library saved it
   */
  public static EasyEnsembleClassifier load(String path) {
    return read().load(path);
  }
}
