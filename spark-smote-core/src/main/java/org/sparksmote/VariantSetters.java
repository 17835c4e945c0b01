// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import org.sparksmote.internal.params.ChainedSetter;

/**
 * The setters of {@link VariantParams}, for stages that are not fitted: what a fitted model does
 * was settled by its fit.
 *
 * @param <S> the stage itself, so that setters chain
 */
public interface VariantSetters<S extends VariantSetters<S>> extends VariantParams {

  /** Sets the over-sampler, a label of {@link SmoteVariant}; default {@code smote}. */
  default S setVariant(String value) {
    return ChainedSetter.set(this, variant(), value);
  }

  /** Sets which rows are bases, how often; default: as the variant says. */
  default S setBaseWeight(String value) {
    return ChainedSetter.set(this, baseWeight(), value);
  }

  /** Sets with what a base is combined; default: as the variant says. */
  default S setPartner(String value) {
    return ChainedSetter.set(this, partner(), value);
  }

  /** Sets where between base and partner a new row lies; default: as the variant says. */
  default S setGeometry(String value) {
    return ChainedSetter.set(this, geometry(), value);
  }

  /** Sets which new rows are kept; default: as the variant says. */
  default S setAcceptance(String value) {
    return ChainedSetter.set(this, acceptance(), value);
  }

  /** Sets the nearest rows of all classes that tell whether a row is in danger; default 10. */
  default S setMNeighbors(int value) {
    return ChainedSetter.set(this, mNeighbors(), value);
  }

  /** Sets {@code error} (default) or {@code fallback}: uniform bases then, as the summary says. */
  default S setOnShortfall(String value) {
    return ChainedSetter.set(this, onShortfall(), value);
  }

  /** Sets the clusters of a class, for variants that use clusters; default 8. */
  default S setNumClusters(int value) {
    return ChainedSetter.set(this, numClusters(), value);
  }

  /** Sets the least share of the class in a cluster that gets new rows by kmeans; default 0.5. */
  default S setClusterBalanceThreshold(double value) {
    return ChainedSetter.set(this, clusterBalanceThreshold(), value);
  }

  /** Sets the factor of the bandwidth of the smoothed bootstrap, at least 0; default 1. */
  default S setShrinkage(double value) {
    return ChainedSetter.set(this, shrinkage(), value);
  }

  /** Sets in [-1, 1] how much of the ball is cut off: 0 nothing, 1 (default) the far half. */
  default S setTruncationFactor(double value) {
    return ChainedSetter.set(this, truncationFactor(), value);
  }

  /** Sets in [0, 1] how much the ball is pressed to a line; default 0. */
  default S setDeformationFactor(double value) {
    return ChainedSetter.set(this, deformationFactor(), value);
  }

  /**
   * Sets by what rule rows of all classes, original and synthetic, are taken away once the
   * synthetic ones are made: {@code none} (default), {@code tomek}, those of Tomek links, or {@code
   * enn}, those whose three nearest rows are not all of their class (Batista, Prati and Monard
   * 2004). Features must be numbers (SMOTE-115). Totals are exact before; the summary says what
   * went.
   */
  default S setCleaning(String value) {
    return ChainedSetter.set(this, cleaning(), value);
  }
}
