// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.params;

import java.io.Serializable;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparksmote.internal.params.ParamMaker;
import org.sparksmote.internal.params.SharedParams;
import org.sparksmote.internal.strategy.SamplingStrategy;

/**
 * The params of {@link StrategyParams} with their documentation, checks and defaults, written once.
 */
public final class StrategyParamSet implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Default seed: fixed, so that every way of calling makes the same rows. */
  private static final long DEFAULT_SEED = "org.sparksmote.Smote".hashCode();

  final Param<String> samplingStrategy;
  final DoubleParam percOver;
  final DoubleParam percUnder;
  final LongParam seed;
  final IntParam maxClasses;
  final LongParam allowRowsAbove;

  /** Declares the params of {@code owner}, whose uid is set already. */
  public StrategyParamSet(Params owner) {
    ParamMaker make = new ParamMaker(owner);
    samplingStrategy =
        make.checked(
            "samplingStrategy",
            "which classes grow to what size: auto, minority, not minority, not majority, all,"
                + " none, a ratio such as 0.5, or a JSON object from label to wanted total; balance"
                + " and extreme, which also shrink classes",
            StrategyParamSet::isStrategy);
    percOver =
        make.number(
            "percOver",
            "new rows of the smallest class, in percent of its rows; in place of samplingStrategy",
            Double.MIN_VALUE,
            Double.MAX_VALUE);
    percUnder =
        make.number(
            "percUnder",
            "rows that stay of all other classes together, in percent of the rows that percOver"
                + " makes; all of them if it is not set",
            Double.MIN_VALUE,
            Double.MAX_VALUE);
    seed =
        make.whole(
            "seed",
            "random seed: the same rows, settings and seed give the same synthetic rows",
            Long.MIN_VALUE);
    maxClasses = SharedParams.maxClasses(make);
    allowRowsAbove =
        make.whole(
            "allowRowsAbove", "synthetic rows allowed; a larger plan looks like a typing error", 1);
    setDefaults(owner);
  }

  private void setDefaults(Params owner) {
    owner.setDefault(samplingStrategy, "auto");
    owner.setDefault(seed, DEFAULT_SEED);
    owner.setDefault(allowRowsAbove, 1_000_000_000L);
  }

  private static boolean isStrategy(String value) {
    SamplingStrategy.parse(value); // says itself what is wrong
    return true;
  }
}
