// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.params;

import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/** The weights that samplers read and add which take rows away. */
public interface BalanceParams extends Params {

  /** Where the stage keeps these params: a new set, made with the stage. */
  BalanceParamSet balanceParamSet();

  /** Column of case weights. */
  default Param<String> weightCol() {
    return balanceParamSet().weightCol;
  }

  /** The column of case weights; fails if there is none. */
  default String getWeightCol() {
    return getOrDefault(weightCol());
  }

  /** Name of an output column of weights that restore what classes weighed before. */
  default Param<String> balanceWeightCol() {
    return balanceParamSet().balanceWeightCol;
  }

  /** The name of the column of weights; fails if there is none. */
  default String getBalanceWeightCol() {
    return getOrDefault(balanceWeightCol());
  }
}
