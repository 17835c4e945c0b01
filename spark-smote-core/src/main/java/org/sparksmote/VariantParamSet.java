// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparksmote.internal.params.ParamMaker;
import org.sparksmote.internal.variants.Acceptance;
import org.sparksmote.internal.variants.BaseWeight;
import org.sparksmote.internal.variants.Geometry;
import org.sparksmote.internal.variants.Part;
import org.sparksmote.internal.variants.Partner;

/**
 * The params of {@link VariantParams} with their documentation, checks and defaults, written once.
 */
public final class VariantParamSet implements Serializable {

  private static final long serialVersionUID = 1L;

  final Param<String> variant;
  final Param<String> baseWeight;
  final Param<String> partner;
  final Param<String> geometry;
  final Param<String> acceptance;
  final IntParam mNeighbors;
  final Param<String> onShortfall;
  final IntParam numClusters;
  final DoubleParam clusterBalanceThreshold;
  final DoubleParam shrinkage;
  final DoubleParam truncationFactor;
  final DoubleParam deformationFactor;
  final Param<String> cleaning;

  /** Declares the params of {@code owner}, whose uid is set already. */
  public VariantParamSet(Params owner) {
    ParamMaker make = new ParamMaker(owner);
    String[] variants =
        Arrays.stream(SmoteVariant.values()).map(SmoteVariant::label).toArray(String[]::new);
    variant = make.choice("variant", "the over-sampler", variants);
    baseWeight = part(make, "baseWeight", "which rows are bases", BaseWeight.values());
    partner = part(make, "partner", "with what a base is combined", Partner.values());
    geometry = part(make, "geometry", "where a new row lies", Geometry.values());
    acceptance = part(make, "acceptance", "which new rows are kept", Acceptance.values());
    mNeighbors =
        make.positive(
            "mNeighbors", "nearest rows of all classes that tell whether a row is in danger");
    onShortfall =
        make.choice(
            "onShortfall",
            "classes without a base row of the kind that the variant needs are refused, or get"
                + " uniform bases",
            "error",
            "fallback");
    numClusters = make.positive("numClusters", "clusters of a class");
    clusterBalanceThreshold =
        make.number(
            "clusterBalanceThreshold",
            "least share of the class in a cluster that makes rows",
            0,
            1);
    shrinkage =
        make.number("shrinkage", "factor of the bandwidth of the bootstrap", 0, Double.MAX_VALUE);
    truncationFactor = make.number("truncationFactor", "how much of the ball is cut off", -1, 1);
    deformationFactor =
        make.number("deformationFactor", "how much the ball is pressed to a line", 0, 1);
    cleaning =
        make.choice(
            "cleaning",
            "rule by which rows of all classes, old and new, are taken away once new ones are made",
            "none",
            "tomek",
            "enn");
    setDefaults(owner);
  }

  private static Param<String> part(ParamMaker make, String name, String doc, Part... parts) {
    return make.choice(name, doc + ", by default as the variant says", Part.labels(parts));
  }

  private void setDefaults(Params owner) {
    owner.setDefault(variant, "smote");
    owner.setDefault(mNeighbors, 10);
    owner.setDefault(onShortfall, "error");
    owner.setDefault(numClusters, 8);
    owner.setDefault(clusterBalanceThreshold, 0.5);
    owner.setDefault(shrinkage, 1.0);
    owner.setDefault(truncationFactor, 1.0);
    owner.setDefault(deformationFactor, 0.0);
    owner.setDefault(cleaning, "none");
  }
}
