// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.param.StringArrayParam;

/** The params of one stage with their documentation, checks and defaults, written once. */
final class SmoteParamSet implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Default seed: fixed, so that every way of calling makes the same rows. */
  private static final long DEFAULT_SEED = "org.sparksmote.Smote".hashCode();

  private final Params owner;

  final Param<String> featuresCol;
  final Param<String> labelCol;
  final LongParam seed;
  final StringArrayParam inputCols;
  final Param<String> samplingStrategy;
  final IntParam kNeighbors;
  final Param<String> handleInvalid;
  final Param<String> smallClass;
  final Param<String> syntheticCol;
  final Param<String> provenanceCol;
  final Param<String> idCol;
  final Param<String> weightCol;
  final Param<String> passengerColumns;
  final Param<String> standardize;
  final Param<String> neighborSearch;
  final IntParam numTrees;
  final IntParam leafSize;
  final IntParam exactBelow;
  final IntParam bucketRows;
  final DoubleParam halo;
  final DoubleParam targetQuality;
  final IntParam maxClasses;
  final LongParam allowRowsAbove;
  final StringArrayParam categoricalFeatures;
  final StringArrayParam categoricalCols;
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

  /** Declares the params of {@code owner}, whose uid is set already. */
  SmoteParamSet(Params owner) {
    this.owner = owner;
    ParamMaker make = new ParamMaker(owner);
    featuresCol =
        make.text(
            "featuresCol",
            "column of features: a vector (dense or sparse), or an array of double or float");
    labelCol =
        make.text("labelCol", "label column, of any atomic type; labels are keys, never cast");
    seed =
        make.whole(
            "seed",
            "random seed: the same rows, settings and seed give the same synthetic rows",
            Long.MIN_VALUE);
    inputCols =
        make.names(
            "inputCols",
            "columns that are features, instead of featuresCol: numbers, booleans and, for"
                + " variants that take nominal features, texts; integers stay integers");
    categoricalFeatures =
        make.names(
            "categoricalFeatures",
            "features of featuresCol, by name or position, that are nominal although ML attributes"
                + " do not tell");
    categoricalCols =
        make.names("categoricalCols", "columns of inputCols that are nominal whatever their type");
    samplingStrategy =
        make.checked(
            "samplingStrategy",
            "which classes grow to what size: auto, minority, not minority, not majority, all,"
                + " none, a ratio such as 0.5, or a JSON object from label to wanted total",
            SmoteParamSet::isStrategy);
    kNeighbors = make.positive("kNeighbors", "nearest neighbours of a row that can be its partner");
    handleInvalid =
        make.choice(
            "handleInvalid",
            "rows with null, NaN or infinite values are refused, passed on unused, or dropped",
            "error",
            "keep",
            "skip");
    smallClass =
        make.choice(
            "smallClass",
            "classes with at most kNeighbors rows are refused, use all others as neighbours, get"
                + " copies, or stay as they are",
            "error",
            "shrinkK",
            "duplicate",
            "skip");
    syntheticCol = make.newColumn("syntheticCol", "boolean output column, true in synthetic rows");
    provenanceCol =
        make.newColumn(
            "provenanceCol", "struct output column, how a row was made: base, partner and gap");
    idCol = make.text("idCol", "column that names rows in provenanceCol, instead of a content key");
    weightCol =
        make.text(
            "weightCol", "column of case weights, which synthetic rows blend as they do features");
    passengerColumns =
        make.choice(
            "passengerColumns",
            "columns that are neither features nor label are null in synthetic rows, or copied"
                + " from the base",
            "null",
            "copy");
    standardize =
        make.choice(
            "standardize",
            "scaling of features for the distance only; values come out unscaled",
            "none",
            "minmax");
    neighborSearch =
        make.choice(
            "neighborSearch",
            "kind of neighbour search; auto is exact up to exactBelow rows",
            "auto",
            "exact",
            "approximate");
    numTrees = make.positive("numTrees", "trees in the forest of a bucket, at most");
    leafSize = make.integer("leafSize", "rows in a leaf of a tree, at most", 16);
    exactBelow = make.integer("exactBelow", "classes up to this size are searched exactly", 0);
    bucketRows = make.integer("bucketRows", "rows of a class that one task searches, about", 100);
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
    maxClasses =
        make.integer(
            "maxClasses", "distinct labels allowed; more look like a regression target", 2);
    allowRowsAbove =
        make.whole(
            "allowRowsAbove", "synthetic rows allowed; a larger plan looks like a typing error", 1);
    String[] variants =
        Arrays.stream(SmoteVariant.values()).map(SmoteVariant::label).toArray(String[]::new);
    variant = make.choice("variant", "the over-sampler", variants);
    baseWeight = make.part("baseWeight", "which rows are bases", BaseWeight.values());
    partner = make.part("partner", "with what a base is combined", Partner.values());
    geometry = make.part("geometry", "where a new row lies", Geometry.values());
    acceptance = make.part("acceptance", "which new rows are kept", Acceptance.values());
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
    setDefaults();
  }

  private void setDefaults() {
    owner.setDefault(featuresCol, "features");
    owner.setDefault(labelCol, "label");
    owner.setDefault(seed, DEFAULT_SEED);
    owner.setDefault(samplingStrategy, "auto");
    owner.setDefault(kNeighbors, 5);
    owner.setDefault(handleInvalid, "error");
    owner.setDefault(smallClass, "error");
    owner.setDefault(passengerColumns, "null");
    owner.setDefault(standardize, "none");
    owner.setDefault(neighborSearch, "auto");
    owner.setDefault(numTrees, 8);
    owner.setDefault(leafSize, 320);
    owner.setDefault(exactBelow, 20_000);
    owner.setDefault(bucketRows, 250_000);
    owner.setDefault(halo, 0.1);
    owner.setDefault(targetQuality, 1.0);
    owner.setDefault(maxClasses, 100);
    owner.setDefault(allowRowsAbove, 1_000_000_000L);
    owner.setDefault(variant, "smote");
    owner.setDefault(mNeighbors, 10);
    owner.setDefault(onShortfall, "error");
    owner.setDefault(numClusters, 8);
    owner.setDefault(clusterBalanceThreshold, 0.5);
    owner.setDefault(shrinkage, 1.0);
    owner.setDefault(truncationFactor, 1.0);
    owner.setDefault(deformationFactor, 0.0);
  }

  private static boolean isStrategy(String value) {
    SamplingStrategy.parse(value); // says itself what is wrong
    return true;
  }
}
