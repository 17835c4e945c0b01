// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.util.List;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.columns.ColumnResolver;
import org.sparksmote.internal.measures.CountMeasure;
import org.sparksmote.internal.params.ParamMaker;

/**
 * Finds the threshold at which a classifier of two classes decides best. For a measure such as the
 * G-mean, or for what wrong decisions cost, it does what resampling is used for, and leaves the
 * probabilities alone.
 *
 * <pre>{@code
 * TunedThresholdClassifier tuned =
 *     new TunedThresholdClassifier()
 *         .setEstimator(new RandomForestClassifier())
 *         .setMetricName("cost")
 *         .setFalsePositiveCost(5)
 *         .setFalseNegativeCostCol("amount");
 * Dataset<Row> predictions = tuned.fit(train).transform(test);
 * }</pre>
 *
 * <p>Every probability that rows get from a model that has not seen them is a threshold to try; of
 * equally good ones the lowest is taken. Then one model learns from all rows. Names and meanings
 * are those of scikit-learn's {@code TunedThresholdClassifierCV}, which tries 100 thresholds. With
 * more than two classes it is refused. A class of fewer than 50 rows is refused too: the best
 * threshold of so few follows chance.
 */
public final class TunedThresholdClassifier
    extends OutOfFoldClassifier<TunedThresholdClassifier, TunedThresholdClassificationModel> {

  private static final long serialVersionUID = 1L;

  /** Rows of a class, at least. */
  private static final int EVENTS = 50;

  private final Param<String> metricName;
  private final DoubleParam beta;
  private final DoubleParam falsePositiveCost;
  private final DoubleParam falseNegativeCost;
  private final Param<String> falsePositiveCostCol;
  private final Param<String> falseNegativeCostCol;

  /** A stage with a random uid. */
  public TunedThresholdClassifier() {
    this(Identifiable$.MODULE$.randomUID("tunedThreshold"));
  }

  /** A stage with the given uid, a plain name: paths and the like are refused (SMOTE-067). */
  public TunedThresholdClassifier(String uid) {
    super(uid);
    ParamMaker make = new ParamMaker(this);
    metricName =
        make.choice(
            "metricName",
            "what is to be best, or least for cost",
            CountMeasure.names().toArray(new String[0]));
    beta =
        make.number(
            "beta",
            "how much more recall counts than precision, for fBeta",
            Double.MIN_VALUE,
            Double.MAX_VALUE);
    falsePositiveCost = cost(make, "falsePositiveCost", "calling a row the class 1 which is not");
    falseNegativeCost = cost(make, "falseNegativeCost", "overlooking a row of the class 1");
    falsePositiveCostCol =
        make.text("falsePositiveCostCol", "column of what calling that row the class 1 costs");
    falseNegativeCostCol =
        make.text("falseNegativeCostCol", "column of what overlooking that row costs");
    setDefault(metricName, CountMeasure.BALANCED_ACCURACY.label());
    setDefault(beta, 1.0);
  }

  private DoubleParam cost(ParamMaker make, String name, String what) {
    DoubleParam param = make.number(name, "what it costs: " + what, 0, Double.MAX_VALUE);
    setDefault(param, 1.0);
    return param;
  }

  /** What is to be best. */
  public Param<String> metricName() {
    return metricName;
  }

  /**
   * Sets what is to be best: {@code balancedAccuracy} (default), {@code gMean}, {@code
   * sensitivity}, {@code specificity}, {@code precision}, {@code recall}, {@code fBeta}, {@code
   * mcc}, {@code iba}, {@code accuracy}, or {@code cost}, which is to be least.
   */
  public TunedThresholdClassifier setMetricName(String value) {
    set(metricName, value);
    return this;
  }

  /** The measure in use. */
  public String getMetricName() {
    return getOrDefault(metricName);
  }

  /** How much more recall counts than precision, for fBeta. */
  public DoubleParam beta() {
    return beta;
  }

  /** Sets how much more recall counts than precision, for fBeta; default 1. */
  public TunedThresholdClassifier setBeta(double value) {
    set(beta, value);
    return this;
  }

  /** How much more recall counts than precision. */
  public double getBeta() {
    return ((Number) getOrDefault(beta)).doubleValue();
  }

  /** What it costs to call a row the class 1 which is not. */
  public DoubleParam falsePositiveCost() {
    return falsePositiveCost;
  }

  /** Sets what it costs to call a row the class 1 which is not, for cost; default 1. */
  public TunedThresholdClassifier setFalsePositiveCost(double value) {
    set(falsePositiveCost, value);
    return this;
  }

  /** What it costs to call a row the class 1 which is not. */
  public double getFalsePositiveCost() {
    return ((Number) getOrDefault(falsePositiveCost)).doubleValue();
  }

  /** What it costs to overlook a row of the class 1. */
  public DoubleParam falseNegativeCost() {
    return falseNegativeCost;
  }

  /** Sets what it costs to overlook a row of the class 1, for cost; default 1. */
  public TunedThresholdClassifier setFalseNegativeCost(double value) {
    set(falseNegativeCost, value);
    return this;
  }

  /** What it costs to overlook a row of the class 1. */
  public double getFalseNegativeCost() {
    return ((Number) getOrDefault(falseNegativeCost)).doubleValue();
  }

  /** The column of what calling a row the class 1 costs. */
  public Param<String> falsePositiveCostCol() {
    return falsePositiveCostCol;
  }

  /** Sets the column of what calling that row the class 1 costs, times falsePositiveCost. */
  public TunedThresholdClassifier setFalsePositiveCostCol(String value) {
    set(falsePositiveCostCol, value);
    return this;
  }

  /** The column of what calling a row the class 1 costs; fails if there is none. */
  public String getFalsePositiveCostCol() {
    return getOrDefault(falsePositiveCostCol);
  }

  /** The column of what overlooking a row costs. */
  public Param<String> falseNegativeCostCol() {
    return falseNegativeCostCol;
  }

  /** Sets the column of what overlooking that row costs, times falseNegativeCost. */
  public TunedThresholdClassifier setFalseNegativeCostCol(String value) {
    set(falseNegativeCostCol, value);
    return this;
  }

  /** The column of what overlooking a row costs; fails if there is none. */
  public String getFalseNegativeCostCol() {
    return getOrDefault(falseNegativeCostCol);
  }

  @Override
  int leastPerFold() {
    return 1;
  }

  @Override
  int leastInAll() {
    return EVENTS;
  }

  /**
   * The schema with the columns of the estimator's predictions.
   *
   * @throws org.sparksmote.errors.SmoteException also if the estimator says no probabilities, or if
   *     costs are set for another measure
   */
  @Override
  public StructType transformSchema(StructType schema) {
    StructType behind = super.transformSchema(schema);
    if (Said.of(this).hasRawOnly(getEstimator().transformSchema(schema))) {
      throw MetaProblems.noProbabilities(
          getEstimator().getClass().getSimpleName(), getClass().getSimpleName());
    }

    boolean isCost = getMetricName().equals(CountMeasure.COST.label());
    for (Param<?> cost : costs()) {
      if (!isCost && isSet(cost)) {
        throw MetaProblems.costOfNoCost(cost.name(), getMetricName());
      }
    }

    if (isCost && getFalsePositiveCost() == 0 && getFalseNegativeCost() == 0) {
      throw MetaProblems.noCosts();
    }

    requireCosts(falsePositiveCostCol, schema);
    requireCosts(falseNegativeCostCol, schema);
    return behind;
  }

  private List<Param<?>> costs() {
    return List.of(
        falsePositiveCost, falseNegativeCost, falsePositiveCostCol, falseNegativeCostCol);
  }

  private void requireCosts(Param<String> param, StructType schema) {
    if (isSet(param)) {
      StructField field =
          schema.fields()[new ColumnResolver(schema).find(param.name(), getOrDefault(param))];
      if (!(field.dataType() instanceof NumericType)) {
        throw MetaProblems.badCostType(field.name(), field.dataType().simpleString(), param.name());
      }
    }
  }

  @Override
  Column cost() {
    return functions
        .when(
            functions.col("`" + FoldedRows.LABEL + "`").equalTo(1),
            cost(falseNegativeCost, falseNegativeCostCol))
        .otherwise(cost(falsePositiveCost, falsePositiveCostCol));
  }

  private Column cost(DoubleParam each, Param<String> column) {
    Column all = functions.lit(((Number) getOrDefault(each)).doubleValue());
    return isSet(column)
        ? all.multiply(
            functions.col(ColumnResolver.quoted(getOrDefault(column))).cast(DataTypes.DoubleType))
        : all;
  }

  @Override
  TunedThresholdClassificationModel learned(FoldedRows rows) {
    if (rows.classes() > 2) {
      throw MetaProblems.twoClassesOnly(uid(), rows.classes());
    }

    ThresholdSearch search = new ThresholdSearch(this, rows.scores(rows.models()));
    return new TunedThresholdClassificationModel(uid(), List.of(rows.modelOfAll()))
        .tuned(search.threshold(), search.score(), search.curve());
  }

  /** A reader for saved stages. */
  public static MLReader<TunedThresholdClassifier> read() {
    return MetaIo.reader(TunedThresholdClassifier.class, TunedThresholdClassifier::new);
  }

  /**
   * Loads a saved stage.
   *
   * @throws org.sparksmote.errors.SmoteException if something else or something damaged is there,
   *     or a later version of this library saved it
   */
  public static TunedThresholdClassifier load(String path) {
    return read().load(path);
  }
}
