// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.weighing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparksmote.internal.census.ClassPlan;
import org.sparksmote.internal.exact.Apportionment;
import org.sparksmote.internal.exact.RankedRows;
import org.sparksmote.internal.exact.Shares;
import org.sparksmote.internal.routing.Cell;
import org.sparksmote.internal.spark.Passes;
import org.sparksmote.internal.synth.Difficulty;
import org.sparksmote.internal.synth.ProximityLevels;
import org.sparksmote.internal.variants.BaseWeight;
import org.sparksmote.internal.variants.ClassFacts;
import org.sparksmote.internal.variants.Geometry;
import org.sparksmote.internal.variants.Recipe;
import org.sparksmote.internal.variants.ResamplingPlan;
import org.sparksmote.internal.variants.VariantParts;

/**
 * Settles what a variant must know of a whole class before rows are made: which rows may be bases
 * and how the new rows are shared out over the cells. One job searches the cells; only a report per
 * cell reaches the driver. A class without a suitable base is found here, not in the middle of the
 * user's job.
 */
public final class Survey {

  private final Recipe recipe;
  private final ResamplingPlan plan;
  private final List<ClassPlan> classes;
  private final List<ClassFacts> facts;
  private final List<Cell> cells;

  private Survey(Recipe recipe, ResamplingPlan plan) {
    this.recipe = recipe;
    this.plan = plan;
    this.classes = new ArrayList<>(plan.routing().plans());
    this.facts = new ArrayList<>(plan.facts());
    this.cells = new ArrayList<>(plan.routing().cells());
  }

  /** Whether some class needs more than its own plan. */
  public static boolean isNeeded(ResamplingPlan plan) {
    return IntStream.range(0, plan.routing().classes().size()).anyMatch(c -> needsSurvey(plan, c));
  }

  /**
   * A plan that rests on a survey of its cells.
   *
   * @param routed the rows of the plan, which are read again when rows are made
   */
  public static ResamplingPlan settle(Recipe recipe, ResamplingPlan plan, Dataset<Row> routed) {
    List<CellReport> reports =
        Passes.collect(routed, new CellSurvey(plan)).stream()
            .map(CellReport::of) // bounded by the number of cells
            .toList();
    return new Survey(recipe, plan).settle(reports);
  }

  private static boolean needsSurvey(ResamplingPlan plan, int c) {
    ClassPlan planned = plan.routing().classes().get(c).plan();
    BaseWeight rule = plan.facts().get(c).parts().baseWeight();
    return rule.needsSurvey() && !planned.isUntouched();
  }

  private ResamplingPlan settle(List<CellReport> reports) {
    for (int c = 0; c < classes.size(); c++) {
      if (needsSurvey(plan, c)) {
        settle(c, ofClass(c, reports));
      }
    }

    return plan.settled(classes, facts, cells);
  }

  private List<CellReport> ofClass(int c, List<CellReport> reports) {
    return reports.stream()
        .filter(report -> cells.get(report.cell()).classIndex() == c)
        .sorted((a, b) -> Integer.compare(a.cell(), b.cell()))
        .toList();
  }

  private void settle(int c, List<CellReport> reports) {
    BaseWeight rule = facts.get(c).parts().baseWeight();
    if (rule == BaseWeight.SAFETY_SKEW) {
      choose(c, reports);
    } else if (rule.grouping() == BaseWeight.Grouping.LEVELS) {
      facts.set(c, facts.get(c).withLevelWeights(levelWeights(histogram(reports))));
    }

    BaseWeight chosen = facts.get(c).parts().baseWeight();
    List<CellReport> used = reports.stream().filter(report -> report.rule() == chosen).toList();
    if (used.stream().mapToLong(CellReport::eligible).sum() > 0) {
      share(c, used);
    } else if (!recipe.fallsBack()) {
      throw WeighingProblems.noBase(
          recipe.variant(), classes.get(c).count(), rule.label(), remedy(rule));
    } else {
      String note = "uniform bases: no row is a base by " + rule.label();
      ClassPlan planned = classes.get(c);
      String notes = planned.note().isEmpty() ? note : planned.note() + "; " + note;
      classes.set(c, new ClassPlan(planned.count(), planned.make(), planned.k(), notes));
      facts.set(c, onWholeSegments(c, BaseWeight.UNIFORM));
    }
  }

  private static String remedy(BaseWeight rule) {
    return switch (rule) {
      case CLUSTER_SPARSITY -> "a lower clusterBalanceThreshold, or variant smote";
      case SAFE_LEVEL -> "variant smote, or clean the class first";
      default -> "variant smote";
    };
  }

  /** With other bases, and in place of segments cut by safe level or danger whole ones. */
  private ClassFacts onWholeSegments(int c, BaseWeight rule) {
    VariantParts parts = facts.get(c).parts().withBaseWeight(rule);
    boolean cut = parts.geometry().needsEnemies();
    return facts.get(c).withParts(cut ? parts.withGeometry(Geometry.SEGMENT) : parts);
  }

  /** Safe level where most rows are safe, else danger (SL-Graph-SMOTE). */
  private void choose(int c, List<CellReport> reports) {
    List<CellReport> safety =
        reports.stream().filter(report -> report.rule() == BaseWeight.SAFE_LEVEL).toList();
    boolean safe = Difficulty.prefersSafeLevel(histogram(safety));
    ClassFacts chosen =
        safe
            ? facts.get(c).withParts(facts.get(c).parts().withBaseWeight(BaseWeight.SAFE_LEVEL))
            : onWholeSegments(c, BaseWeight.DANGER);
    facts.set(c, chosen);
  }

  private static long[] histogram(List<CellReport> reports) {
    long[] sum = new long[reports.get(0).histogram().length];
    for (CellReport report : reports) {
      Arrays.setAll(sum, level -> sum[level] + report.histogram()[level]);
    }

    return sum;
  }

  /** Of a single row, by its level: the level's weight in equal parts for its rows. */
  private static double[] levelWeights(long[] rowsOfLevel) {
    double[] weights = new double[rowsOfLevel.length];
    for (int level = 0; level < weights.length; level++) {
      double whole = ProximityLevels.weight(level + 1, ProximityGroups.THETA);
      weights[level] = rowsOfLevel[level] == 0 ? 0 : whole / rowsOfLevel[level];
    }

    return weights;
  }

  private void share(int c, List<CellReport> reports) {
    double top = reports.stream().mapToDouble(CellReport::logScale).max().orElse(0);
    double[] sums = reports.stream().mapToDouble(report -> weight(c, report, top)).toArray();
    RankedRows inOrder = RankedRows.of(LongStream.range(0, sums.length).toArray());
    Shares make = Apportionment.largestRemainder(classes.get(c).make(), sums, inOrder);
    for (int i = 0; i < sums.length; i++) {
      int cell = reports.get(i).cell();
      cells.set(cell, cells.get(cell).making(make.of(i, 0)));
    }
  }

  private double weight(int c, CellReport report, double top) {
    double[] byLevel = facts.get(c).levelWeights();
    if (byLevel.length == 0) {
      return report.eligible() == 0 ? 0 : report.sum() * StrictMath.exp(report.logScale() - top);
    }

    double sum = 0;
    for (int level = 0; level < byLevel.length; level++) {
      sum += byLevel[level] * report.histogram()[level];
    }

    return sum;
  }
}
