// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.ensemble;

import java.util.List;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;

/**
 * Bagging of balanced bags: each member, a decision tree by default, learns from all rows of the
 * smallest class and as many random ones of every other class.
 *
 * <pre>{@code
 * BalancedBaggingClassifier bagging =
 *     new BalancedBaggingClassifier().setNumEstimators(20).setSeed(42L);
 * Dataset<Row> predictions = bagging.fit(train).transform(test);
 * }</pre>
 *
 * <p>imbalanced-learn draws a bootstrap sample before it takes rows away; here that is {@code
 * setSamplingStrategy("all")} with {@code setWithReplacement(true)}, where every class gives its
 * share of the bag by random draws.
 */
public final class BalancedBaggingClassifier
    extends EnsembleClassifier<BalancedBaggingClassifier, BalancedBaggingClassificationModel> {

  private static final long serialVersionUID = 1L;

  /** A stage with a random uid. */
  public BalancedBaggingClassifier() {
    this(Identifiable$.MODULE$.randomUID("balancedBagging"));
  }

  /** A stage with the given uid, a plain name: paths and the like are refused (SMOTE-067). */
  public BalancedBaggingClassifier(String uid) {
    super(
        EarlyUid.of(uid),
        new DecisionTreeClassifier(),
        ProbabilisticClassifier.class,
        "classifier of which every member is a copy: any ProbabilisticClassifier");
  }

  @Override
  BalancedBaggingClassificationModel model(
      List<ProbabilisticClassificationModel<Vector, ?>> members) {
    return new BalancedBaggingClassificationModel(uid(), members);
  }

  /** A reader for saved stages. */
  public static MLReader<BalancedBaggingClassifier> read() {
    return EnsembleIo.reader(BalancedBaggingClassifier.class, BalancedBaggingClassifier::new);
  }

  /**
   * Loads a saved stage.
   *
   * @throws org.sparksmote.errors.SmoteException if something else or something damaged is there,
   *     or a later version of this library saved it
   */
  public static BalancedBaggingClassifier load(String path) {
    return read().load(path);
  }
}
