// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import java.util.List;
import java.util.Map;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.columns.LabelColumn;
import org.sparksmote.internal.keeping.KeepSettings;
import org.sparksmote.internal.keeping.UnderSampling;
import org.sparksmote.internal.params.ParamCheck;
import org.sparksmote.internal.spark.Sessions;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.internal.strategy.StrategyTotals;
import org.sparksmote.internal.weights.BalanceSettings;
import org.sparksmote.params.BalanceParamSet;
import org.sparksmote.params.BalanceParams;
import org.sparksmote.params.BalanceSetters;
import org.sparksmote.sampler.SamplerStage;

/**
 * Under-samples classes: of each a random subset of an exact size stays, or with {@code
 * withReplacement} that many random draws.
 *
 * <p>Use it inside a {@link org.sparksmote.ResamplingPipeline} before a classifier, or on its own:
 *
 * <pre>{@code
 * RandomUnderSampler sampler = new RandomUnderSampler().setSamplingStrategy("0.1").setSeed(42L);
 * Dataset<Row> smaller = sampler.fitResample(train);
 * }</pre>
 *
 * <p>Which rows stay follows from their content and the seed, on any cluster and partitioning.
 * {@code fit} starts no job; the rows are asked for in one pass that counts and one that filters,
 * without a shuffle. Only rows of classes in which many are identical are counted once more and
 * brought together with their copies.
 */
public final class RandomUnderSampler extends SamplerStage<RandomUnderSampler>
    implements BalanceSetters<RandomUnderSampler>,
        BalanceParams { // both named, or Py4J finds the setters only

  private static final long serialVersionUID = 1L;

  private final UnderSamplerParamSet params;
  private final BalanceParamSet balance;

  /** A stage with a random uid. */
  public RandomUnderSampler() {
    this(Identifiable$.MODULE$.randomUID("randomUnderSampler"));
  }

  /** A stage with the given uid, a plain name: paths and the like are refused (SMOTE-067). */
  public RandomUnderSampler(String uid) {
    super(uid);
    params = new UnderSamplerParamSet(this);
    balance = new BalanceParamSet(this);
  }

  /** The label column. */
  public Param<String> labelCol() {
    return params.labelCol;
  }

  /** Sets the label column, of any atomic type; default {@code label}. */
  public RandomUnderSampler setLabelCol(String value) {
    set(params.labelCol, value);
    return this;
  }

  /** The label column's name. */
  public String getLabelCol() {
    return getOrDefault(params.labelCol);
  }

  /** Which classes shrink, and to what size. */
  public Param<String> samplingStrategy() {
    return params.samplingStrategy;
  }

  /**
   * Sets the strategy: {@code auto} (= {@code not minority}), {@code majority}, {@code not
   * minority}, {@code not majority}, {@code all}, which cut these classes to the size of the
   * smallest, {@code none}, a ratio such as {@code "0.5"}, or a JSON object from label to wanted
   * total such as {@code {"ok": 50000}}.
   */
  public RandomUnderSampler setSamplingStrategy(String value) {
    set(params.samplingStrategy, value);
    return this;
  }

  /** Sets the ratio minority / majority after resampling, in (0, 1]; two classes only. */
  public RandomUnderSampler setSamplingStrategy(double ratio) {
    return setSamplingStrategy(Double.toString(ratio));
  }

  /** Sets the wanted total of rows per label; classes that are not named are not touched. */
  public RandomUnderSampler setSamplingStrategy(Map<?, ? extends Number> totals) {
    return setSamplingStrategy(StrategyTotals.json(ParamCheck.notNull("samplingStrategy", totals)));
  }

  /** The strategy as text. */
  public String getSamplingStrategy() {
    return getOrDefault(params.samplingStrategy);
  }

  /** Whether rows are drawn with replacement. */
  public BooleanParam withReplacement() {
    return params.withReplacement;
  }

  /**
   * Sets whether rows are drawn with replacement, so that a row may stay twice; default false. With
   * {@code all} also the smallest class is drawn anew, as often as it has rows.
   */
  public RandomUnderSampler setWithReplacement(boolean value) {
    set(params.withReplacement, value);
    return this;
  }

  /** Whether rows are drawn with replacement. */
  public boolean getWithReplacement() {
    return (Boolean) getOrDefault(params.withReplacement);
  }

  /** The random seed. */
  public LongParam seed() {
    return params.seed;
  }

  /** Sets the seed: the same rows, settings and seed keep the same rows anywhere. */
  public RandomUnderSampler setSeed(long value) {
    set(params.seed, value);
    return this;
  }

  /** The seed in use. */
  public long getSeed() {
    return ((Number) getOrDefault(params.seed)).longValue();
  }

  /** What to do with rows whose label is null or NaN. */
  public Param<String> handleInvalid() {
    return params.handleInvalid;
  }

  /** Sets {@code error} (default), {@code keep} or {@code skip} for rows without a label. */
  public RandomUnderSampler setHandleInvalid(String value) {
    set(params.handleInvalid, value);
    return this;
  }

  /** The rule for rows without a label. */
  public String getHandleInvalid() {
    return getOrDefault(params.handleInvalid);
  }

  @Override
  public BalanceParamSet balanceParamSet() {
    return balance;
  }

  /** Guard: more distinct labels than this look like a regression target. */
  public IntParam maxClasses() {
    return params.maxClasses;
  }

  /** Sets the distinct labels allowed; default 100. */
  public RandomUnderSampler setMaxClasses(int value) {
    set(params.maxClasses, value);
    return this;
  }

  /** The distinct labels allowed. */
  public int getMaxClasses() {
    return ((Number) getOrDefault(params.maxClasses)).intValue();
  }

  @Override
  protected Dataset<Row> resample(Dataset<?> dataset) {
    BalanceSettings weights = BalanceSettings.of(this);
    KeepSettings settings =
        new KeepSettings(
            getLabelCol(),
            weights.weightCol(),
            weights.balanceWeightCol(),
            getHandleInvalid(),
            getMaxClasses(),
            getSeed(),
            getWithReplacement(),
            this::rowsToKeep);
    LabelColumn label = weights.columns(dataset.schema());
    return Sessions.of(dataset, () -> UnderSampling.of(settings, label, dataset).rows(dataset));
  }

  private KeepSettings.Sizes rowsToKeep(List<ClassCount> counts) {
    return AskedToKeep.sizes(getLabelCol(), getSamplingStrategy(), counts);
  }

  @Override
  protected StructType outputSchema(StructType schema) {
    BalanceSettings weights = BalanceSettings.of(this);
    weights.columns(schema);
    return weights.addTo(schema);
  }

  /** A reader for saved stages. */
  public static MLReader<RandomUnderSampler> read() {
    return reader(RandomUnderSampler.class, RandomUnderSampler::new);
  }

  /**
   * Loads a saved stage.
   *
   * @throws org.sparksmote.errors.SmoteException if something else or something damaged is there,
   *     or a later version of this library saved it
   */
  public static RandomUnderSampler load(String path) {
    return read().load(path);
  }
}
