// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.params.ParamCheck;
import org.sparksmote.internal.params.ParamMaker;
import org.sparksmote.internal.strategy.AskedStrategy;

/**
 * Under-samples classes to the rows that are the least hard: those to which a classifier that has
 * not seen them gives their own class with the highest probability. The classifier is fitted {@code
 * cv} times, each time on the rows of all folds but one. Sizes are exact; of rows of the same
 * probability the seed and their content decide.
 *
 * <p>Rows are in folds by their class, their features and the seed, and are handed to the
 * classifier in an order of their content, so that the same rows stay whatever the partitions, as
 * far as the classifier always learns the same from the same partitions. The classifier reads
 * features and label only.
 *
 * <p>Source: Smith, Martinez and Giraud-Carrier, "An instance level analysis of data complexity",
 * Machine Learning 95 (2014).
 */
public final class InstanceHardnessThreshold
    extends FeatureUnderSampler<InstanceHardnessThreshold> {

  private static final long serialVersionUID = 1L;

  private final IntParam cv;
  private @Nullable ProbabilisticClassifier<?, ?, ?> estimator;

  /** A stage with a random uid. */
  public InstanceHardnessThreshold() {
    this(Identifiable$.MODULE$.randomUID("instanceHardnessThreshold"));
  }

  /** A stage with the given uid, a plain name: paths and the like are refused (SMOTE-067). */
  public InstanceHardnessThreshold(String uid) {
    super(uid, AskedStrategy.SIZES);
    cv = new ParamMaker(this).integer("cv", "folds, each judged by a model of the others", 2);
    setDefault(cv, 5);
  }

  /** How many folds. */
  public IntParam cv() {
    return cv;
  }

  /** Sets the number of folds; default 5. */
  public InstanceHardnessThreshold setCv(int value) {
    set(cv, value);
    return this;
  }

  /** The number of folds. */
  public int getCv() {
    return ((Number) getOrDefault(cv)).intValue();
  }

  /**
   * Sets the classifier, any of Spark ML that says probabilities; its columns are set here.
   * Default: a {@code RandomForestClassifier} with this stage's seed.
   */
  public InstanceHardnessThreshold setEstimator(ProbabilisticClassifier<?, ?, ?> value) {
    estimator = ParamCheck.notNull("estimator", value);
    return this;
  }

  /** The classifier in use. */
  public ProbabilisticClassifier<?, ?, ?> getEstimator() {
    ProbabilisticClassifier<?, ?, ?> own = estimator;
    return own == null ? new RandomForestClassifier().setSeed(getSeed()) : own;
  }

  @Override
  boolean isExact() {
    return true;
  }

  @Override
  int neighbors() {
    return 0;
  }

  @Override
  Dataset<Row> kept(CountedRows rows) {
    return new HardRows(this, rows).kept();
  }

  @Override
  protected StructType outputSchema(StructType schema) {
    ProbabilisticClassifier<?, ?, ?> learner = getEstimator();
    if (learner.hasParam("weightCol") && learner.isSet(learner.getParam("weightCol"))) {
      Object weights = learner.getOrDefault(learner.getParam("weightCol"));
      throw UnderProblems.weightsOfEstimator(
          learner.getClass().getSimpleName(), String.valueOf(weights));
    }

    return super.outputSchema(schema);
  }

  @Override
  public InstanceHardnessThreshold copy(ParamMap extra) {
    InstanceHardnessThreshold copy = super.copy(extra);
    copy.estimator = estimator;
    return copy;
  }

  /**
   * A writer that also saves the classifier.
   *
   * @throws org.sparksmote.errors.SmoteException at once if that cannot be saved
   */
  @Override
  public MLWriter write() {
    return HardnessIo.writer(this, estimator);
  }

  /** A reader for saved stages. */
  public static MLReader<InstanceHardnessThreshold> read() {
    return HardnessIo.reader();
  }

  /**
   * Loads a saved stage.
   *
   * @throws org.sparksmote.errors.SmoteException if something else or something damaged is there,
   *     or a later version of this library saved it
   */
  public static InstanceHardnessThreshold load(String path) {
    return read().load(path);
  }
}
