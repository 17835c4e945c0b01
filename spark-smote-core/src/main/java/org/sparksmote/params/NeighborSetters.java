// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.params;

import org.sparksmote.internal.params.ChainedSetter;

/**
 * The setters of {@link NeighborParams}, for stages that are not fitted: what a fitted model does
 * was settled by its fit.
 *
 * @param <S> the stage itself, so that setters chain
 */
public interface NeighborSetters<S extends NeighborSetters<S>> extends NeighborParams {

  /** Sets k, at least 1; default 5. */
  default S setKNeighbors(int value) {
    return ChainedSetter.set(this, kNeighbors(), value);
  }

  /**
   * Sets {@code error} (default), {@code shrinkK} (k = rows - 1), {@code duplicate} (copies) or
   * {@code skip} (the class stays as it is).
   */
  default S setSmallClass(String value) {
    return ChainedSetter.set(this, smallClass(), value);
  }

  /** Sets {@code none} (default) or {@code minmax}: each feature counts by its range. */
  default S setStandardize(String value) {
    return ChainedSetter.set(this, standardize(), value);
  }

  /**
   * Sets {@code auto} (default: exact up to exactBelow rows), {@code exact} or {@code approximate}.
   */
  default S setNeighborSearch(String value) {
    return ChainedSetter.set(this, neighborSearch(), value);
  }

  /** Sets the trees in the forest of a bucket, at most. */
  default S setNumTrees(int value) {
    return ChainedSetter.set(this, numTrees(), value);
  }

  /** Sets the rows in a leaf of a tree. */
  default S setLeafSize(int value) {
    return ChainedSetter.set(this, leafSize(), value);
  }

  /** Sets the rows up to which a class is searched exactly. */
  default S setExactBelow(int value) {
    return ChainedSetter.set(this, exactBelow(), value);
  }

  /** Sets the rows of a class that one task searches, about. */
  default S setBucketRows(int value) {
    return ChainedSetter.set(this, bucketRows(), value);
  }

  /** Sets the share of rows copied across a bucket's border per level, at most. */
  default S setHalo(double value) {
    return ChainedSetter.set(this, halo(), value);
  }

  /**
   * Sets how near partners must come to those of an exact search: a forest grows until they are as
   * near as those of an exact search with k + targetQuality neighbours, or until it has {@code
   * numTrees} trees. Default 1; less is slower and better.
   */
  default S setTargetQuality(double value) {
    return ChainedSetter.set(this, targetQuality(), value);
  }
}
