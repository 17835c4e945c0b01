// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.making;

import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparksmote.internal.cells.ReachedQuality;
import org.sparksmote.internal.census.ClassCounter;
import org.sparksmote.internal.census.ClassPlan;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.variants.Recipe;
import org.sparksmote.internal.variants.ResamplingPlan;
import org.sparksmote.params.SamplerParams;

/** A plan before bases are weighed, and what makes rows by it in a task, to be measured. */
public final class RowMaker {

  private RowMaker() {}

  public static ResamplingPlan plan(
      SamplerParams params,
      Recipe recipe,
      InputSchema input,
      Dataset<?> data,
      ClassCounter.Counts counts,
      List<ClassPlan> classes) {
    return Resampling.plan(params, recipe, input, data, counts, classes);
  }

  public static MapPartitionsFunction<Row, Row> of(ResamplingPlan plan, SparkContext context) {
    ReachedQuality reached = new ReachedQuality();
    context.register(reached);
    return new SyntheticRows(plan, reached);
  }
}
