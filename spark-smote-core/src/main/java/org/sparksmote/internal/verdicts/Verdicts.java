// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.verdicts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.census.ClassCounter;
import org.sparksmote.internal.census.ClassPlan;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.columns.NominalDemand;
import org.sparksmote.internal.columns.NominalRule;
import org.sparksmote.internal.distance.RowDistance;
import org.sparksmote.internal.routing.BlockForm;
import org.sparksmote.internal.routing.BucketPlanner;
import org.sparksmote.internal.routing.RoutedClass;
import org.sparksmote.internal.routing.RoutingPlan;
import org.sparksmote.internal.routing.Shuffle;
import org.sparksmote.internal.spark.SessionCheck;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.internal.strategy.CleanStrategy;

/**
 * Keep or remove, for every row of one dataset, in one pass over the engine's shuffle. {@link #of}
 * runs the jobs that are needed to know who is searched with whom; the rows are only described.
 */
public final class Verdicts {

  private final SearchParams params;
  private final VerdictRule rule;
  private final Dataset<?> data;
  private final InputSchema input;
  private final List<ClassCount> classes;
  private final boolean dropInvalid;
  private final InputSchema routedInput;
  private final @Nullable RoutingPlan plan; // null: nothing is judged

  private Verdicts(
      SearchParams params,
      VerdictRule rule,
      CleanStrategy strategy,
      InputSchema input,
      Dataset<?> data) {
    ClassCounter.MomentsDemand none = new ClassCounter.MomentsDemand(false, "");
    ClassCounter.Counts counts = ClassCounter.count(params, none, input, data);
    this.params = params;
    this.rule = rule;
    this.data = data;
    this.input = input;
    this.classes = counts.classes();
    this.dropInvalid = params.getHandleInvalid().equals("skip") && counts.invalidRows() > 0;
    this.routedInput = rule.needsLabels(classes.size()) ? withClass(input) : input;
    BitSet targets = strategy.targets(classes);
    this.plan = targets.isEmpty() ? null : plan(targets, counts);
  }

  /**
   * Checks, counts and plans: one job, or three when a class is larger than one task.
   *
   * @param stage whose columns and settings of the search count, as far as it has any
   * @param strategy whose rows may go, as text
   */
  public static Verdicts of(Params stage, VerdictRule rule, String strategy, Dataset<?> data) {
    SessionCheck.require(data);
    SearchParams params = SearchParams.of(stage, rule, strategy);
    CleanStrategy targets = CleanStrategy.parse(strategy);
    return new Verdicts(params, rule, targets, columns(params, data.schema()), data);
  }

  /** Says what is wrong with the columns, if anything is. */
  public static void requireColumns(
      Params stage, VerdictRule rule, String strategy, StructType schema) {
    columns(SearchParams.of(stage, rule, strategy), schema);
  }

  private static InputSchema columns(SearchParams params, StructType schema) {
    NominalDemand numbersOnly = new NominalDemand(NominalRule.REFUSED, "", false, true);
    return InputSchema.resolve(params, numbersOnly, schema);
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

  private RoutingPlan plan(BitSet targets, ClassCounter.Counts counts) {
    long usable = classes.stream().mapToLong(ClassCount::usable).sum();
    if (usable <= rule.k()) {
      throw VerdictProblems.tooFewRows(rule.k(), usable);
    }

    RowDistance distance = RowDistance.ofNumbers(counts.weights());
    List<RoutedClass> routed = new ArrayList<>();
    for (int c = 0; c < classes.size(); c++) {
      // The engine moves the rows of classes of which something is made; here, a verdict per row.
      long verdicts = targets.get(c) ? classes.get(c).usable() : 0;
      ClassPlan planned = new ClassPlan(classes.get(c), verdicts, rule.k(), "");
      routed.add(new RoutedClass(planned, distance, rule.needs()));
    }

    return new BucketPlanner(params, rule.searched(), routedInput, routed(), counts, routed).plan();
  }

  /** The classes as they were found. */
  public List<ClassCount> classes() {
    return classes;
  }

  /** How many rows of each class go; a job, of which a number per class comes back. */
  public long[] removedRows() {
    long[] removed = new long[classes.size()];
    if (plan != null) {
      for (Row row :
          removed(plan)
              .groupBy(functions.col("removed.class"))
              .agg(functions.sum("rows"))
              .collectAsList()) {
        removed[row.getInt(0)] = row.getLong(1);
      }
    }

    return removed;
  }

  /** The rows that stay, unchanged; starts no job. */
  public Dataset<Row> kept() {
    RoutingPlan planned = plan;
    Dataset<Row> rows = identified();
    if (planned != null) {
      rows = rows.join(removed(planned), isRemoved(), "left_anti");
    }

    return rows.select(cells().toArray(new Column[0])).toDF(input.schema().fieldNames());
  }

  /** All rows, with what became of each in one more column; starts no job. */
  public Dataset<Row> flagged(String flagCol) {
    RoutingPlan planned = plan;
    Dataset<Row> rows = identified();
    // Without an otherwise, so that the column can be null, as it is where data is passed through.
    Column flag = functions.when(functions.lit(true), "kept");
    if (planned != null) {
      rows = rows.join(removed(planned), isRemoved(), "left_outer");
      Column removed = functions.col("removed");
      flag = functions.when(removed.isNull(), "kept").when(removed.isNotNull(), rule.label());
    }

    List<Column> columns = new ArrayList<>(cells());
    columns.add(flag.as("+flag"));
    List<String> names = new ArrayList<>(List.of(input.schema().fieldNames()));
    names.add(flagCol);
    return rows.select(columns.toArray(new Column[0])).toDF(names.toArray(new String[0]));
  }

  private static Column isRemoved() {
    return functions.col("+identity").equalTo(functions.col("removed"));
  }

  /** The rows that are judged or pass, with what tells them from others. */
  private Dataset<Row> identified() {
    Column cells = functions.struct(input.labelAndFeatures());
    Dataset<Row> rows =
        data.toDF(InputSchema.safeNames(input.schema().size()))
            .withColumn("+identity", RowIdentity.identity(input, classes).apply(cells));
    return dropInvalid ? rows.filter(functions.col("+identity").isNotNull()) : rows;
  }

  private List<Column> cells() {
    return InputSchema.safeColumns(input.schema().size());
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

  private Dataset<Row> removed(RoutingPlan planned) {
    int columns = input.schema().size();
    List<Integer> label = routedInput.schema().size() == columns ? List.of() : List.of(columns);
    BlockForm form = new BlockForm(routedInput, label, List.of());
    BitSet all = new BitSet();
    all.set(0, planned.cells().size());
    return Shuffle.routed(planned, form, routed(), all)
        .mapPartitions(new RowVerdicts(planned, form, rule), Encoders.row(RowVerdicts.REMOVED));
  }
}
