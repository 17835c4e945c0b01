// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.columns.LabelColumn;
import org.sparksmote.internal.params.ChainedSetter;
import org.sparksmote.internal.params.ParamCheck;
import org.sparksmote.internal.saving.StageIo;
import org.sparksmote.internal.saving.StageUid;
import org.sparksmote.internal.spark.SessionCheck;
import org.sparksmote.internal.spark.Sessions;
import org.sparksmote.internal.strategy.StrategyTotals;
import org.sparksmote.internal.weights.BalanceSettings;
import org.sparksmote.internal.weights.ClassTotals;

/**
 * Writes into a column what a row of its class weighs, for any learner that has a {@code
 * weightCol}: often all that imbalanced classes need, without a row more or less.
 *
 * <pre>{@code
 * ClassWeights weights = new ClassWeights().setClassWeight("balanced").setOutputCol("w");
 * LogisticRegression learner = new LogisticRegression().setWeightCol("w");
 * PipelineModel model = new Pipeline().setStages(new PipelineStage[] {weights, learner}).fit(train);
 * }</pre>
 *
 * <p>{@code balanced} is scikit-learn's: with n rows, and n_c of them in class c of k classes, a
 * row of c weighs n / (k n_c); with a {@code weightCol} sums of case weights stand for numbers of
 * rows. A row has the weight of its class times its case weight. The sums are exact, so that
 * weights are the same on any cluster and partitioning. Weights that even classes out move
 * probabilities as resampling does: those of a learner are right for data of equal classes.
 */
public final class ClassWeights extends Estimator<ClassWeightsModel>
    implements ClassWeightsParams, MLWritable {

  private static final long serialVersionUID = 1L;

  private final String uid;
  private final ClassWeightsParamSet params;

  /** A stage with a random uid. */
  public ClassWeights() {
    this(Identifiable$.MODULE$.randomUID("classWeights"));
  }

  /** A stage with the given uid, a plain name: paths and the like are refused (SMOTE-067). */
  public ClassWeights(String uid) {
    this.uid = StageUid.checked(uid);
    this.params = new ClassWeightsParamSet(this);
  }

  @Override
  public String uid() {
    return uid;
  }

  @Override
  public ClassWeightsParamSet classWeightsParamSet() {
    return params;
  }

  /** Sets the label column, of any atomic type; default {@code label}. */
  public ClassWeights setLabelCol(String value) {
    return ChainedSetter.set(this, labelCol(), value);
  }

  /**
   * Sets {@code balanced} (default), or a JSON object from label to weight such as {@code {"fraud":
   * 20}}; classes that it does not name weigh 1.
   *
   * @throws org.sparksmote.errors.SmoteException if it is neither (SMOTE-200)
   */
  public ClassWeights setClassWeight(String value) {
    return ChainedSetter.set(this, classWeight(), value);
  }

  /** Sets the weight of a row per label, 0 or more; classes that are not named weigh 1. */
  public ClassWeights setClassWeight(Map<?, ? extends Number> weights) {
    return setClassWeight(StrategyTotals.json(ParamCheck.notNull("classWeight", weights)));
  }

  /** Sets the column of case weights, of a numeric type, finite and not negative. */
  public ClassWeights setWeightCol(String value) {
    return ChainedSetter.set(this, weightCol(), value);
  }

  /** Sets the name of the column of weights, of type double; default {@code classWeight}. */
  public ClassWeights setOutputCol(String value) {
    return ChainedSetter.set(this, outputCol(), value);
  }

  /**
   * Sets what becomes of rows without a label, or with one that the fit did not see: {@code error}
   * (default), {@code keep} (their weight is null, which learners refuse: nothing is learned from
   * such a row unnoticed) or {@code skip} (they are dropped). None of them counts in the fit.
   */
  public ClassWeights setHandleInvalid(String value) {
    return ChainedSetter.set(this, handleInvalid(), value);
  }

  /** Sets the distinct labels allowed; default 100. */
  public ClassWeights setMaxClasses(int value) {
    return ChainedSetter.set(this, maxClasses(), value);
  }

  /**
   * Sums up the classes, in one Spark job.
   *
   * @throws org.sparksmote.errors.SmoteException if columns, labels or case weights are not valid
   *     (SMOTE-001, 003, 007, 022, 024, 038, 062), classWeight names a class that is not there
   *     (SMOTE-202), or a class to be balanced weighs nothing (SMOTE-203)
   */
  @Override
  public ClassWeightsModel fit(Dataset<?> dataset) {
    SessionCheck.require(dataset);
    return Sessions.of(dataset, () -> fitted(dataset));
  }

  private ClassWeightsModel fitted(Dataset<?> dataset) {
    LabelColumn input = ClassWeightsModel.columns(this, dataset.schema());
    String weightCol = isSet(weightCol()) ? getWeightCol() : "";
    BalanceSettings columns = new BalanceSettings(getLabelCol(), weightCol, "", getMaxClasses());
    ClassTotals totals = ClassTotals.of(dataset, input, getMaxClasses());
    List<ClassTotals.Total> classes =
        totals.require(columns, getHandleInvalid().equals("error")).classes(dataset, input);
    if (classes.isEmpty()) {
      throw ClassWeightProblems.noRows(getLabelCol());
    }

    double[] weights = AskedWeights.of(getClassWeight(), weightCol, classes);
    ClassWeightsModel model = new ClassWeightsModel(uid);
    copyValues(model, new ParamMap());
    return model.fitted(LabelWeights.of(classes, weights)).setParent(this);
  }

  /** The schema with the column of weights, a double. */
  @Override
  public StructType transformSchema(StructType schema) {
    ClassWeightsModel.columns(this, schema);
    return ClassWeightsModel.added(this, schema);
  }

  @Override
  public ClassWeights copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  @Override
  public MLWriter write() {
    return StageIo.writer(this);
  }

  /** A reader for saved stages. */
  public static MLReader<ClassWeights> read() {
    return StageIo.reader(ClassWeights.class, ClassWeights::new);
  }

  /**
   * Loads a saved stage.
   *
   * @throws org.sparksmote.errors.SmoteException if something else or something damaged is there,
   *     or a later version of this library saved it
   */
  public static ClassWeights load(String path) {
    return read().load(path);
  }
}
