// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

/**
 * The setters of {@link VariantParams}, for stages that are not fitted: what a fitted model does
 * was settled by its fit.
 *
 * @param <S> the stage itself, so that setters chain
 */
public interface VariantSetters<S extends VariantSetters<S>> extends VariantParams {

  /** This stage under its own type. */
  @SuppressWarnings("unchecked")
  private S self() {
    return (S) this;
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
}
