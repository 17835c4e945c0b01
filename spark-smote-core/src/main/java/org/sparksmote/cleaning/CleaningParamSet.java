// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.cleaning;

import java.io.Serializable;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.param.StringArrayParam;
import org.sparksmote.internal.params.ParamMaker;
import org.sparksmote.internal.strategy.CleanStrategy;

/** The params of all cleaning samplers with their documentation, checks and defaults. */
final class CleaningParamSet implements Serializable {

  private static final long serialVersionUID = 1L;

  final Param<String> featuresCol;
  final Param<String> labelCol;
  final StringArrayParam inputCols;
  final Param<String> samplingStrategy;
  final Param<String> handleInvalid;
  final Param<String> flagCol;
  final Param<String> standardize;
  final Param<String> neighborSearch;
  final IntParam exactBelow;
  final IntParam bucketRows;
  final LongParam seed;
  final IntParam maxClasses;

  /** Declares the params of {@code owner}, whose uid is set already. */
  CleaningParamSet(Params owner) {
    ParamMaker make = new ParamMaker(owner);
    featuresCol =
        make.text(
            "featuresCol",
            "column of features: a vector (dense or sparse), or an array of double or float");
    labelCol =
        make.text("labelCol", "label column, of any atomic type; labels are keys, never cast");
    inputCols =
        make.names("inputCols", "numeric or boolean columns that are features, not featuresCol");
    samplingStrategy = samplingStrategy(make);
    handleInvalid =
        make.choice(
            "handleInvalid",
            "rows with null, NaN or infinite values are refused, passed on unused, or dropped",
            "error",
            "keep",
            "skip");
    flagCol =
        make.newColumn(
            "flagCol", "output column that says what became of a row; if set, all rows stay");
    standardize =
        make.choice("standardize", "scaling of features for the distance only", "none", "minmax");
    neighborSearch =
        make.choice(
            "neighborSearch",
            "kind of neighbour search; auto is exact up to exactBelow rows",
            "auto",
            "exact",
            "approximate");
    exactBelow = make.integer("exactBelow", "up to so many rows are searched exactly", 0);
    bucketRows = make.integer("bucketRows", "rows of a class that one task searches, about", 100);
    seed = make.whole("seed", "random seed of the approximate search", Long.MIN_VALUE);
    maxClasses =
        make.integer(
            "maxClasses", "distinct labels allowed; more look like a regression target", 2);
    setDefaults(owner);
  }

  private static Param<String> samplingStrategy(ParamMaker make) {
    return make.checked(
        "samplingStrategy",
        "whose rows may go: auto (all classes but the smallest), majority, not minority, not"
            + " majority, all, none, or a JSON array of labels",
        CleaningParamSet::isStrategy);
  }

  private void setDefaults(Params owner) {
    owner.setDefault(featuresCol, "features");
    owner.setDefault(labelCol, "label");
    owner.setDefault(samplingStrategy, "auto");
    owner.setDefault(handleInvalid, "error");
    owner.setDefault(standardize, "none");
    owner.setDefault(neighborSearch, "auto");
    owner.setDefault(exactBelow, 20_000);
    owner.setDefault(bucketRows, 250_000);
    owner.setDefault(seed, (long) "org.sparksmote.Cleaning".hashCode());
    owner.setDefault(maxClasses, 100);
  }

  private static boolean isStrategy(String value) {
    CleanStrategy.parse(value); // says itself what is wrong
    return true;
  }
}
