// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.verdicts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.census.ClassCounter;
import org.sparksmote.internal.census.ClassPlan;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.distance.RowDistance;
import org.sparksmote.internal.routing.BlockForm;
import org.sparksmote.internal.routing.BucketPlanner;
import org.sparksmote.internal.routing.RoutedClass;
import org.sparksmote.internal.routing.RoutingPlan;
import org.sparksmote.internal.routing.Shuffle;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.internal.strategy.CleanStrategy;

/**
 * One rule applied to all rows of one dataset, in one pass over the engine's shuffle. To be made it
 * runs the jobs that tell who is searched with whom; who goes is only described.
 */
final class Judgement {

  private final SearchParams params;
  private final VerdictScope scope;
  private final Dataset<?> data;
  private final InputSchema input;
  private final InputSchema routedInput;
  private final List<ClassCount> classes;
  private final long invalidRows;
  private final @Nullable RoutingPlan plan; // null: nothing is judged

  /** Counts and plans: one job, or more where a class is too large for one task. */
  Judgement(
      SearchParams params,
      VerdictRule rule,
      CleanStrategy strategy,
      InputSchema input,
      Dataset<?> data) {
    ClassCounter.Demand demand = new ClassCounter.Demand(false, "", true);
    ClassCounter.Counts counts = ClassCounter.count(params, demand, input, data);
    this.params = params;
    this.data = data;
    this.input = input;
    this.classes = counts.classes();
    this.invalidRows = counts.invalidRows();
    this.scope = VerdictScope.of(rule, strategy.targets(classes), classes);
    this.routedInput = rule.needsLabels(classes.size()) ? withClass(input) : input;
    this.plan = scope.targets().isEmpty() ? null : plan(counts);
  }

  /** The classes as they were found. */
  List<ClassCount> classes() {
    return classes;
  }

  /** Rows without a label or without valid features. */
  long invalidRows() {
    return invalidRows;
  }

  /** Rows checked and rows that exact neighbours say the same of; none where it cannot be told. */
  long[] agreement(int most) {
    RoutingPlan planned = plan;
    Dataset<Row> gone = removed();
    if (planned == null || gone == null || scope.rule().kind() == VerdictRule.Kind.NCR) {
      return new long[2];
    }

    // Read as it was routed: a plan knows positions of columns, and not names.
    Dataset<Row> rows = routedInput.select(routed());
    return new VerdictCheck(planned, scope, RowIdentity.positions(classes), rows).check(gone, most);
  }

  /** With one more column, the position of a row's class. */
  private static InputSchema withClass(InputSchema input) {
    return new InputSchema(
        input.schema().add("class", DataTypes.IntegerType, true),
        input.label(),
        input.features(),
        input.id(),
        input.weight(),
        input.copied(),
        input.added(),
        input.nominal());
  }

  private RoutingPlan plan(ClassCounter.Counts counts) {
    VerdictRule rule = scope.rule();
    requireNeighbors(rule.k());
    RowDistance distance = RowDistance.ofNumbers(counts.weights());
    List<RoutedClass> routed = new ArrayList<>();
    for (int c = 0; c < classes.size(); c++) {
      // The engine moves the rows of classes of which something is made; here, a verdict per row.
      long verdicts = scope.isAsked(c) ? classes.get(c).usable() : 0;
      ClassPlan planned = new ClassPlan(classes.get(c), verdicts, rule.k(), "");
      routed.add(new RoutedClass(planned, distance, rule.needs()));
    }

    return new BucketPlanner(params, rule.searched(), routedInput, routed(), counts, routed).plan();
  }

  /** Refuses to judge rows by more others than there are. */
  void requireNeighbors(int k) {
    long usable = classes.stream().mapToLong(ClassCount::usable).sum();
    if (!scope.targets().isEmpty() && usable <= k) {
      throw VerdictProblems.tooFewRows(k, usable);
    }
  }

  /** The data that travels. */
  private Dataset<?> routed() {
    int columns = input.schema().size();
    return routedInput.schema().size() == columns
        ? data
        : data.toDF(InputSchema.safeNames(columns))
            .withColumn(
                InputSchema.safeNames(columns + 1)[columns],
                RowIdentity.position(classes).apply(input.labelAndFeatures()[0]));
  }

  /** Who goes, each identity once, with the number of its rows; null if nobody is judged. */
  @Nullable Dataset<Row> removed() {
    RoutingPlan planned = plan;
    if (planned == null) {
      return null;
    }

    int columns = input.schema().size();
    List<Integer> label = routedInput.schema().size() == columns ? List.of() : List.of(columns);
    BlockForm form = new BlockForm(routedInput, label, List.of());
    BitSet all = new BitSet();
    all.set(0, planned.cells().size());
    Dataset<Row> removed =
        Shuffle.routed(planned, form, routed(), all)
            .mapPartitions(
                new RowVerdicts(planned, form, scope), Encoders.row(RowVerdicts.REMOVED));
    // A row can be the neighbour of several, in cells that do not know of each other.
    return scope.rule().kind() == VerdictRule.Kind.NCR
        ? removed.groupBy("removed").agg(functions.max("rows").as("rows"))
        : removed;
  }
}
