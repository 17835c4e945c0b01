// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import org.sparksmote.params.ColumnParamSet;
import org.sparksmote.params.NeighborParamSet;
import org.sparksmote.params.SamplerParams;
import org.sparksmote.params.StrategyParamSet;

/**
 * The settings that {@link Smote}, {@link SmoteModel} and {@link SmoteResampler} share. Names and
 * meanings follow Spark ML and imbalanced-learn.
 */
public interface SmoteParams extends SamplerParams, VariantParams {

  /** Where the stage keeps all its params: a new set, made with the stage. */
  SmoteParamSet smoteParamSet();

  @Override
  default ColumnParamSet columnParamSet() {
    return smoteParamSet().columns;
  }

  @Override
  default StrategyParamSet strategyParamSet() {
    return smoteParamSet().strategy;
  }

  @Override
  default NeighborParamSet neighborParamSet() {
    return smoteParamSet().neighbors;
  }

  @Override
  default VariantParamSet variantParamSet() {
    return smoteParamSet().variants;
  }
}
