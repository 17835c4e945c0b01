// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.verdicts;

import java.util.Set;
import org.apache.spark.ml.param.JavaParams;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.columns.NominalDemand;
import org.sparksmote.internal.columns.NominalRule;
import org.sparksmote.internal.strategy.CleanStrategy;
import org.sparksmote.params.ColumnParamSet;
import org.sparksmote.params.NeighborParamSet;
import org.sparksmote.params.SamplerParams;
import org.sparksmote.params.StrategyParamSet;

/**
 * The settings of a sampler that takes rows away, as the engine reads them. Such a sampler shows
 * its users only the params that it has a use for; the others have their defaults here.
 */
public final class SearchParams extends JavaParams implements SamplerParams {

  private static final long serialVersionUID = 1L;

  /** What means something else there, or columns that are not read here. */
  private static final Set<String> OF_OVER_SAMPLERS =
      Set.of(
          "samplingStrategy",
          "syntheticCol",
          "provenanceCol",
          "idCol",
          "weightCol",
          "balanceWeightCol",
          "passengerColumns",
          "categoricalCols",
          "categoricalFeatures");

  /** As many rows are copied across a border as neighbours need and buckets may hold. */
  private static final double HALO = 0.5;

  private final String uid;
  private final ColumnParamSet columns;
  private final StrategyParamSet strategy;
  private final NeighborParamSet neighbors;

  private SearchParams(String uid) {
    this.uid = uid;
    this.columns = new ColumnParamSet(this);
    this.strategy = new StrategyParamSet(this);
    this.neighbors = new NeighborParamSet(this);
  }

  /** What was set of a stage; its strategy only as far as it says whether anything is done. */
  static SearchParams of(Params stage, VerdictRule rule, String strategy) {
    return of(stage, rule.k(), CleanStrategy.isNone(strategy));
  }

  /** The columns of a schema that are searched, which are numbers, or what is wrong with them. */
  public InputSchema columns(StructType schema) {
    NominalDemand numbersOnly = new NominalDemand(NominalRule.REFUSED, "", false, true);
    return InputSchema.resolve(this, numbersOnly, schema);
  }

  /**
   * What was set of a stage that searches so many neighbours.
   *
   * @param idle whether nothing is done
   */
  public static SearchParams of(Params stage, int k, boolean idle) {
    SearchParams params = new SearchParams(stage.uid());
    for (Param<?> param : stage.params()) {
      boolean known = params.hasParam(param.name()) && !OF_OVER_SAMPLERS.contains(param.name());
      if (known && stage.isSet(param)) {
        params.copyFrom(stage, param);
      }
    }

    params.set(params.samplingStrategy(), idle ? "none" : "all");
    params.set("kNeighbors", k);
    if (!params.isSet(params.halo())) {
      params.set(params.halo(), HALO);
    }

    return params;
  }

  private void copyFrom(Params stage, Param<?> param) {
    set(param.name(), stage.getOrDefault(param));
  }

  @Override
  public String uid() {
    return uid;
  }

  @Override
  public ColumnParamSet columnParamSet() {
    return columns;
  }

  @Override
  public StrategyParamSet strategyParamSet() {
    return strategy;
  }

  @Override
  public NeighborParamSet neighborParamSet() {
    return neighbors;
  }

  @Override
  public Params copy(ParamMap extra) {
    return copyValues(new SearchParams(uid), extra);
  }
}
