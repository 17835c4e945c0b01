// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;

/**
 * The settings that choose the over-sampler: a variant by name, or its parts one by one.
 *
 * @param <S> the stage itself, so that setters chain
 */
public interface VariantParams<S extends VariantParams<S>> extends EngineParams<S> {

  /** This stage under its own type. */
  @SuppressWarnings("unchecked")
  private S self() {
    return (S) this;
  }

  /** The over-sampler by name. */
  default Param<String> variant() {
    return paramSet().variant;
  }

  /** Sets the over-sampler, a label of {@link SmoteVariant}; default {@code smote}. */
  default S setVariant(String value) {
    set(variant(), value);
    return self();
  }

  /** The name of the over-sampler. */
  default String getVariant() {
    return getOrDefault(variant());
  }

  /** Part: which rows are bases, how often. */
  default Param<String> baseWeight() {
    return paramSet().baseWeight;
  }

  /** Sets which rows are bases, how often; default: as the variant says. */
  default S setBaseWeight(String value) {
    set(baseWeight(), value);
    return self();
  }

  /** Which rows are bases, how often, by its own setting or the variant. */
  default String getBaseWeight() {
    return isSet(baseWeight()) ? getOrDefault(baseWeight()) : named().baseWeight().label();
  }

  /** Part: with what a base is combined. */
  default Param<String> partner() {
    return paramSet().partner;
  }

  /** Sets with what a base is combined; default: as the variant says. */
  default S setPartner(String value) {
    set(partner(), value);
    return self();
  }

  /** With what a base is combined, by its own setting or the variant. */
  default String getPartner() {
    return isSet(partner()) ? getOrDefault(partner()) : named().partner().label();
  }

  /** Part: where between base and partner a new row lies. */
  default Param<String> geometry() {
    return paramSet().geometry;
  }

  /** Sets where between base and partner a new row lies; default: as the variant says. */
  default S setGeometry(String value) {
    set(geometry(), value);
    return self();
  }

  /** Where between base and partner a new row lies, by its own setting or the variant. */
  default String getGeometry() {
    return isSet(geometry()) ? getOrDefault(geometry()) : named().geometry().label();
  }

  /** Part: which new rows are kept. */
  default Param<String> acceptance() {
    return paramSet().acceptance;
  }

  /** Sets which new rows are kept; default: as the variant says. */
  default S setAcceptance(String value) {
    set(acceptance(), value);
    return self();
  }

  /** Which new rows are kept, by its own setting or the variant. */
  default String getAcceptance() {
    return isSet(acceptance()) ? getOrDefault(acceptance()) : named().acceptance().label();
  }

  /** Nearest rows of all classes that tell whether a row is in danger. */
  default IntParam mNeighbors() {
    return paramSet().mNeighbors;
  }

  /** Sets the nearest rows of all classes that tell whether a row is in danger; default 10. */
  default S setMNeighbors(int value) {
    set(mNeighbors(), value);
    return self();
  }

  /** The nearest rows of all classes that tell whether a row is in danger. */
  default int getMNeighbors() {
    return (Integer) getOrDefault(mNeighbors());
  }

  /** What to do with a class that has no base row of the kind that the variant needs. */
  default Param<String> onShortfall() {
    return paramSet().onShortfall;
  }

  /** Sets {@code error} (default) or {@code fallback}: uniform bases then, as the summary says. */
  default S setOnShortfall(String value) {
    set(onShortfall(), value);
    return self();
  }

  /** The rule for classes without a base row of the needed kind. */
  default String getOnShortfall() {
    return getOrDefault(onShortfall());
  }

  /** Clusters of a class. */
  default IntParam numClusters() {
    return paramSet().numClusters;
  }

  /** Sets the clusters of a class, for variants that use clusters; default 8. */
  default S setNumClusters(int value) {
    set(numClusters(), value);
    return self();
  }

  /** The clusters of a class. */
  default int getNumClusters() {
    return (Integer) getOrDefault(numClusters());
  }

  /** Least share of the class in a cluster that gets new rows. */
  default DoubleParam clusterBalanceThreshold() {
    return paramSet().clusterBalanceThreshold;
  }

  /** Sets the least share of the class in a cluster that gets new rows by kmeans; default 0.5. */
  default S setClusterBalanceThreshold(double value) {
    set(clusterBalanceThreshold(), value);
    return self();
  }

  /** The least share of the class in a cluster that gets new rows. */
  default double getClusterBalanceThreshold() {
    return (Double) getOrDefault(clusterBalanceThreshold());
  }

  /** Factor of the bandwidth of the smoothed bootstrap. */
  default DoubleParam shrinkage() {
    return paramSet().shrinkage;
  }

  /** Sets the factor of the bandwidth of the smoothed bootstrap, at least 0; default 1. */
  default S setShrinkage(double value) {
    set(shrinkage(), value);
    return self();
  }

  /** The factor of the bandwidth of the smoothed bootstrap. */
  default double getShrinkage() {
    return (Double) getOrDefault(shrinkage());
  }

  /** Ball: how much of the ball is cut off. */
  default DoubleParam truncationFactor() {
    return paramSet().truncationFactor;
  }

  /** Sets in [-1, 1] how much of the ball is cut off: 0 nothing, 1 (default) the far half. */
  default S setTruncationFactor(double value) {
    set(truncationFactor(), value);
    return self();
  }

  /** How much of the ball is cut off. */
  default double getTruncationFactor() {
    return (Double) getOrDefault(truncationFactor());
  }

  /** Ball: how much it is pressed to a line. */
  default DoubleParam deformationFactor() {
    return paramSet().deformationFactor;
  }

  /** Sets in [0, 1] how much the ball is pressed to a line; default 0. */
  default S setDeformationFactor(double value) {
    set(deformationFactor(), value);
    return self();
  }

  /** How much the ball is pressed to a line. */
  default double getDeformationFactor() {
    return (Double) getOrDefault(deformationFactor());
  }

  /** The parts of the variant, whatever else is set. */
  private VariantParts named() {
    return SmoteVariant.of(getVariant()).parts();
  }
}
