// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.params;

import java.io.Serializable;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparksmote.internal.params.ParamMaker;
import org.sparksmote.internal.params.SharedParams;

/**
 * The params of {@link NeighborParams} with their documentation, checks and defaults, written once.
 */
public final class NeighborParamSet implements Serializable {

  private static final long serialVersionUID = 1L;

  final IntParam kNeighbors;
  final Param<String> smallClass;
  final Param<String> standardize;
  final Param<String> neighborSearch;
  final IntParam numTrees;
  final IntParam leafSize;
  final IntParam exactBelow;
  final IntParam bucketRows;
  final DoubleParam halo;
  final DoubleParam targetQuality;

  /** Declares the params of {@code owner}, whose uid is set already. */
  public NeighborParamSet(Params owner) {
    ParamMaker make = new ParamMaker(owner);
    kNeighbors = make.positive("kNeighbors", "nearest neighbours of a row that can be its partner");
    smallClass = smallClass(make);
    standardize =
        make.choice(
            "standardize",
            "scaling of features for the distance only; values come out unscaled",
            "none",
            "minmax");
    neighborSearch = SharedParams.neighborSearch(make);
    numTrees = make.positive("numTrees", "trees in the forest of a bucket, at most");
    leafSize = make.integer("leafSize", "rows in a leaf of a tree, at most", 16);
    exactBelow = make.integer("exactBelow", "classes up to this size are searched exactly", 0);
    bucketRows = SharedParams.bucketRows(make);
    halo =
        make.number(
            "halo",
            "largest share of rows copied across a bucket's border, per level of the split",
            0,
            0.5);
    targetQuality =
        make.number(
            "targetQuality",
            "neighbours beyond k that partners may effectively be drawn from",
            Double.MIN_VALUE,
            100);
    setDefaults(owner);
  }

  private static Param<String> smallClass(ParamMaker make) {
    return make.choice(
        "smallClass",
        "classes with at most kNeighbors rows are refused, use all others as neighbours, get"
            + " copies, or stay as they are",
        "error",
        "shrinkK",
        "duplicate",
        "skip");
  }

  private void setDefaults(Params owner) {
    owner.setDefault(kNeighbors, 5);
    owner.setDefault(smallClass, "error");
    owner.setDefault(standardize, "none");
    owner.setDefault(numTrees, 8);
    owner.setDefault(leafSize, 320);
    owner.setDefault(exactBelow, 20_000);
    owner.setDefault(halo, 0.1);
    owner.setDefault(targetQuality, 1.0);
  }
}
