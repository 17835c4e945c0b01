// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.making;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.cells.ReachedQuality;
import org.sparksmote.internal.census.ClassCounter;
import org.sparksmote.internal.census.ClassPlan;
import org.sparksmote.internal.census.ClassPlanner;
import org.sparksmote.internal.columns.CellForms;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.columns.NominalColumns;
import org.sparksmote.internal.distance.RowDistance;
import org.sparksmote.internal.keeping.UnderSampling;
import org.sparksmote.internal.quality.QualityCheck;
import org.sparksmote.internal.routing.BucketPlanner;
import org.sparksmote.internal.routing.RoutedClass;
import org.sparksmote.internal.routing.RoutingPlan;
import org.sparksmote.internal.routing.Shuffle;
import org.sparksmote.internal.spark.SessionCheck;
import org.sparksmote.internal.spark.Sessions;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.internal.strategy.SamplingStrategy;
import org.sparksmote.internal.variants.ClassFacts;
import org.sparksmote.internal.variants.Recipe;
import org.sparksmote.internal.variants.ResamplingPlan;
import org.sparksmote.internal.variants.VariantParts;
import org.sparksmote.internal.weighing.Survey;
import org.sparksmote.internal.weights.BalanceSettings;
import org.sparksmote.internal.weights.BalanceWeights;
import org.sparksmote.params.SamplerParams;
import org.sparksmote.report.NeighborQuality;
import org.sparksmote.report.SmoteSummary;

/**
 * One resampling of one dataset. {@link #plan} runs the jobs that are needed to know what to make;
 * {@link #apply} only describes the result, as Spark's users expect of {@code transform}.
 */
public final class Resampling {

  private final InputSchema input;
  private final @Nullable ResamplingPlan plan;
  private final @Nullable Dataset<Row> surveyed; // null: nobody had to look at the rows before
  private final List<ClassPlan> classes;
  private final long invalidRows;
  private final boolean dropInvalid;
  private final @Nullable UnderSampling shrinking; // null: no class shrinks
  private final long[] keep;
  private @Nullable Cleanup cleanup; // made last, of what the rest makes
  private @Nullable BalanceWeights weights; // after the cleanup
  private final ReachedQuality reached = new ReachedQuality();

  private Resampling(
      InputSchema input,
      @Nullable ResamplingPlan plan,
      @Nullable Dataset<Row> surveyed,
      List<ClassPlan> classes,
      long invalidRows,
      boolean dropInvalid,
      @Nullable UnderSampling shrinking,
      long[] keep) {
    this.input = input;
    this.plan = plan;
    this.surveyed = surveyed;
    this.classes = classes;
    this.invalidRows = invalidRows;
    this.dropInvalid = dropInvalid;
    this.shrinking = shrinking;
    this.keep = keep;
  }

  /**
   * Checks, counts and plans: one job, or up to three when a class is larger than one task, and one
   * more when the variant weighs rows, or a class shrinks; and those of a cleaning, if one is asked
   * for.
   */
  public static Resampling plan(SamplerParams params, Recipe recipe, Dataset<?> data) {
    return Sessions.of(data, () -> planInSession(params, recipe, data));
  }

  /** Refuses settings that contradict each other. */
  public static void requireSettings(SamplerParams params) {
    ClassPlanner.strategy(params);
  }

  private static Resampling planInSession(SamplerParams params, Recipe recipe, Dataset<?> data) {
    requireSettings(params);
    InputSchema input = InputSchema.resolve(params, recipe.nominalDemand(), data.schema());
    NominalColumns.requireDescribed(params, input);
    BalanceSettings weights = BalanceSettings.of(params);
    weights.addTo(input.output());
    SessionCheck.require(data);
    Resampling planned = plan(params, recipe, input, data);
    if (recipe.cleans() && !SamplingStrategy.isNone(params.getSamplingStrategy())) {
      planned.clean(params, recipe.cleaning(), data);
    }

    if (weights.isAsked()) {
      planned.weigh(weights, data);
    }

    return planned;
  }

  private void clean(SamplerParams params, String rule, Dataset<?> data) {
    cleanup =
        new Steps(data).clean(() -> Cleanup.of(params, rule, resampled(data), original(data)));
  }

  /** By the plan if rows weigh the same, else by the sums over all rows, which are made for it. */
  private void weigh(BalanceSettings settings, Dataset<?> data) {
    if (settings.weightCol().isEmpty()) {
      List<ClassCount> counts = classes.stream().map(ClassPlan::count).toList();
      long[] before = counts.stream().mapToLong(ClassCount::rows).toArray();
      weights = BalanceWeights.ofRows(settings, counts, before, rowsAfter());
    } else {
      weights =
          new Steps(data)
              .weigh(() -> BalanceWeights.counted(settings, valid(data), unweighted(data)));
    }
  }

  private long[] rowsAfter() {
    long[] after = keep.clone();
    for (int c = 0; c < after.length; c++) {
      ClassPlan of = classes.get(c);
      Cleanup.Gone gone = cleanup == null ? Cleanup.Gone.NONE : cleanup.of(of.count());
      after[c] += of.make() - gone.original() - gone.synthetic();
    }

    return after;
  }

