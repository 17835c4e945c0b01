// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.cleaning;

import java.util.List;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.StringArrayParam;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.params.ParamCheck;
import org.sparksmote.internal.spark.Sessions;
import org.sparksmote.internal.strategy.CleanStrategy;
import org.sparksmote.internal.verdicts.VerdictRounds;
import org.sparksmote.params.BalanceParamSet;
import org.sparksmote.params.BalanceParams;
import org.sparksmote.params.BalanceSetters;
import org.sparksmote.sampler.SamplerStage;

/**
 * What cleaning samplers have in common: rows of some classes go if their nearest rows, of all
 * classes, speak against them. Rows that stay are unchanged, in all of their columns.
 *
 * <p>A row is never its own neighbour; its identical copies are, at distance 0, and identical rows
 * of a class stay or go together. Of rows that are equally far from a row, those of other classes
 * come first, by ascending label, and those of its own class last. So the result does not depend on
 * order or partitions. It is exact while no more than {@code exactBelow} rows are searched
 * together, and rests on an approximate search beyond.
 *
 * @param <S> the subclass
 */
public abstract class CleaningSampler<S extends CleaningSampler<S>> extends SamplerStage<S>
    implements BalanceSetters<S>, BalanceParams { // both named, or Py4J finds the setters only

  private static final long serialVersionUID = 1L;

  private final CleaningParamSet params;
  private final BalanceParamSet balance;

  CleaningSampler(String uid) {
    super(uid);
    params = new CleaningParamSet(this);
    balance = new BalanceParamSet(this);
  }

  /** By what rows are judged. */
  abstract VerdictRounds rounds();

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

  /** Whose rows may go. */
  public Param<String> samplingStrategy() {
    return params.samplingStrategy;
  }

  /**
   * Sets whose rows may go: {@code auto} (= {@code not minority}), {@code majority}, {@code not
   * minority}, {@code not majority}, {@code all}, {@code none}, or a JSON array of labels such as
   * {@code ["ok"]}.
   */
  public S setSamplingStrategy(String value) {
    set(params.samplingStrategy, value);
    return self();
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
   * null, NaN or infinite features.
   */
  public S setHandleInvalid(String value) {
    set(params.handleInvalid, value);
    return self();
  }

  /** The rule for rows of invalid values. */
  public String getHandleInvalid() {
    return getOrDefault(params.handleInvalid);
  }

  /** Name of an output column that says what became of a row. */
  public Param<String> flagCol() {
    return params.flagCol;
  }

  /**
   * Sets the name of a column to add, in which {@code kept} or the name of the rule stands that a
   * row would be removed by. All rows stay then.
   */
  public S setFlagCol(String value) {
    set(params.flagCol, value);
    return self();
  }

  /** The name of the flag; fails if there is none. */
  public String getFlagCol() {
    return getOrDefault(params.flagCol);
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

  /** Exact or approximate neighbour search. */
  public Param<String> neighborSearch() {
    return params.neighborSearch;
  }

  /**
   * Sets {@code auto} (default: exact up to exactBelow rows), {@code exact} or {@code approximate}.
   */
  public S setNeighborSearch(String value) {
    set(params.neighborSearch, value);
    return self();
  }

  /** The kind of neighbour search. */
  public String getNeighborSearch() {
    return getOrDefault(params.neighborSearch);
  }

  /** Engine: up to so many rows are searched exactly. */
  public IntParam exactBelow() {
    return params.exactBelow;
  }

  /** Sets the rows up to which the search is exact; default 20,000. */
  public S setExactBelow(int value) {
    set(params.exactBelow, value);
    return self();
  }

  /** The rows up to which the search is exact. */
  public int getExactBelow() {
    return ((Number) getOrDefault(params.exactBelow)).intValue();
  }

  /** Engine: rows of a class that one task searches, about. */
  public IntParam bucketRows() {
    return params.bucketRows;
  }

  /** Sets the rows of a class that one task searches, about. */
  public S setBucketRows(int value) {
    set(params.bucketRows, value);
    return self();
  }

  /** The rows of a class that one task searches, about. */
  public int getBucketRows() {
    return ((Number) getOrDefault(params.bucketRows)).intValue();
  }

  /** The random seed of the approximate search. */
  public LongParam seed() {
    return params.seed;
  }

  /** Sets the seed of the approximate search. */
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

  /** What is removed of a dataset, by class. Runs the jobs of a cleaning, and keeps no rows. */
  public CleaningSummary summary(Dataset<?> dataset) {
    return summary(dataset, 0);
  }

  /**
   * The same, and how often exact neighbours say the same of a sample of rows whose classes are
   * cleaned. Judges once more and compares the sample with all rows, twice for Tomek links. Of
   * repeated cleanings the first round is checked; {@link NeighbourhoodCleaning} is not.
   *
   * @param checkedRows different rows of the sample, at most; they are brought to the driver
   */
  public CleaningSummary summary(Dataset<?> dataset, int checkedRows) {
    transformSchema(dataset.schema());
    return Sessions.of(dataset, () -> Cleaning.of(this, dataset).summary(checkedRows));
  }

  @Override
  protected Dataset<Row> resample(Dataset<?> dataset) {
    return Sessions.of(dataset, () -> Cleaning.of(this, dataset).rows());
  }

  @Override
  protected StructType outputSchema(StructType schema) {
    return Cleaning.outputSchema(this, schema);
  }

  boolean hasFlag() {
    return isSet(params.flagCol);
  }
}
