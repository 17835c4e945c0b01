// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.params;

import java.io.Serializable;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparksmote.internal.params.ParamMaker;
import org.sparksmote.internal.params.SharedParams;

/** The params of {@link BalanceParams} with their documentation, written once. */
public final class BalanceParamSet implements Serializable {

  private static final long serialVersionUID = 1L;

  final Param<String> weightCol;
  final Param<String> balanceWeightCol;

  /** Declares the params of {@code owner}, whose uid is set already. */
  public BalanceParamSet(Params owner) {
    ParamMaker make = new ParamMaker(owner);
    weightCol = make.text("weightCol", "column of case weights, which balanceWeightCol multiplies");
    balanceWeightCol = SharedParams.balanceWeightCol(make);
  }
}
