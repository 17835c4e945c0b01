// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.param.StringArrayParam;
import scala.Function1;

/** The params of one stage with their documentation, checks and defaults, written once. */
final class SmoteParamSet implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Default seed: fixed, so that every way of calling makes the same rows. */
  private static final long DEFAULT_SEED = "org.sparksmote.Smote".hashCode();

  /** Params travel with their stage, and so do their checks. */
  interface Check<T> extends Function1<T, Object>, Serializable {}

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
    featuresCol = text("featuresCol", "features column name: a vector or an array of numbers");
    labelCol = text("labelCol", "label column name, of any atomic type");
    seed = new LongParam(owner.uid(), "seed", "random seed");
    inputCols = names("inputCols", "feature columns, instead of featuresCol");
    categoricalFeatures =
        names("categoricalFeatures", "nominal features of featuresCol, by name or position");
    categoricalCols = names("categoricalCols", "columns of inputCols that are nominal");
    samplingStrategy =
        checked(
            "samplingStrategy",
            "auto, minority, not minority, not majority, all, none, a ratio, or a JSON object from"
                + " label to wanted total",
            SmoteParamSet::isStrategy);
    kNeighbors = positive("kNeighbors", "nearest neighbours of a row that can be its partner");
    handleInvalid =
        choice("handleInvalid", "rows with null, NaN or infinite values", "error", "keep", "skip");
    smallClass =
        choice(
            "smallClass",
            "classes with at most kNeighbors rows",
            "error",
            "shrinkK",
            "duplicate",
            "skip");
    syntheticCol = newColumn("syntheticCol", "output column, true in synthetic rows");
    provenanceCol = newColumn("provenanceCol", "output struct column: base, partner and gap");
    idCol = text("idCol", "column that names rows in provenanceCol");
    weightCol = text("weightCol", "column of case weights, which synthetic rows blend");
    passengerColumns =
        choice("passengerColumns", "columns that are neither features nor label", "null", "copy");
    standardize = choice("standardize", "scaling for the distance only", "none", "minmax");
    neighborSearch =
        choice("neighborSearch", "kind of neighbour search", "auto", "exact", "approximate");
    numTrees = positive("numTrees", "trees in the forest of a bucket, at most");
    leafSize = new IntParam(owner.uid(), "leafSize", "rows in a leaf", ParamValidators.gtEq(16));
    exactBelow =
        new IntParam(owner.uid(), "exactBelow", "exact up to this size", ParamValidators.gtEq(0));
    bucketRows =
        new IntParam(owner.uid(), "bucketRows", "rows a task searches", ParamValidators.gtEq(100));
    halo =
        new DoubleParam(
            owner.uid(),
            "halo",
            "share of rows copied across a border per level",
            ParamValidators.inRange(0, 0.5));
    targetQuality =
        new DoubleParam(
            owner.uid(),
            "targetQuality",
            "neighbours beyond k that partners may effectively be drawn from",
            ParamValidators.inRange(0, 100, false, true));
    maxClasses =
        new IntParam(owner.uid(), "maxClasses", "distinct labels allowed", ParamValidators.gtEq(2));
    allowRowsAbove =
        new LongParam(
            owner.uid(), "allowRowsAbove", "synthetic rows allowed", ParamValidators.gt(0));
    String[] variants =
        Arrays.stream(SmoteVariant.values()).map(SmoteVariant::label).toArray(String[]::new);
    variant = choice("variant", "over-sampler", variants);
    baseWeight = choice("baseWeight", "which rows are bases", Part.labels(BaseWeight.values()));
    partner = choice("partner", "with what a base is combined", Part.labels(Partner.values()));
    geometry = choice("geometry", "where a new row lies", Part.labels(Geometry.values()));
    acceptance = choice("acceptance", "which rows are kept", Part.labels(Acceptance.values()));
    mNeighbors = positive("mNeighbors", "nearest rows that tell whether a row is in danger");
    onShortfall = choice("onShortfall", "classes without a suitable base", "error", "fallback");
    numClusters = positive("numClusters", "clusters of a class");
    clusterBalanceThreshold =
        new DoubleParam(
            owner.uid(), "clusterBalanceThreshold", "share", ParamValidators.inRange(0, 1));
    shrinkage =
        new DoubleParam(owner.uid(), "shrinkage", "bandwidth factor", ParamValidators.gtEq(0));
    truncationFactor =
        new DoubleParam(
            owner.uid(), "truncationFactor", "part cut off", ParamValidators.inRange(-1, 1));
    deformationFactor =
        new DoubleParam(
            owner.uid(), "deformationFactor", "pressed to a line", ParamValidators.inRange(0, 1));
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

  private Param<String> text(String name, String doc) {
    return checked(name, doc, value -> true);
  }

  private Param<String> newColumn(String name, String doc) {
    return checked(name, doc, value -> !value.isEmpty());
  }

  private Param<String> choice(String name, String doc, String... allowed) {
    String listed = doc + ": " + String.join(", ", allowed);
    return checked(name, listed, List.of(allowed)::contains);
  }

  private Param<String> checked(String name, String doc, Check<String> check) {
    return new Param<>(owner.uid(), name, doc, unlessNull(name, check));
  }

  private StringArrayParam names(String name, String doc) {
    return new StringArrayParam(owner, name, doc, unlessNull(name, value -> true));
  }

  private static <T> Check<T> unlessNull(String param, Check<T> check) {
    return value -> check.apply(notNull(param, value));
  }

  /** The value of a param, which Spark would let pass as null, or fail to name as wrong. */
  static <T> T notNull(String param, T value) {
    if (value == null || (value instanceof Object[] array && Arrays.asList(array).contains(null))) {
      throw Problems.nullValue(param);
    }

    return value;
  }

  private static boolean isStrategy(String value) {
    SamplingStrategy.parse(value); // says itself what is wrong
    return true;
  }

  private IntParam positive(String name, String doc) {
    return new IntParam(owner.uid(), name, doc, ParamValidators.gtEq(1));
  }
}
