// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.cleaning;

import java.io.Serializable;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.param.StringArrayParam;
import org.sparksmote.internal.params.ParamMaker;
import org.sparksmote.internal.params.SharedParams;
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
    featuresCol = SharedParams.featuresCol(make);
    labelCol = SharedParams.labelCol(make);
    inputCols =
        make.names("inputCols", "numeric or boolean columns that are features, not featuresCol");
    samplingStrategy = samplingStrategy(make);
    handleInvalid = SharedParams.handleInvalid(make);
    flagCol =
        make.newColumn(
            "flagCol", "output column that says what became of a row; if set, all rows stay");
    standardize =
        make.choice("standardize", "scaling of features for the distance only", "none", "minmax");
    neighborSearch = SharedParams.neighborSearch(make);
    exactBelow = make.integer("exactBelow", "up to so many rows are searched exactly", 0);
    bucketRows = SharedParams.bucketRows(make);
    seed = make.whole("seed", "random seed of the approximate search", Long.MIN_VALUE);
    maxClasses = SharedParams.maxClasses(make);
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
    owner.setDefault(samplingStrategy, "auto");
    owner.setDefault(standardize, "none");
    owner.setDefault(exactBelow, 20_000);
    owner.setDefault(seed, (long) "org.sparksmote.Cleaning".hashCode());
  }

  private static boolean isStrategy(String value) {
    CleanStrategy.parse(value); // says itself what is wrong
    return true;
  }
}
