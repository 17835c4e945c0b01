// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.cleaning;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.columns.LabelColumn;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.internal.verdicts.Verdicts;

/** One cleaning of one dataset, as its sampler wants it. */
final class Cleaning {

  private final CleaningSampler<?> params;
  private final Verdicts verdicts;

  private Cleaning(CleaningSampler<?> params, Verdicts verdicts) {
    this.params = params;
    this.verdicts = verdicts;
  }

  /** Counts and plans: one job, or three when a class is larger than one task. */
  static Cleaning of(CleaningSampler<?> params, Dataset<?> dataset) {
    String strategy = params.getSamplingStrategy();
    return new Cleaning(params, Verdicts.of(params, params.rule(), strategy, dataset));
  }

  Dataset<Row> rows() {
    return params.hasFlag() ? verdicts.flagged(params.getFlagCol()) : verdicts.kept();
  }

  /** One more job, which judges all rows. */
  CleaningSummary summary() {
    long[] removed = verdicts.removedRows();
    List<CleaningSummary.OfClass> classes = new ArrayList<>();
    for (ClassCount count : verdicts.classes()) {
      long gone = removed[classes.size()];
      classes.add(new CleaningSummary.OfClass(count.name(), count.rows(), gone));
    }

    return new CleaningSummary(List.copyOf(classes));
  }

  /** The columns after a cleaning, or what is wrong with those before. */
  static StructType outputSchema(CleaningSampler<?> params, StructType schema) {
    Verdicts.requireColumns(params, params.rule(), params.getSamplingStrategy(), schema);
    if (!params.hasFlag()) {
      return schema;
    }

    LabelColumn.resolve(schema, params.getLabelCol(), "", params.getFlagCol(), "flagCol");
    return schema.add(params.getFlagCol(), DataTypes.StringType, true);
  }
}
