// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The setters of {@link SmoteParams}, for stages that are not fitted: what a fitted model does was
 * settled by its fit.
 *
 * @param <S> the stage itself, so that setters chain
 */
public interface SmoteSetters<S extends SmoteSetters<S>> extends SmoteParams {

  /** This stage under its own type. */
  @SuppressWarnings("unchecked")
  private S self() {
    return (S) this;
  }

  /** Sets the vector or array column of features; default {@code features}. */
  default S setFeaturesCol(String value) {
    set(featuresCol(), value);
    return self();
  }

  /** Sets the label column, of any atomic type; default {@code label}. */
  default S setLabelCol(String value) {
    set(labelCol(), value);
    return self();
  }

  /** Sets the seed: the same rows, settings and seed give the same synthetic rows anywhere. */
  default S setSeed(long value) {
    set(seed(), value);
    return self();
  }

  /** Sets numeric and boolean columns to use as features, instead of featuresCol. */
  default S setInputCols(String... value) {
    set(inputCols(), value);
    return self();
  }

  /** The same with a list, which is what arrives from Python. */
  default S setInputCols(List<String> value) {
    return setInputCols(ParamCheck.texts("inputCols", value));
  }

  /**
   * Sets the strategy: {@code auto} (= {@code not majority}), {@code minority}, {@code not
   * minority}, {@code not majority}, {@code all}, {@code none}, a ratio such as {@code "0.5"}, or a
   * JSON object from label to wanted total such as {@code {"fraud": 50000}}.
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
    Map<?, ?> given = ParamCheck.notNull("samplingStrategy", totals); // from Python, of anything
    given.forEach((label, total) -> named.put(String.valueOf(label), total(label, total)));
    return setSamplingStrategy(new ObjectMapper().valueToTree(named).toString());
  }

  private static Number total(@Nullable Object label, @Nullable Object total) {
    if (total instanceof Number number) {
      return number;
    }

    throw Problems.totalIsNoNumber(String.valueOf(label), String.valueOf(total));
  }

  /** Sets k, at least 1; default 5. */
  default S setKNeighbors(int value) {
    set(kNeighbors(), value);
    return self();
  }

  /** Sets {@code error} (default), {@code keep} (the row passes, unused) or {@code skip}. */
  default S setHandleInvalid(String value) {
    set(handleInvalid(), value);
    return self();
  }

  /**
   * Sets {@code error} (default), {@code shrinkK} (k = rows - 1), {@code duplicate} (copies) or
   * {@code skip} (the class stays as it is).
   */
  default S setSmallClass(String value) {
    set(smallClass(), value);
    return self();
  }

  /** Sets the name of the flag column; none by default. */
  default S setSyntheticCol(String value) {
    set(syntheticCol(), value);
    return self();
  }

  /** Sets the name of the provenance column; none by default. */
  default S setProvenanceCol(String value) {
    set(provenanceCol(), value);
    return self();
  }

  /** Sets the column that names rows in the provenance; synthetic rows hold null in it. */
  default S setIdCol(String value) {
    set(idCol(), value);
    return self();
  }

  /**
   * Sets the column of case weights, which later stages may read: of a numeric type, finite and not
   * negative. A synthetic row on the segment between two rows of its class has (1 - gap) times the
   * weight of its base plus gap times that of its partner, but never less than 0; any other one has
   * the weight of its base. Weights change neither how many rows are made nor which.
   */
  default S setWeightCol(String value) {
    set(weightCol(), value);
    return self();
  }

  /** Sets {@code null} (default: nothing is made up) or {@code copy} (from the base row). */
  default S setPassengerColumns(String value) {
    set(passengerColumns(), value);
    return self();
  }

  /** Sets {@code none} (default) or {@code minmax}: each feature counts by its range. */
  default S setStandardize(String value) {
    set(standardize(), value);
    return self();
  }

  /** Sets nominal features of featuresCol: names of attributes, or positions counted from 0. */
  default S setCategoricalFeatures(String... value) {
    set(categoricalFeatures(), value);
    return self();
  }

