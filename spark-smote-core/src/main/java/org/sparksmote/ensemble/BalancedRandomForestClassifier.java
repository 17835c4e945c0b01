// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.ensemble;

import java.util.List;
import java.util.Map;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;

/**
 * Balanced random forest (Chen, Liaw and Breiman, "Using random forest to learn imbalanced data",
 * 2004): each tree learns from as many random draws, with replacement, of every class as the
 * smallest class has rows, and splits look at a random subset of the features.
 *
 * <p>A tree is a {@code RandomForestClassifier} of one tree, without a bootstrap of its own. What
 * else is set in the estimator counts, such as maxDepth; its featureSubsetStrategy {@code auto}
 * means {@code sqrt}, as it does in a forest.
 */
public final class BalancedRandomForestClassifier
    extends EnsembleClassifier<
        BalancedRandomForestClassifier, BalancedRandomForestClassificationModel> {

  private static final long serialVersionUID = 1L;

  /** A stage with a random uid. */
  public BalancedRandomForestClassifier() {
    this(Identifiable$.MODULE$.randomUID("balancedRandomForest"));
  }

  /** A stage with the given uid, a plain name: paths and the like are refused (SMOTE-067). */
  public BalancedRandomForestClassifier(String uid) {
    super(
        EarlyUid.of(uid),
        new RandomForestClassifier(),
        RandomForestClassifier.class,
        "RandomForestClassifier of which every tree is a copy, with numTrees 1");
    setDefault(samplingStrategy(), "all");
    setDefault(withReplacement(), true);
  }

  @Override
  Map<String, Object> ofMember(ProbabilisticClassifier<Vector, ?, ?> learner) {
    String subset = ((RandomForestClassifier) learner).getFeatureSubsetStrategy();
    return Map.of(
        "numTrees",
        1,
        "bootstrap",
        false,
        "featureSubsetStrategy",
        subset.equals("auto") ? "sqrt" : subset);
  }

  @Override
  BalancedRandomForestClassificationModel model(
      List<ProbabilisticClassificationModel<Vector, ?>> members) {
    return new BalancedRandomForestClassificationModel(uid(), members);
  }

  /** A reader for saved stages. */
  public static MLReader<BalancedRandomForestClassifier> read() {
    return EnsembleIo.reader(
        BalancedRandomForestClassifier.class, BalancedRandomForestClassifier::new);
  }

  /**
   * Loads a saved stage.
   *
   * @throws org.sparksmote.errors.SmoteException if something else or something damaged is there,
   *     or a later version of this library saved it
   */
  public static BalancedRandomForestClassifier load(String path) {
    return read().load(path);
  }
}
