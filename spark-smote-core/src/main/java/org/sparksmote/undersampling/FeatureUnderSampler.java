// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import java.util.List;
import java.util.Map;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.StringArrayParam;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.params.ParamCheck;
import org.sparksmote.internal.spark.Sessions;
import org.sparksmote.internal.strategy.AskedStrategy;
import org.sparksmote.internal.strategy.CleanStrategy;
import org.sparksmote.internal.strategy.StrategyTotals;
import org.sparksmote.internal.weights.BalanceSettings;
import org.sparksmote.params.BalanceParamSet;
import org.sparksmote.params.BalanceParams;
import org.sparksmote.params.BalanceSetters;
import org.sparksmote.sampler.SamplerStage;

/**
 * What under-samplers have in common that choose rows by their features. Rows that stay are
 * unchanged, in all of their columns; which stay follows from the rows, the settings and the seed,
 * on any cluster and partitioning. Distances are exact, however many rows there are.
 *
 * @param <S> the subclass
 */
public abstract class FeatureUnderSampler<S extends FeatureUnderSampler<S>> extends SamplerStage<S>
    implements BalanceSetters<S>, BalanceParams { // both named, or Py4J finds the setters only

  private static final long serialVersionUID = 1L;

  private final FeatureSamplerParamSet params;
  private final AskedStrategy strategy;
  private final BalanceParamSet balance;

  FeatureUnderSampler(String uid, AskedStrategy strategy) {
    super(uid);
    this.params = new FeatureSamplerParamSet(this, strategy);
    this.strategy = strategy;
    this.balance = new BalanceParamSet(this);
  }

  /** The rows that stay of a dataset whose rows were counted. */
  abstract Dataset<Row> kept(CountedRows rows);

  /** Whether a class keeps just as many valid rows as samplingStrategy says. */
  abstract boolean isExact();

  /** How many rows each class must have at least for what is searched; 0 if none. */
  abstract int neighbors();

  @SuppressWarnings("unchecked") // the subclass is S
  final S self() {
    return (S) this;
  }

  /** The features column. */
  public Param<String> featuresCol() {
    return params.featuresCol;
  }

  /** Sets the features column, a vector or an array of numbers; default {@code features}. */
  public S setFeaturesCol(String value) {
    set(params.featuresCol, value);
    return self();
  }

  /** The features column's name. */
  public String getFeaturesCol() {
    return getOrDefault(params.featuresCol);
  }

  /** The label column. */
  public Param<String> labelCol() {
    return params.labelCol;
  }

  /** Sets the label column, of any atomic type; default {@code label}. */
  public S setLabelCol(String value) {
    set(params.labelCol, value);
    return self();
  }

  /** The label column's name. */
  public String getLabelCol() {
    return getOrDefault(params.labelCol);
  }

  /** Numeric or boolean columns that are features, instead of featuresCol. */
  public StringArrayParam inputCols() {
    return params.inputCols;
  }

  /** Sets the columns that are features, instead of featuresCol. */
  public S setInputCols(String... values) {
    set(params.inputCols, values);
    return self();
  }

  /** The feature columns; fails if there are none. */
  public String[] getInputCols() {
    return getOrDefault(params.inputCols);
  }

  /** Which classes lose rows. */
  public Param<String> samplingStrategy() {
    return params.samplingStrategy;
  }

  /**
   * Sets which classes lose rows, {@code auto} (= {@code not minority}), {@code majority}, {@code
   * not minority}, {@code not majority}, {@code all} or {@code none}; for samplers of a given size
   * also a ratio such as {@code "0.5"}, or a JSON object from label to wanted total such as {@code
   * {"ok": 50000}}; for others a JSON array of labels such as {@code ["ok"]}.
   */
  public S setSamplingStrategy(String value) {
    set(params.samplingStrategy, value);
    return self();
  }

  /** Sets the ratio minority / majority after resampling, in (0, 1]; two classes only. */
  public S setSamplingStrategy(double ratio) {
    return setSamplingStrategy(Double.toString(ratio));
  }

  /** Sets the wanted total of rows per label; classes that are not named are not touched. */
  public S setSamplingStrategy(Map<?, ? extends Number> totals) {
    return setSamplingStrategy(StrategyTotals.json(ParamCheck.notNull("samplingStrategy", totals)));
  }

  /** Sets the labels of the classes whose rows may go. */
  public S setSamplingStrategy(List<?> labels) {
    return setSamplingStrategy(CleanStrategy.json(ParamCheck.notNull("samplingStrategy", labels)));
  }

  /** The strategy as text. */
  public String getSamplingStrategy() {
    return getOrDefault(params.samplingStrategy);
  }

  /** What to do with rows of invalid values. */
  public Param<String> handleInvalid() {
    return params.handleInvalid;
  }

  /**
   * Sets {@code error} (default), {@code keep} or {@code skip} for rows without a label or with
   * null, NaN or infinite features. Rows that are kept so stay beyond the sizes that are asked for.
   */
  public S setHandleInvalid(String value) {
    set(params.handleInvalid, value);
    return self();
  }

  /** The rule for rows of invalid values. */
  public String getHandleInvalid() {
    return getOrDefault(params.handleInvalid);
  }

  /** Scaling of features for the distance only. */
  public Param<String> standardize() {
    return params.standardize;
  }

  /** Sets {@code none} (default) or {@code minmax}: each feature counts by its range. */
  public S setStandardize(String value) {
    set(params.standardize, value);
    return self();
  }

  /** The scaling used for distances. */
  public String getStandardize() {
    return getOrDefault(params.standardize);
  }

  /** The random seed. */
  public LongParam seed() {
    return params.seed;
  }

  /** Sets the seed, which decides between rows that are equally good. */
  public S setSeed(long value) {
    set(params.seed, value);
    return self();
  }

  /** The seed in use. */
  public long getSeed() {
    return ((Number) getOrDefault(params.seed)).longValue();
  }

  /** Guard: more distinct labels than this look like a regression target. */
  public IntParam maxClasses() {
    return params.maxClasses;
  }

  /** Sets the distinct labels allowed; default 100. */
  public S setMaxClasses(int value) {
    set(params.maxClasses, value);
    return self();
  }

  /** The distinct labels allowed. */
  public int getMaxClasses() {
    return ((Number) getOrDefault(params.maxClasses)).intValue();
  }

  @Override
  public BalanceParamSet balanceParamSet() {
    return balance;
  }

  private boolean isNone() {
    return strategy.isNone(getSamplingStrategy());
  }

  @Override
  protected Dataset<Row> resample(Dataset<?> dataset) {
    return Sessions.of(dataset, () -> weighted(dataset));
  }

  private Dataset<Row> weighted(Dataset<?> dataset) {
    CountedRows rows = CountedRows.of(this, Math.max(1, neighbors()), isNone(), dataset);
    return rows.weighted(BalanceSettings.of(this), kept(rows), isExact() ? sizes(rows) : null);
  }

  /** Of valid rows, how many stay of each class. */
  private long[] sizes(CountedRows rows) {
    return AskedToKeep.rows(getLabelCol(), getSamplingStrategy(), rows.classes());
  }

  @Override
  protected StructType outputSchema(StructType schema) {
    CountedRows.columns(this, Math.max(1, neighbors()), isNone(), schema);
    BalanceSettings weights = BalanceSettings.of(this);
    weights.columns(schema);
    return weights.addTo(schema);
  }
}
