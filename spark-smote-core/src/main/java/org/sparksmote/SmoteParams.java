// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.StringArrayParam;

/**
 * The settings that {@link Smote}, {@link SmoteModel} and {@link SmoteResampler} share. Names and
 * meanings follow Spark ML and imbalanced-learn.
 *
 * @param <S> the stage itself, so that setters chain
 */
public interface SmoteParams<S extends SmoteParams<S>> extends NominalParams<S> {

  /** This stage under its own type. */
  @SuppressWarnings("unchecked")
  private S self() {
    return (S) this;
  }

  /** The vector or array column of features. */
  default Param<String> featuresCol() {
    return paramSet().featuresCol;
  }

  /** The label column. */
  default Param<String> labelCol() {
    return paramSet().labelCol;
  }

  /** The random seed. */
  default LongParam seed() {
    return paramSet().seed;
  }

  /** Columns that are features themselves, instead of one vector or array column. */
  default StringArrayParam inputCols() {
    return paramSet().inputCols;
  }

  /** Which classes grow, and to what size. */
  default Param<String> samplingStrategy() {
    return paramSet().samplingStrategy;
  }

  /** How many nearest neighbours of a row can be its partner. */
  default IntParam kNeighbors() {
    return paramSet().kNeighbors;
  }

  /** What to do with rows whose label or features are null, NaN or infinite. */
  default Param<String> handleInvalid() {
    return paramSet().handleInvalid;
  }

  /** What to do with a class of at most kNeighbors rows. */
  default Param<String> smallClass() {
    return paramSet().smallClass;
  }

  /** Name of a boolean output column, true in synthetic rows. */
  default Param<String> syntheticCol() {
    return paramSet().syntheticCol;
  }

  /** Name of a struct output column (base, partner, gap) that says how a row was made. */
  default Param<String> provenanceCol() {
    return paramSet().provenanceCol;
  }

  /** Column whose values name rows in provenanceCol; without it the content key does. */
  default Param<String> idCol() {
    return paramSet().idCol;
  }

  /** What synthetic rows hold in columns that are neither features nor label. */
  default Param<String> passengerColumns() {
    return paramSet().passengerColumns;
  }

  /** Scaling of features for the distance only. */
  default Param<String> standardize() {
    return paramSet().standardize;
  }

  /** Sets the vector or array column of features; default {@code features}. */
  default S setFeaturesCol(String value) {
    set(featuresCol(), value);
    return self();
  }

  /** The features column. */
  default String getFeaturesCol() {
    return getOrDefault(featuresCol());
  }

  /** Sets the label column, of any atomic type; default {@code label}. */
  default S setLabelCol(String value) {
    set(labelCol(), value);
    return self();
  }

  /** The label column's name. */
  default String getLabelCol() {
    return getOrDefault(labelCol());
  }

  /** Sets the seed: the same rows, settings and seed give the same synthetic rows anywhere. */
  default S setSeed(long value) {
    set(seed(), value);
    return self();
  }

  /** The seed in use. */
  default long getSeed() {
    return (Long) getOrDefault(seed());
  }

  /** Sets numeric and boolean columns to use as features, instead of featuresCol. */
  default S setInputCols(String... value) {
    set(inputCols(), value);
    return self();
  }

  /** The columns used as features; fails if featuresCol is used instead. */
  default String[] getInputCols() {
    return getOrDefault(inputCols());
  }

  /**
   * Sets the strategy: {@code auto} (= {@code not majority}), {@code minority}, {@code not
   * minority}, {@code not majority}, {@code all}, a ratio such as {@code "0.5"}, or a JSON object
   * from label to wanted total such as {@code {"fraud": 50000}}.
   */
  default S setSamplingStrategy(String value) {
    set(samplingStrategy(), value);
    return self();
  }

  /** Sets the ratio minority / majority after resampling, in (0, 1]; two classes only. */
  default S setSamplingStrategy(double ratio) {
    return setSamplingStrategy(Double.toString(ratio));
  }

  /** Sets the wanted total of rows per label; classes that are not named are not touched. */
  default S setSamplingStrategy(Map<?, ? extends Number> totals) {
    Map<String, Number> named = new TreeMap<>();
    SmoteParamSet.notNull("samplingStrategy", totals)
        .forEach((label, total) -> named.put(String.valueOf(label), total));
    return setSamplingStrategy(new ObjectMapper().valueToTree(named).toString());
  }

  /** The strategy as text. */
  default String getSamplingStrategy() {
    return getOrDefault(samplingStrategy());
  }

  /** Sets k, at least 1; default 5. */
  default S setKNeighbors(int value) {
    set(kNeighbors(), value);
    return self();
  }

  /** The number of neighbours k. */
  default int getKNeighbors() {
    return (Integer) getOrDefault(kNeighbors());
  }

  /** Sets {@code error} (default), {@code keep} (the row passes, unused) or {@code skip}. */
  default S setHandleInvalid(String value) {
    set(handleInvalid(), value);
    return self();
  }

  /** The rule for invalid rows. */
  default String getHandleInvalid() {
    return getOrDefault(handleInvalid());
  }

  /**
   * Sets {@code error} (default), {@code shrinkK} (k = rows - 1), {@code duplicate} (copies) or
   * {@code skip} (the class stays as it is).
   */
  default S setSmallClass(String value) {
    set(smallClass(), value);
    return self();
  }

  /** The rule for classes with at most k rows. */
  default String getSmallClass() {
    return getOrDefault(smallClass());
  }

  /** Sets the name of the flag column; none by default. */
  default S setSyntheticCol(String value) {
    set(syntheticCol(), value);
    return self();
  }

  /** The name of the flag column; fails if there is none. */
  default String getSyntheticCol() {
    return getOrDefault(syntheticCol());
  }

  /** Sets the name of the provenance column; none by default. */
  default S setProvenanceCol(String value) {
    set(provenanceCol(), value);
    return self();
  }

  /** The name of the provenance column; fails if there is none. */
  default String getProvenanceCol() {
    return getOrDefault(provenanceCol());
  }

  /** Sets the column that names rows in the provenance; synthetic rows hold null in it. */
  default S setIdCol(String value) {
    set(idCol(), value);
    return self();
  }

  /** The id column; fails if there is none. */
  default String getIdCol() {
    return getOrDefault(idCol());
  }

  /** Sets {@code null} (default: nothing is made up) or {@code copy} (from the base row). */
  default S setPassengerColumns(String value) {
    set(passengerColumns(), value);
    return self();
  }

  /** The rule for columns that are neither features nor label. */
  default String getPassengerColumns() {
    return getOrDefault(passengerColumns());
  }

  /** Sets {@code none} (default) or {@code minmax}: each feature counts by its range. */
  default S setStandardize(String value) {
    set(standardize(), value);
    return self();
  }

  /** The scaling used for distances. */
  default String getStandardize() {
    return getOrDefault(standardize());
  }
}
