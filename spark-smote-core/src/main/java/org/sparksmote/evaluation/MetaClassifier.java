// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.learning.LabelCounts;
import org.sparksmote.internal.saving.StageUid;
import org.sparksmote.internal.spark.SessionCheck;
import org.sparksmote.internal.spark.Sessions;
import org.sparksmote.params.EstimatorParams;

/**
 * What stages have in common that fit another one, any classifier of Spark's or a pipeline that
 * ends in one, with or without samplers, and correct what it says. They are estimators and no
 * {@code ProbabilisticClassifier}s, as a pipeline has no single column of features; their models
 * write the same three columns.
 *
 * <p>The columns of predictions are those that the estimator writes; where it has other names than
 * Spark's defaults, set them here too. Labels are class indices as doubles, 0 to C - 1, each of
 * which has rows. A param map, as of a {@code CrossValidator}, may also name params of the
 * estimator.
 *
 * @param <E> the subclass
 * @param <M> its model
 */
public abstract class MetaClassifier<E extends MetaClassifier<E, M>, M extends MetaModel<M>>
    extends Estimator<M> implements EstimatorParams, MLWritable {

  private static final long serialVersionUID = 1L;

  private final String uid;
  private final MetaParamSet params;

  MetaClassifier(String uid) {
    this.uid = StageUid.checked(uid);
    this.params = new MetaParamSet(this);
  }

  /** Fits what is asked for on data whose schema and session were checked. */
  abstract M fitted(Dataset<?> dataset);

  /** What it holds besides the estimator, by the names of the params, which are set. */
  Map<String, Params> others() {
    return Map.of();
  }

  /** The names of all params that can hold something besides the estimator. */
  List<String> otherParts() {
    return List.of();
  }

  @SuppressWarnings("unchecked") // the subclass is E
  final E self() {
    return (E) this;
  }

  @Override
  public final String uid() {
    return uid;
  }

  @Override
  public final Param<Estimator<?>> estimator() {
    return params.estimator;
  }

  /** Sets the classifier, or the pipeline that ends in one. */
  public E setEstimator(Estimator<?> value) {
    set(params.estimator, value);
    return self();
  }

  @Override
  public final Param<String> labelCol() {
    return params.labelCol;
  }

  /** Sets the label column, class indices; default {@code label}. */
  public E setLabelCol(String value) {
    set(params.labelCol, value);
    return self();
  }

  @Override
  public final Param<String> predictionCol() {
    return params.columns.predictionCol();
  }

  /** Sets the name of the column of predicted classes; default {@code prediction}. */
  public E setPredictionCol(String value) {
    set(predictionCol(), value);
    return self();
  }

  @Override
  public final Param<String> probabilityCol() {
    return params.columns.probabilityCol();
  }

  /** Sets the name of the column of probabilities; default {@code probability}. */
  public E setProbabilityCol(String value) {
    set(probabilityCol(), value);
    return self();
  }

  @Override
  public final Param<String> rawPredictionCol() {
    return params.columns.rawPredictionCol();
  }

  /** Sets the name of the column of raw predictions; default {@code rawPrediction}. */
  public E setRawPredictionCol(String value) {
    set(rawPredictionCol(), value);
    return self();
  }

  /**
   * The schema with the columns of the estimator's predictions.
   *
   * @throws org.sparksmote.errors.SmoteException if there is no estimator, if it has other columns
   *     than this stage or is no classifier, or if columns of predictions are there already
   */
  @Override
  public StructType transformSchema(StructType schema) {
    if (!isSet(params.estimator)) {
      throw MetaProblems.noEstimator(uid);
    }

    LabelCounts.requireNumbers(schema, getLabelCol());
    HeldLearner.requireSameColumns(this, schema);
    Said.of(this).requireNew(schema);
    String name = HeldLearner.of(getEstimator()).getClass().getSimpleName();
    return Said.of(this).check(getEstimator().transformSchema(schema), name);
  }

  /**
   * Fits the estimator and what corrects it.
   *
   * @throws org.sparksmote.errors.SmoteException if settings, columns, labels or too few rows do
   *     not allow it
   */
  @Override
  public final M fit(Dataset<?> dataset) {
    SessionCheck.require(dataset);
    return Sessions.of(
        dataset,
        () -> {
          transformSchema(dataset.schema());
          M model = fitted(dataset);
          copyValues(model, new ParamMap());
          return model.setParent(this);
        });
  }

  /** A copy whose estimator is a copy too, with those settings that are its own. */
  @Override
  @SuppressWarnings("unchecked") // a copy is of the same class
  public E copy(ParamMap extra) {
    E copy = (E) defaultCopy(extra);
    return isSet(params.estimator) ? copy.setEstimator(copy.getEstimator().copy(extra)) : copy;
  }

  /**
   * A writer.
   *
   * @throws org.sparksmote.errors.SmoteException at once, if the estimator cannot be saved
   */
  @Override
  public MLWriter write() {
    return MetaIo.writer(this);
  }
}
