// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.io.Serializable;
import org.apache.spark.ml.param.Params;
import org.sparksmote.params.ColumnParamSet;
import org.sparksmote.params.NeighborParamSet;
import org.sparksmote.params.StrategyParamSet;

/** All params of {@link SmoteParams}, which a stage keeps in one field. */
public final class SmoteParamSet implements Serializable {

  private static final long serialVersionUID = 1L;

  final ColumnParamSet columns;
  final StrategyParamSet strategy;
  final NeighborParamSet neighbors;
  final VariantParamSet variants;

  /** Declares the params of {@code owner}, whose uid is set already. */
  public SmoteParamSet(Params owner) {
    columns = new ColumnParamSet(owner);
    strategy = new StrategyParamSet(owner);
    neighbors = new NeighborParamSet(owner);
    variants = new VariantParamSet(owner);
  }
}
