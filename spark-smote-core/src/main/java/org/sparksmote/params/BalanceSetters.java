// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.params;

import org.sparksmote.internal.params.ChainedSetter;

/**
 * The setters of {@link BalanceParams}.
 *
 * @param <S> the stage itself, so that setters chain
 */
public interface BalanceSetters<S extends BalanceSetters<S>> extends BalanceParams {

  /**
   * Sets the column of case weights, which balanceWeightCol multiplies: of a numeric type, finite
   * and not negative. It changes neither how many rows stay nor which.
   */
  default S setWeightCol(String value) {
    return ChainedSetter.set(this, weightCol(), value);
  }

  /**
   * Sets the name of a column to add: the case weight of a row (1 without weightCol), times the
   * total case weight of its class before the sampling, by that after it. A classifier that takes
   * it as weightCol sees the classes as large as they were, and gives unbiased probabilities.
   *
   * <p>Where it is not known beforehand how many rows stay, or where there is a weightCol, one more
   * job goes over the rows that stay. Invalid rows that are dropped count on neither side, and rows
   * without a label have their case weight. The column is null in data that is passed through.
   */
  default S setBalanceWeightCol(String value) {
    return ChainedSetter.set(this, balanceWeightCol(), value);
  }
}
