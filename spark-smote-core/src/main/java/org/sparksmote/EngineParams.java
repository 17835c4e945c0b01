// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/**
 * The settings of the neighbour engine and the guards, which nobody needs to touch: their defaults
 * are measured (docs/benchmarks.md).
 */
public interface EngineParams extends Params {

  /** Where the stage keeps its params; for the library's own use. */
  SmoteParamSet paramSet();

  /** Exact or approximate neighbour search. */
  default Param<String> neighborSearch() {
    return paramSet().neighborSearch;
  }

  /** The kind of neighbour search. */
  default String getNeighborSearch() {
    return getOrDefault(neighborSearch());
  }

  /** Engine: trees in the forest of a bucket, at most. */
  default IntParam numTrees() {
    return paramSet().numTrees;
  }

  /** The trees in the forest of a bucket, at most. */
  default int getNumTrees() {
    return ((Number) getOrDefault(numTrees())).intValue();
  }

  /** Engine: rows in a leaf of a tree, at most. */
  default IntParam leafSize() {
    return paramSet().leafSize;
  }

  /** The rows in a leaf of a tree. */
  default int getLeafSize() {
    return ((Number) getOrDefault(leafSize())).intValue();
  }

  /** Engine: classes up to this many rows are searched exactly. */
  default IntParam exactBelow() {
    return paramSet().exactBelow;
  }

  /** The rows up to which a class is searched exactly. */
  default int getExactBelow() {
    return ((Number) getOrDefault(exactBelow())).intValue();
  }

  /** Engine: rows of a class that one task searches, about. */
  default IntParam bucketRows() {
    return paramSet().bucketRows;
  }

  /** The rows of a class that one task searches, about. */
  default int getBucketRows() {
    return ((Number) getOrDefault(bucketRows())).intValue();
  }

  /** Engine: how near partners must come to those of an exact search. */
  default DoubleParam targetQuality() {
    return paramSet().targetQuality;
  }

  /** How near partners must come to those of an exact search, in neighbours beyond k. */
  default double getTargetQuality() {
    return ((Number) getOrDefault(targetQuality())).doubleValue();
  }

  /**
   * Engine: largest share of rows copied across a bucket's border, per level of the split. A bucket
   * takes no more than 0.6 times the rows that it has on average.
   */
  default DoubleParam halo() {
    return paramSet().halo;
  }

  /** The share of rows copied across a bucket's border per level, at most. */
  default double getHalo() {
    return ((Number) getOrDefault(halo())).doubleValue();
  }

  /** Guard: more distinct labels than this look like a regression target. */
  default IntParam maxClasses() {
    return paramSet().maxClasses;
  }

  /** The distinct labels allowed. */
  default int getMaxClasses() {
    return ((Number) getOrDefault(maxClasses())).intValue();
  }

  /** Guard: a plan of more synthetic rows than this is refused. */
  default LongParam allowRowsAbove() {
    return paramSet().allowRowsAbove;
  }

  /** The synthetic rows a plan may ask for. */
  default long getAllowRowsAbove() {
    return ((Number) getOrDefault(allowRowsAbove())).longValue();
  }
}
