// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.params;

import java.util.Map;
import org.sparksmote.internal.params.ChainedSetter;
import org.sparksmote.internal.params.ParamCheck;
import org.sparksmote.internal.strategy.StrategyTotals;

/**
 * The setters of {@link StrategyParams}, for stages that are not fitted: what a fitted model does
 * was settled by its fit.
 *
 * @param <S> the stage itself, so that setters chain
 */
public interface StrategySetters<S extends StrategySetters<S>> extends StrategyParams {

  /**
   * Sets the strategy: {@code auto} (= {@code not majority}), {@code minority}, {@code not
   * minority}, {@code not majority}, {@code all}, {@code none}, a ratio such as {@code "0.5"}, or a
   * JSON object from label to wanted total such as {@code {"fraud": 50000}}. By {@code balance}
   * every class gets the mean size, by {@code extreme} sizes are turned round; classes that are
   * larger are under-sampled, to a random subset of that very size.
   */
  default S setSamplingStrategy(String value) {
    return ChainedSetter.set(this, samplingStrategy(), value);
  }

  /** Sets the ratio minority / majority after resampling, in (0, 1]; two classes only. */
  default S setSamplingStrategy(double ratio) {
    return setSamplingStrategy(Double.toString(ratio));
  }

  /** Sets the wanted total of rows per label; classes that are not named are not touched. */
  default S setSamplingStrategy(Map<?, ? extends Number> totals) {
    return setSamplingStrategy(StrategyTotals.json(ParamCheck.notNull("samplingStrategy", totals)));
  }

  /**
   * Sets how many rows the smallest class gets, in percent of its rows, as {@code perc.over} of R's
   * DMwR: with 200 it is three times as large. In place of samplingStrategy.
   */
  default S setPercOver(double percent) {
    return ChainedSetter.set(this, percOver(), percent);
  }

  /**
   * Sets how many rows stay of all other classes together, in percent of the rows that percOver
   * makes, as {@code perc.under} of R's DMwR; each class keeps its share of them, none comes twice.
   * Default: all stay.
   */
  default S setPercUnder(double percent) {
    return ChainedSetter.set(this, percUnder(), percent);
  }

  /** Sets the seed: the same rows, settings and seed give the same synthetic rows anywhere. */
  default S setSeed(long value) {
    return ChainedSetter.set(this, seed(), value);
  }

  /** Sets the distinct labels allowed. */
  default S setMaxClasses(int value) {
    return ChainedSetter.set(this, maxClasses(), value);
  }

  /** Sets the synthetic rows a plan may ask for. */
  default S setAllowRowsAbove(long value) {
    return ChainedSetter.set(this, allowRowsAbove(), value);
  }
}
