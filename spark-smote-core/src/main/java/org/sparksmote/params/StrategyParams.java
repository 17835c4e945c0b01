// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.params;

import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/** Which classes change to what size, the seed, and guards against typing errors. */
public interface StrategyParams extends Params {

  /** Where the stage keeps these params: a new set, made with the stage. */
  StrategyParamSet strategyParamSet();

  /** Which classes grow, and to what size. */
  default Param<String> samplingStrategy() {
    return strategyParamSet().samplingStrategy;
  }

  /** The strategy as text. */
  default String getSamplingStrategy() {
    return getOrDefault(samplingStrategy());
  }

  /** New rows of the smallest class, in percent of its rows. */
  default DoubleParam percOver() {
    return strategyParamSet().percOver;
  }

  /** The percentage of new rows; fails if there is none. */
  default double getPercOver() {
    return ((Number) getOrDefault(percOver())).doubleValue();
  }

  /** Rows that stay of all other classes together, in percent of the new rows. */
  default DoubleParam percUnder() {
    return strategyParamSet().percUnder;
  }

  /** The percentage of rows that stay; fails if there is none. */
  default double getPercUnder() {
    return ((Number) getOrDefault(percUnder())).doubleValue();
  }

  /** The random seed. */
  default LongParam seed() {
    return strategyParamSet().seed;
  }

  /** The seed in use. */
  default long getSeed() {
    return ((Number) getOrDefault(seed())).longValue();
  }

  /** Guard: more distinct labels than this look like a regression target. */
  default IntParam maxClasses() {
    return strategyParamSet().maxClasses;
  }

  /** The distinct labels allowed. */
  default int getMaxClasses() {
    return ((Number) getOrDefault(maxClasses())).intValue();
  }

  /** Guard: a plan of more synthetic rows than this is refused. */
  default LongParam allowRowsAbove() {
    return strategyParamSet().allowRowsAbove;
  }

  /** The synthetic rows a plan may ask for. */
  default long getAllowRowsAbove() {
    return ((Number) getOrDefault(allowRowsAbove())).longValue();
  }
}
