// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import java.io.Serializable;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparksmote.internal.params.ParamMaker;
import org.sparksmote.internal.params.SharedParams;
import org.sparksmote.internal.strategy.AskedStrategy;

/** The params of under-samplers with their documentation, checks and defaults. */
final class UnderSamplerParamSet implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final long DEFAULT_SEED = "org.sparksmote.RandomUnderSampler".hashCode();

  final Param<String> labelCol;
  final Param<String> samplingStrategy;
  final BooleanParam withReplacement;
  final LongParam seed;
  final Param<String> handleInvalid;
  final IntParam maxClasses;

  /** Declares the params of {@code owner}, whose uid is set already. */
  UnderSamplerParamSet(Params owner) {
    ParamMaker make = new ParamMaker(owner);
    labelCol = SharedParams.labelCol(make);
    AskedStrategy strategy = AskedStrategy.SIZES;
    samplingStrategy =
        make.checked("samplingStrategy", strategy.documentation(), strategy::isStrategy);
    withReplacement =
        new BooleanParam(
            owner.uid(),
            "withReplacement",
            "whether rows are drawn with replacement, so that a row may stay several times");
    seed =
        make.whole(
            "seed",
            "random seed: the same rows, settings and seed keep the same rows",
            Long.MIN_VALUE);
    handleInvalid =
        make.choice(
            "handleInvalid",
            "rows with a null or NaN label are refused, passed on, or dropped",
            "error",
            "keep",
            "skip");
    maxClasses = SharedParams.maxClasses(make);
    setDefaults(owner);
  }

  private void setDefaults(Params owner) {
    owner.setDefault(samplingStrategy, "auto");
    owner.setDefault(withReplacement, false);
    owner.setDefault(seed, DEFAULT_SEED);
    owner.setDefault(handleInvalid, "error");
  }
}