  private static Resampling plan(
      SamplerParams params, Recipe recipe, InputSchema input, Dataset<?> data) {
    VariantParts parts = recipe.parts();
    ClassCounter.Demand demand =
        new ClassCounter.Demand(
            parts.needsMoments(),
            "another variant than " + recipe.variant(),
            parts.needsNeighbors());
    Steps steps = new Steps(data);
    ClassCounter.Counts counts = steps.count(() -> ClassCounter.count(params, demand, input, data));
    List<ClassPlan> classes = ClassPlanner.plan(params, parts.needsNeighbors(), counts.classes());
    boolean dropInvalid = params.getHandleInvalid().equals("skip") && counts.invalidRows() > 0;
    long[] keep = ClassPlanner.rowsToKeep(params, counts.classes(), classes);
    Dataset<?> staying = dropInvalid ? ShrunkClasses.valid(input, data) : data;
    UnderSampling shrinking =
        steps.shrink(() -> ShrunkClasses.plan(params, counts.classes(), keep, staying));
    boolean nothing = classes.stream().allMatch(ClassPlan::isUntouched);
    ResamplingPlan plan = null;
    Dataset<Row> surveyed = null;
    if (!nothing) {
      ResamplingPlan unweighed =
          steps.split(classes, () -> plan(params, recipe, input, data, counts, classes));
      plan = unweighed;
      if (Survey.isNeeded(unweighed)) {
        Dataset<Row> routed = steps.search(classes, () -> Shuffle.kept(unweighed.routed(data)));
        plan = steps.search(classes, () -> Survey.settle(recipe, unweighed, routed));
        surveyed = routed;
      }
    }

    List<ClassPlan> settled = plan == null ? classes : plan.routing().plans();
    return new Resampling(
        input, plan, surveyed, settled, counts.invalidRows(), dropInvalid, shrinking, keep);
  }

  /** The plan before bases are weighed. */
  public static ResamplingPlan plan(
      SamplerParams params,
      Recipe recipe,
      InputSchema input,
      Dataset<?> data,
      ClassCounter.Counts counts,
      List<ClassPlan> classes) {
    List<RowDistance> distances =
        FactsOfClasses.distances(recipe.parts(), input, data, counts, classes);
    List<ClassFacts> facts =
        FactsOfClasses.of(recipe.parts(), params.getSeed(), input, data, counts, classes);
    List<RoutedClass> routed = new ArrayList<>();
    for (int c = 0; c < classes.size(); c++) {
      routed.add(new RoutedClass(classes.get(c), distances.get(c), facts.get(c).parts().needs()));
    }

    int counted = recipe.settings().mNeighbors();
    RoutingPlan routing = new BucketPlanner(params, counted, input, data, counts, routed).plan();
    return new ResamplingPlan(routing, facts, recipe.settings());
  }

  /** What is made of each class, and how good the search was as far as rows were made. */
  public SmoteSummary summary() {
    return RunSummary.of(
        classes, keep, invalidRows, plan == null ? null : plan.routing(), reached.value(), cleanup);
  }

  /** How close the approximate search of the dataset comes to the exact one, by label. */
  public Map<String, NeighborQuality> quality(Dataset<?> data, int sampleRows, int maxCells) {
    Map<String, NeighborQuality> byLabel = new LinkedHashMap<>();
    if (plan != null) {
      new Steps(data)
          .check(() -> new QualityCheck(plan.routing(), data).check(sampleRows, maxCells))
          .forEach((c, quality) -> byLabel.put(classes.get(c).count().name(), quality));
    }

    return byLabel;
  }

  /** The dataset with its synthetic rows; starts no job. */
  public Dataset<Row> apply(Dataset<?> data) {
    return Sessions.of(data, () -> applyInSession(data));
  }

  private Dataset<Row> applyInSession(Dataset<?> data) {
    Dataset<Row> rows = unweighted(data);
    BalanceWeights own = weights;
    return own == null ? rows : own.addTo(rows);
  }

  private Dataset<Row> unweighted(Dataset<?> data) {
    Cleanup last = cleanup;
    return last == null ? resampled(data) : last.kept(resampled(data));
  }

  private Dataset<?> valid(Dataset<?> data) {
    return dropInvalid ? ShrunkClasses.valid(input, data) : data;
  }

  private Dataset<Row> original(Dataset<?> data) {
    Dataset<?> valid = valid(data);
    return input.added().addTo(shrinking == null ? valid : shrinking.rows(valid));
  }

  private Dataset<Row> resampled(Dataset<?> data) {
    return plan == null ? original(data) : original(data).union(synthetic(plan, data));
  }

  private synchronized Dataset<Row> synthetic(ResamplingPlan plan, Dataset<?> data) {
    if (!reached.isRegistered()) {
      data.sparkSession().sparkContext().register(reached);
    }

    InputSchema written = plan.routing().input();
    Dataset<Row> routed = surveyed == null ? plan.routed(data) : surveyed;
    Dataset<Row> made =
        routed.mapPartitions(new SyntheticRows(plan, reached), Encoders.row(written.made()));
    return CellForms.original(made, written.label(), written.output());
  }
}
