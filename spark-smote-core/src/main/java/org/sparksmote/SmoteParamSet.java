// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.param.StringArrayParam;
import org.jspecify.annotations.Nullable;
import scala.Function1;

/** The params of one stage with their documentation, checks and defaults, written once. */
final class SmoteParamSet implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Default seed: fixed, so that every way of calling makes the same rows. */
  private static final long DEFAULT_SEED = "org.sparksmote.Smote".hashCode();

  /** Params travel with their stage, and so do their checks. */
  interface Check<T> extends Function1<T, Object>, Serializable {}

  /** What a value of the right type must be like. */
  private interface Rule<V> extends Serializable {
    boolean isKept(V value);
  }

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
    seed = whole("seed", "random seed", Long.MIN_VALUE);
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
    leafSize = integer("leafSize", "rows in a leaf", 16);
    exactBelow = integer("exactBelow", "exact up to this size", 0);
    bucketRows = integer("bucketRows", "rows a task searches", 100);
    halo = number("halo", "share of rows copied across a border per level", 0, 0.5);
    targetQuality =
        number(
            "targetQuality",
            "neighbours beyond k that partners may effectively be drawn from",
            Double.MIN_VALUE,
            100);
    maxClasses = integer("maxClasses", "distinct labels allowed", 2);
    allowRowsAbove = whole("allowRowsAbove", "synthetic rows allowed", 1);
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
    clusterBalanceThreshold = number("clusterBalanceThreshold", "share", 0, 1);
    shrinkage = number("shrinkage", "bandwidth factor", 0, Double.MAX_VALUE);
    truncationFactor = number("truncationFactor", "part cut off", -1, 1);
    deformationFactor = number("deformationFactor", "pressed to a line", 0, 1);
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

  private Param<String> checked(String name, String doc, Rule<String> rule) {
    return new Param<>(owner.uid(), name, doc, check(name, String.class, rule));
  }

  private StringArrayParam names(String name, String doc) {
    return new StringArrayParam(owner, name, doc, check(name, String[].class, value -> true));
  }

  private IntParam positive(String name, String doc) {
    return integer(name, doc, 1);
  }

  private IntParam integer(String name, String doc, int least) {
    Rule<Number> rule = value -> isWhole(value, least, Integer.MAX_VALUE);
    String said = doc + " (" + least + " or more)";
    return new IntParam(owner.uid(), name, said, check(name, Number.class, rule));
  }

  private LongParam whole(String name, String doc, long least) {
    Rule<Number> rule = value -> isWhole(value, least, Long.MAX_VALUE);
    String said = least == Long.MIN_VALUE ? doc : doc + " (" + least + " or more)";
    return new LongParam(owner.uid(), name, said, check(name, Number.class, rule));
  }

  private DoubleParam number(String name, String doc, double least, double most) {
    Rule<Number> rule = value -> value.doubleValue() >= least && value.doubleValue() <= most;
    String from = least == Double.MIN_VALUE ? "more than 0" : least + " or more";
    String to = most == Double.MAX_VALUE ? "" : ", " + most + " at most";
    String said = doc + " (" + from + to + ")";
    return new DoubleParam(owner.uid(), name, said, check(name, Number.class, rule));
  }

  /** An int where a long is asked for is one; 3.0 is not. */
  private static boolean isWhole(Number value, long least, long most) {
    boolean whole = value instanceof Integer || value instanceof Long || value instanceof Short;
    return whole && value.longValue() >= least && value.longValue() <= most;
  }

  /**
   * A check of whatever arrives: generic setters, through which Python calls, take any type, and
   * what is let in here would fail in the middle of a fit.
   */
  @SuppressWarnings("unchecked")
  private static <T, V> Check<T> check(String param, Class<V> type, Rule<V> rule) {
    Check<Object> any =
        value -> type.isInstance(notNull(param, value)) && rule.isKept(type.cast(value));
    return (Check<T>) (Check<?>) any;
  }

  /** The value of a param, which Spark would let pass as null, or fail to name as wrong. */
  static <T> T notNull(String param, T value) {
    if (value == null || (value instanceof Object[] array && Arrays.asList(array).contains(null))) {
      throw Problems.nullValue(param);
    }

    return value;
  }

  /** The texts of a list whose elements may be anything. */
  static String[] texts(String param, List<?> values) {
    return notNull(param, values).stream()
        .map(value -> value instanceof String text ? text : refused(param, value))
        .toArray(String[]::new);
  }

  private static String refused(String param, @Nullable Object value) {
    throw value == null
        ? Problems.nullValue(param)
        : Problems.notAText(param, value.getClass().getSimpleName());
  }

  private static boolean isStrategy(String value) {
    SamplingStrategy.parse(value); // says itself what is wrong
    return true;
  }
}
