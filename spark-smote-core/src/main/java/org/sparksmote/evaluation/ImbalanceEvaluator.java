// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.util.function.Supplier;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.sparksmote.internal.saving.StageIo;
import org.sparksmote.internal.spark.SessionCheck;
import org.sparksmote.internal.spark.Sessions;

/**
 * Measures how good predictions are where classes are rare: how well they rank, decide, and how
 * honest their probabilities are. By itself, or as the evaluator of a {@code CrossValidator}:
 *
 * <pre>{@code
 * ImbalanceEvaluator evaluator = new ImbalanceEvaluator().setMetricName("averagePrecision");
 * double one = evaluator.evaluate(model.transform(test));
 * ImbalanceMetrics all = evaluator.metrics(model.transform(test));
 * }</pre>
 *
 * <p>The measures, by their names:
 *
 * <ul>
 *   <li>of a ranking: {@code areaUnderROC} (exact, equal scores half), {@code averagePrecision} (as
 *       in scikit-learn), {@code precisionAtTopShare} (of equal scores at its end a share), {@code
 *       recallAtFalsePositiveRate} (of the thresholds that keep the rate);
 *   <li>of decisions, which predictionCol holds: {@code gMean}, {@code balancedAccuracy}, {@code
 *       sensitivity}, {@code specificity}, {@code precision}, {@code recall}, {@code fBeta}, {@code
 *       mcc}, {@code iba}, {@code accuracy}, {@code cost} (mean over rows); shares of nothing are
 *       0;
 *   <li>of probabilities: {@code brier}, {@code logLoss}, {@code expectedCalibrationError} (bins of
 *       equal width), {@code meanProbabilityRatio} (mean probability over prevalence), {@code
 *       calibrationSlope} and {@code calibrationIntercept} (logistic recalibration of the log odds,
 *       Cox 1958; 1 and 0 are right).
 * </ul>
 *
 * <p>All are of one class against all others: {@code metricLabel}, or the rarer of two classes.
 * With several classes and no metricLabel, decisions are averaged, {@code brier} and {@code
 * logLoss} are of all classes, and the rest is refused. Case weights count everywhere.
 *
 * <p>Results do not depend on how rows are partitioned, to the last bit. Measures of a ranking and
 * of calibration take one shuffle; nothing that grows with rows reaches the driver.
 */
public final class ImbalanceEvaluator extends Evaluator implements ImbalanceSetters, MLWritable {

  private static final long serialVersionUID = 1L;

  private final String uid;
  private final ImbalanceParamSet params;

  /** An evaluator with a random uid. */
  public ImbalanceEvaluator() {
    this(Identifiable$.MODULE$.randomUID("imbalanceEvaluator"));
  }

  /** An evaluator with the given uid. */
  public ImbalanceEvaluator(String uid) {
    this.uid = uid;
    params = new ImbalanceParamSet(this);
  }

  @Override
  public String uid() {
    return uid;
  }

  @Override
  public ImbalanceParamSet imbalanceParamSet() {
    return params;
  }

  /**
   * The measure that metricName says.
   *
   * @throws org.sparksmote.errors.SmoteException if columns are missing or of another type, if rows
   *     are not valid, or if the measure is not defined for them, as that of a ranking of one class
   */
  @Override
  public double evaluate(Dataset<?> dataset) {
    return with(dataset, () -> new Measuring(this, dataset).one(getMetricName()));
  }

  /**
   * All measures at once: one pass that counts, one that sums, one shuffle, and a few over what was
   * sorted. Those that are not defined for the rows are NaN, or left out where settings exclude
   * them: with rawPredictionCol those of probabilities, with several classes and no metricLabel
   * those of one class.
   *
   * @throws org.sparksmote.errors.SmoteException if columns are missing or of another type, or if
   *     rows are not valid
   */
  public ImbalanceMetrics metrics(Dataset<?> dataset) {
    return with(dataset, () -> new Measuring(this, dataset).all());
  }

  /**
   * Curves for plotting, at most about 1,000 points, and the best threshold of each measure of
   * decisions.
   *
   * @throws org.sparksmote.errors.SmoteException as {@link #evaluate} does
   */
  public ImbalanceCurves curves(Dataset<?> dataset) {
    return with(dataset, () -> new Measuring(this, dataset).curves());
  }

  private static <T> T with(Dataset<?> dataset, Supplier<T> work) {
    SessionCheck.require(dataset);
    return Sessions.of(dataset, work);
  }

  /**
   * Whether more is better, as of all measures but {@code brier}, {@code logLoss}, {@code
   * expectedCalibrationError} and {@code cost}.
   *
   * @throws org.sparksmote.errors.SmoteException for those that are best at a value in between
   */
  @Override
  public boolean isLargerBetter() {
    if (MetricName.isBestBetween(getMetricName())) {
      throw EvaluationProblems.noOrder(getMetricName());
    }

    return !MetricName.isSmallerBetter(getMetricName());
  }

  @Override
  public ImbalanceEvaluator copy(ParamMap extra) {
    return (ImbalanceEvaluator) defaultCopy(extra);
  }

  @Override
  public MLWriter write() {
    return StageIo.writer(this);
  }

  /** A reader for saved evaluators. */
  public static MLReader<ImbalanceEvaluator> read() {
    return StageIo.reader(ImbalanceEvaluator.class, ImbalanceEvaluator::new);
  }

  /**
   * Loads a saved evaluator.
   *
   * @throws org.sparksmote.errors.SmoteException if something else or something damaged is there,
   *     or a later version of this library saved it
   */
  public static ImbalanceEvaluator load(String path) {
    return read().load(path);
  }
}
