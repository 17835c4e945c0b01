// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparksmote.internal.variants.VariantParts;

/** The settings that choose the over-sampler: a variant by name, or its parts one by one. */
public interface VariantParams extends Params {

  /** Where the stage keeps these params: a new set, made with the stage. */
  VariantParamSet variantParamSet();

  /** The over-sampler by name. */
  default Param<String> variant() {
    return variantParamSet().variant;
  }

  /** The name of the over-sampler. */
  default String getVariant() {
    return getOrDefault(variant());
  }

  /** The parts of the variant, whatever else is set. */
  private VariantParts named() {
    return SmoteVariant.of(getVariant()).parts();
  }

  /** Part: which rows are bases, how often. */
  default Param<String> baseWeight() {
    return variantParamSet().baseWeight;
  }

  /** Which rows are bases, how often, by its own setting or the variant. */
  default String getBaseWeight() {
    return isSet(baseWeight()) ? getOrDefault(baseWeight()) : named().baseWeight().label();
  }

  /** Part: with what a base is combined. */
  default Param<String> partner() {
    return variantParamSet().partner;
  }

  /** With what a base is combined, by its own setting or the variant. */
  default String getPartner() {
    return isSet(partner()) ? getOrDefault(partner()) : named().partner().label();
  }

  /** Part: where between base and partner a new row lies. */
  default Param<String> geometry() {
    return variantParamSet().geometry;
  }

  /** Where between base and partner a new row lies, by its own setting or the variant. */
  default String getGeometry() {
    return isSet(geometry()) ? getOrDefault(geometry()) : named().geometry().label();
  }

  /** Part: which new rows are kept. */
  default Param<String> acceptance() {
    return variantParamSet().acceptance;
  }

  /** Which new rows are kept, by its own setting or the variant. */
  default String getAcceptance() {
    return isSet(acceptance()) ? getOrDefault(acceptance()) : named().acceptance().label();
  }

  /** Nearest rows of all classes that tell whether a row is in danger. */
  default IntParam mNeighbors() {
    return variantParamSet().mNeighbors;
  }

  /** The nearest rows of all classes that tell whether a row is in danger. */
  default int getMNeighbors() {
    return ((Number) getOrDefault(mNeighbors())).intValue();
  }

  /** What to do with a class that has no base row of the kind that the variant needs. */
  default Param<String> onShortfall() {
    return variantParamSet().onShortfall;
  }

  /** The rule for classes without a base row of the needed kind. */
  default String getOnShortfall() {
    return getOrDefault(onShortfall());
  }

  /** Clusters of a class. */
  default IntParam numClusters() {
    return variantParamSet().numClusters;
  }

  /** The clusters of a class. */
  default int getNumClusters() {
    return ((Number) getOrDefault(numClusters())).intValue();
  }

  /** Least share of the class in a cluster that gets new rows. */
  default DoubleParam clusterBalanceThreshold() {
    return variantParamSet().clusterBalanceThreshold;
  }

  /** The least share of the class in a cluster that gets new rows. */
  default double getClusterBalanceThreshold() {
    return ((Number) getOrDefault(clusterBalanceThreshold())).doubleValue();
  }

  /** Factor of the bandwidth of the smoothed bootstrap. */
  default DoubleParam shrinkage() {
    return variantParamSet().shrinkage;
  }

  /** The factor of the bandwidth of the smoothed bootstrap. */
  default double getShrinkage() {
    return ((Number) getOrDefault(shrinkage())).doubleValue();
  }

  /** Ball: how much of the ball is cut off. */
  default DoubleParam truncationFactor() {
    return variantParamSet().truncationFactor;
  }

  /** How much of the ball is cut off. */
  default double getTruncationFactor() {
    return ((Number) getOrDefault(truncationFactor())).doubleValue();
  }

  /** Ball: how much it is pressed to a line. */
  default DoubleParam deformationFactor() {
    return variantParamSet().deformationFactor;
  }

  /** How much the ball is pressed to a line. */
  default double getDeformationFactor() {
    return ((Number) getOrDefault(deformationFactor())).doubleValue();
  }

  /** By what rule rows are taken away once new ones are made. */
  default Param<String> cleaning() {
    return variantParamSet().cleaning;
  }

  /** The rule by which rows are taken away once new ones are made, or none. */
  default String getCleaning() {
    return getOrDefault(cleaning());
  }
}