  /** The same with a list, which is what arrives from Python. */
  default S setCategoricalFeatures(List<String> value) {
    return setCategoricalFeatures(ParamCheck.texts("categoricalFeatures", value));
  }

  /** Sets columns of inputCols that are nominal, of any atomic type. */
  default S setCategoricalCols(String... value) {
    set(categoricalCols(), value);
    return self();
  }

  /** The same with a list, which is what arrives from Python. */
  default S setCategoricalCols(List<String> value) {
    return setCategoricalCols(ParamCheck.texts("categoricalCols", value));
  }

  /** Sets the over-sampler, a label of {@link SmoteVariant}; default {@code smote}. */
  default S setVariant(String value) {
    set(variant(), value);
    return self();
  }

  /** Sets which rows are bases, how often; default: as the variant says. */
  default S setBaseWeight(String value) {
    set(baseWeight(), value);
    return self();
  }

  /** Sets with what a base is combined; default: as the variant says. */
  default S setPartner(String value) {
    set(partner(), value);
    return self();
  }

  /** Sets where between base and partner a new row lies; default: as the variant says. */
  default S setGeometry(String value) {
    set(geometry(), value);
    return self();
  }

  /** Sets which new rows are kept; default: as the variant says. */
  default S setAcceptance(String value) {
    set(acceptance(), value);
    return self();
  }

  /** Sets the nearest rows of all classes that tell whether a row is in danger; default 10. */
  default S setMNeighbors(int value) {
    set(mNeighbors(), value);
    return self();
  }

  /** Sets {@code error} (default) or {@code fallback}: uniform bases then, as the summary says. */
  default S setOnShortfall(String value) {
    set(onShortfall(), value);
    return self();
  }

  /** Sets the clusters of a class, for variants that use clusters; default 8. */
  default S setNumClusters(int value) {
    set(numClusters(), value);
    return self();
  }

  /** Sets the least share of the class in a cluster that gets new rows by kmeans; default 0.5. */
  default S setClusterBalanceThreshold(double value) {
    set(clusterBalanceThreshold(), value);
    return self();
  }

  /** Sets the factor of the bandwidth of the smoothed bootstrap, at least 0; default 1. */
  default S setShrinkage(double value) {
    set(shrinkage(), value);
    return self();
  }

  /** Sets in [-1, 1] how much of the ball is cut off: 0 nothing, 1 (default) the far half. */
  default S setTruncationFactor(double value) {
    set(truncationFactor(), value);
    return self();
  }

  /** Sets in [0, 1] how much the ball is pressed to a line; default 0. */
  default S setDeformationFactor(double value) {
    set(deformationFactor(), value);
    return self();
  }

  /**
   * Sets {@code auto} (default: exact up to exactBelow rows), {@code exact} or {@code approximate}.
   */
  default S setNeighborSearch(String value) {
    set(neighborSearch(), value);
    return self();
  }

  /** Sets the trees in the forest of a bucket, at most. */
  default S setNumTrees(int value) {
    set(numTrees(), value);
    return self();
  }

  /** Sets the rows in a leaf of a tree. */
  default S setLeafSize(int value) {
    set(leafSize(), value);
    return self();
  }

  /** Sets the rows up to which a class is searched exactly. */
  default S setExactBelow(int value) {
    set(exactBelow(), value);
    return self();
  }

  /** Sets the rows of a class that one task searches, about. */
  default S setBucketRows(int value) {
    set(bucketRows(), value);
    return self();
  }

  /**
   * Sets how near partners must come to those of an exact search: a forest grows until they are as
   * near as those of an exact search with k + targetQuality neighbours, or until it has {@code
   * numTrees} trees. Default 1; less is slower and better.
   */
  default S setTargetQuality(double value) {
    set(targetQuality(), value);
    return self();
  }

  /** Sets the share of rows copied across a bucket's border per level, at most. */
  default S setHalo(double value) {
    set(halo(), value);
    return self();
  }

  /** Sets the distinct labels allowed. */
  default S setMaxClasses(int value) {
    set(maxClasses(), value);
    return self();
  }

  /** Sets the synthetic rows a plan may ask for. */
  default S setAllowRowsAbove(long value) {
    set(allowRowsAbove(), value);
    return self();
  }
}
