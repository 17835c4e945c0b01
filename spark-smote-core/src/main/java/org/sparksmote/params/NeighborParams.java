// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.params;

import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/**
 * Which rows are neighbours, and how they are searched. The settings of the search itself nobody
 * needs to touch: their defaults are measured (docs/benchmarks.md).
 */
public interface NeighborParams extends Params {

  /** Where the stage keeps these params: a new set, made with the stage. */
  NeighborParamSet neighborParamSet();

  /** How many nearest neighbours of a row can be its partner. */
  default IntParam kNeighbors() {
    return neighborParamSet().kNeighbors;
  }

  /** The number of neighbours k. */
  default int getKNeighbors() {
    return ((Number) getOrDefault(kNeighbors())).intValue();
  }

  /** What to do with a class of at most kNeighbors rows. */
  default Param<String> smallClass() {
    return neighborParamSet().smallClass;
  }

  /** The rule for classes with at most k rows. */
  default String getSmallClass() {
    return getOrDefault(smallClass());
  }

  /** Scaling of features for the distance only. */
  default Param<String> standardize() {
    return neighborParamSet().standardize;
  }

  /** The scaling used for distances. */
  default String getStandardize() {
    return getOrDefault(standardize());
  }

  /** Exact or approximate neighbour search. */
  default Param<String> neighborSearch() {
    return neighborParamSet().neighborSearch;
  }

  /** The kind of neighbour search. */
  default String getNeighborSearch() {
    return getOrDefault(neighborSearch());
  }

  /** Engine: trees in the forest of a bucket, at most. */
  default IntParam numTrees() {
    return neighborParamSet().numTrees;
  }

  /** The trees in the forest of a bucket, at most. */
  default int getNumTrees() {
    return ((Number) getOrDefault(numTrees())).intValue();
  }

  /** Engine: rows in a leaf of a tree, at most. */
  default IntParam leafSize() {
    return neighborParamSet().leafSize;
  }

  /** The rows in a leaf of a tree. */
  default int getLeafSize() {
    return ((Number) getOrDefault(leafSize())).intValue();
  }

  /** Engine: classes up to this many rows are searched exactly. */
  default IntParam exactBelow() {
    return neighborParamSet().exactBelow;
  }

  /** The rows up to which a class is searched exactly. */
  default int getExactBelow() {
    return ((Number) getOrDefault(exactBelow())).intValue();
  }

  /** Engine: rows of a class that one task searches, about. */
  default IntParam bucketRows() {
    return neighborParamSet().bucketRows;
  }

  /** The rows of a class that one task searches, about. */
  default int getBucketRows() {
    return ((Number) getOrDefault(bucketRows())).intValue();
  }

  /**
   * Engine: largest share of rows copied across a bucket's border, per level of the split. A bucket
   * takes no more than 0.6 times the rows that it has on average.
   */
  default DoubleParam halo() {
    return neighborParamSet().halo;
  }

  /** The share of rows copied across a bucket's border per level, at most. */
  default double getHalo() {
    return ((Number) getOrDefault(halo())).doubleValue();
  }

  /** Engine: how near partners must come to those of an exact search. */
  default DoubleParam targetQuality() {
    return neighborParamSet().targetQuality;
  }

  /** How near partners must come to those of an exact search, in neighbours beyond k. */
  default double getTargetQuality() {
    return ((Number) getOrDefault(targetQuality())).doubleValue();
  }
}
