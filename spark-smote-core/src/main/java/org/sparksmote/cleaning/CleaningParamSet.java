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
import org.sparksmote.internal.strategy.AskedStrategy;

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
    inputCols = SharedParams.inputCols(make);
    AskedStrategy strategy = AskedStrategy.TARGETS;
    samplingStrategy =
        make.checked("samplingStrategy", strategy.documentation(), strategy::isStrategy);
    handleInvalid = SharedParams.handleInvalid(make);
    flagCol =
        make.newColumn(
            "flagCol", "output column that says what became of a row; if set, all rows stay");
    standardize = SharedParams.standardize(make);
    neighborSearch = SharedParams.neighborSearch(make);
    exactBelow = make.integer("exactBelow", "up to so many rows are searched exactly", 0);
    bucketRows = SharedParams.bucketRows(make);
    seed = make.whole("seed", "random seed of the approximate search", Long.MIN_VALUE);
    maxClasses = SharedParams.maxClasses(make);
    setDefaults(owner);
  }

  private void setDefaults(Params owner) {
    owner.setDefault(samplingStrategy, "auto");
    owner.setDefault(exactBelow, 20_000);
    owner.setDefault(seed, (long) "org.sparksmote.Cleaning".hashCode());
  }
}
