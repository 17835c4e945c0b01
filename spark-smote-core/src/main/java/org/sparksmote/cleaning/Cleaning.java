// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.cleaning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.columns.LabelColumn;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.internal.verdicts.Verdicts;
import org.sparksmote.internal.weights.BalanceSettings;
import org.sparksmote.internal.weights.BalanceWeights;

/** One cleaning of one dataset, as its sampler wants it. */
final class Cleaning {

  private final CleaningSampler<?> params;
  private final Dataset<?> dataset;
  private final Verdicts verdicts;

  private Cleaning(CleaningSampler<?> params, Dataset<?> dataset, Verdicts verdicts) {
    this.params = params;
    this.dataset = dataset;
    this.verdicts = verdicts;
  }

  /** Counts and plans: one job, or two when a class is larger than one task; or all rounds. */
  static Cleaning of(CleaningSampler<?> params, Dataset<?> dataset) {
    String strategy = params.getSamplingStrategy();
    Verdicts verdicts = Verdicts.of(params, params.rounds(), strategy, dataset);
    return new Cleaning(params, dataset, verdicts);
  }

  Dataset<Row> rows() {
    BalanceSettings weights = BalanceSettings.of(params);
    if (params.hasFlag()) {
      Dataset<Row> all = verdicts.flagged(dataset, params.getFlagCol(), params.rounds().name());
      long[] before = before();
      return weights.isAsked() ? weighted(weights, before, before).addTo(all) : all;
    }

    if (!weights.isAsked()) {
      return verdicts.kept(dataset);
    }

    Verdicts once = verdicts.settled(); // for the weights, and then for the rows
    Dataset<Row> rows = once.kept(dataset);
    return weights.weightCol().isEmpty()
        ? weighted(weights, before(), after(once)).addTo(rows)
        : BalanceWeights.counted(weights, verdicts.judged(dataset), rows).addTo(rows);
  }

  private BalanceWeights weighted(BalanceSettings weights, long[] before, long[] after) {
    return BalanceWeights.ofRows(weights, verdicts.classes(), before, after);
  }

  private long[] before() {
    return verdicts.classes().stream().mapToLong(ClassCount::rows).toArray();
  }

  private long[] after(Verdicts once) {
    long[] left = before();
    long[] removed = once.removedRows();
    Arrays.setAll(left, c -> left[c] - removed[c]);
    return left;
  }

  /**
   * One more job, which judges all rows.
   *
   * @param checked rows whose verdicts are compared with those of exact neighbours; 0 for none
   */
  CleaningSummary summary(int checked) {
    long[] removed = verdicts.removedRows();
    List<CleaningSummary.OfClass> classes = new ArrayList<>();
    for (ClassCount count : verdicts.classes()) {
      long gone = removed[classes.size()];
      classes.add(new CleaningSummary.OfClass(count.name(), count.rows(), gone));
    }

    long[] found = checked > 0 ? verdicts.agreement(checked) : new long[2];
    CleaningSummary.Agreement agreement =
        found[0] > 0 ? new CleaningSummary.Agreement(found[0], found[1]) : null;
    return new CleaningSummary(List.copyOf(classes), agreement);
  }

  /** The columns after a cleaning, or what is wrong with those before. */
  static StructType outputSchema(CleaningSampler<?> params, StructType schema) {
    Verdicts.requireColumns(params, params.rounds(), params.getSamplingStrategy(), schema);
    BalanceSettings weights = BalanceSettings.of(params);
    weights.columns(schema);
    if (!params.hasFlag()) {
      return weights.addTo(schema);
    }

    LabelColumn.resolve(schema, params.getLabelCol(), "", params.getFlagCol(), "flagCol");
    return weights.addTo(schema.add(params.getFlagCol(), DataTypes.StringType, true));
  }
}
