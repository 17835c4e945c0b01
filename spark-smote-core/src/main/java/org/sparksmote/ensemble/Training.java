// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.ensemble;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.learning.LabelCounts;
import org.sparksmote.internal.learning.OrderedRows;
import org.sparksmote.internal.learning.Workers;
import org.sparksmote.internal.spark.Persisted;
import org.sparksmote.internal.spark.SessionCheck;
import org.sparksmote.internal.spark.Sessions;
import org.sparksmote.internal.strategy.KeepStrategy;

/**
 * One training of all members. Rows are counted once; then each member's bag is drawn from all
 * rows, which a RandomUnderSampler does in a pass that counts and one that filters.
 */
final class Training {

  private final EnsembleClassifier<?, ?> ensemble;
  private final MemberStages stages;
  private final Dataset<Row> data;
  private final String label;

  Training(EnsembleClassifier<?, ?> ensemble, Dataset<?> dataset) {
    this.ensemble = ensemble;
    this.stages = new MemberStages(ensemble);
    this.label = ensemble.getLabelCol();
    // An own sampler may read any column, but what members do not read need not be in their bags.
    this.data = ensemble.hasSampler() ? dataset.toDF() : read(dataset.toDF());
  }

  private Dataset<Row> read(Dataset<Row> rows) {
    return rows.drop(stages.unread(rows.schema()));
  }

  /** Counts, and trains the members. */
  List<ProbabilisticClassificationModel<Vector, ?>> members() {
    SessionCheck.require(data);
    String weights = ensemble.isSet(ensemble.weightCol()) ? ensemble.getWeightCol() : "";
    LabelCounts counted =
        LabelCounts.of(data, label, weights)
            .requireRows()
            .requireIndices(label)
            .requireWeights(weights);
    int classes = counted.classes();
    counted.requireAll(classes, "this dataset", label);
    stages.refuseClasses(classes);
    long rows = ensemble.hasSampler() ? -1 : plannedRows(counted);
    return Workers.all(
        ensemble.getNumEstimators(),
        ensemble.getParallelism(),
        member -> Sessions.of(data, () -> member(member, classes, rows)));
  }

  /** Rows of a bag, which its sampler will keep exactly. */
  private long plannedRows(LabelCounts counted) {
    long[] keep =
        KeepStrategy.parse(ensemble.getSamplingStrategy()).rowsToKeep(counted.counts(data));
    LabelCounts.requireAll(keep, "bags", label);
    return Arrays.stream(keep).sum();
  }

  private ProbabilisticClassificationModel<Vector, ?> member(int member, int classes, long rows) {
    Persisted persisted = new Persisted();
    try {
      return stages.learner(member).fit(bag(member, classes, rows, persisted));
    } finally {
      persisted.release();
    }
  }

  private Dataset<?> bag(int member, int classes, long planned, Persisted persisted) {
    Dataset<Row> sampled = stages.sampler(member).fitResample(data);
    long rows = planned;
    if (ensemble.hasSampler()) {
      sampled = read(sampled);
      persisted.persist(sampled, StorageLevel.MEMORY_AND_DISK());
      LabelCounts counted = LabelCounts.of(sampled, label, "").requireIndices(label);
      counted.requireAll(classes, "a bag", label);
      rows = counted.total();
    }

    return persisted.persist(inOrder(sampled, rows), StorageLevel.MEMORY_AND_DISK());
  }

  /** The rows of a bag in an order of their content. */
  private static Dataset<Row> inOrder(Dataset<Row> bag, long rows) {
    int width = bag.columns().length;
    Column key = functions.xxhash64(InputSchema.safeColumns(width).toArray(new Column[0]));
    return OrderedRows.of(bag.toDF(InputSchema.safeNames(width)), key, rows).toDF(bag.columns());
  }
}
