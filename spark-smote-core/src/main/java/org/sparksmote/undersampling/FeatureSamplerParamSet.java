// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import java.io.Serializable;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.param.StringArrayParam;
import org.sparksmote.internal.params.ParamMaker;
import org.sparksmote.internal.params.SharedParams;
import org.sparksmote.internal.strategy.AskedStrategy;

/** The params of under-samplers that read features, with documentation, checks and defaults. */
final class FeatureSamplerParamSet implements Serializable {

  private static final long serialVersionUID = 1L;

  final Param<String> featuresCol;
  final Param<String> labelCol;
  final StringArrayParam inputCols;
  final Param<String> samplingStrategy;
  final Param<String> handleInvalid;
  final Param<String> standardize;
  final LongParam seed;
  final IntParam maxClasses;

  /** Declares the params of {@code owner}, whose uid is set already. */
  FeatureSamplerParamSet(Params owner, AskedStrategy strategy) {
    ParamMaker make = new ParamMaker(owner);
    featuresCol = SharedParams.featuresCol(make);
    labelCol = SharedParams.labelCol(make);
    inputCols = SharedParams.inputCols(make);
    samplingStrategy =
        make.checked("samplingStrategy", strategy.documentation(), strategy::isStrategy);
    handleInvalid = SharedParams.handleInvalid(make);
    standardize = SharedParams.standardize(make);
    seed = make.whole("seed", "random seed of draws, and of what is alike", Long.MIN_VALUE);
    maxClasses = SharedParams.maxClasses(make);
    owner.setDefault(samplingStrategy, "auto");
    owner.setDefault(seed, (long) "org.sparksmote.UnderSampling".hashCode());
  }
}
