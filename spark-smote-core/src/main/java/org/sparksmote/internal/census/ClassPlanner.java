// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.census;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.internal.strategy.SamplingStrategy;
import org.sparksmote.params.SamplerParams;
import org.sparksmote.params.StrategyParams;

/** Counts and strategy to rows per class: a pure function, and every total is exact. */
public final class ClassPlanner {

  private ClassPlanner() {}

  /**
   * Plans every class, in the order of {@code counts}.
   *
   * @param searched whether neighbours in the class are
   */
  public static List<ClassPlan> plan(
      SamplerParams params, boolean searched, List<ClassCount> counts) {
    // A variant that searches no neighbours can do with a single row.
    int most = searched ? params.getKNeighbors() : 0;
    long[] make = strategy(params).rowsToMake(counts);
    refuseTypingErrors(make, params.getAllowRowsAbove());
    if (params.getSmallClass().equals("error")) {
      refuseSmallClasses(params, counts, make, most);
    }

    List<ClassPlan> plans = new ArrayList<>();
    for (int i = 0; i < make.length; i++) {
      plans.add(planClass(params, counts.get(i), make[i], most));
    }

    return plans;
  }

  /** What is asked for, in whichever way; settings that contradict each other are refused. */
  public static SamplingStrategy strategy(StrategyParams params) {
    boolean isUnder = params.isSet(params.percUnder());
    if (!params.isSet(params.percOver())) {
      if (isUnder) {
        throw CensusProblems.underWithoutOver();
      }

      return SamplingStrategy.parse(params.getSamplingStrategy());
    }

    if (params.isSet(params.samplingStrategy())) {
      throw CensusProblems.overAndStrategy(params.getSamplingStrategy());
    }

    return SamplingStrategy.percent(params.getPercOver(), isUnder ? params.getPercUnder() : null);
  }

  /**
   * Rows of each class that stay. Where {@code smallClass} skips the class that was to grow, there
   * are no new rows of which percUnder could be a percentage: all stay.
   */
  public static long[] rowsToKeep(
      StrategyParams params, List<ClassCount> counts, List<ClassPlan> plans) {
    boolean grows = plans.stream().anyMatch(plan -> plan.make() > 0);
    return grows || !params.isSet(params.percUnder())
        ? strategy(params).rowsToKeep(counts)
        : counts.stream().mapToLong(ClassCount::rows).toArray();
  }

  private static void refuseTypingErrors(long[] make, long allowed) {
    double total = Arrays.stream(make).asDoubleStream().sum(); // a double: cannot overflow
    if (total > allowed) {
      throw CensusProblems.tooManyRows((long) total, allowed);
    }
  }

  /** All of them at once; a class that no k can help comes first. */
  private static void refuseSmallClasses(
      SamplerParams params, List<ClassCount> counts, long[] make, int most) {
    int k = params.getKNeighbors();
    String label = params.getLabelCol();
    List<ClassCount> small =
        IntStream.range(0, make.length)
            .filter(i -> isSmall(counts.get(i), make[i], most))
            .mapToObj(counts::get)
            .toList();
    small.forEach(count -> requireUsable(label, count, 2));
    if (!small.isEmpty()) {
      throw CensusProblems.classesTooSmall(label, small, k);
    }
  }

  private static boolean isSmall(ClassCount count, long make, int most) {
    return make > 0 && count.usable() <= most;
  }

  private static ClassPlan planClass(SamplerParams params, ClassCount count, long make, int most) {
    int k = params.getKNeighbors();
    if (!isSmall(count, make, most)) {
      return new ClassPlan(count, make, k, "");
    }

    String rule = params.getSmallClass();
    String label = params.getLabelCol();
    return switch (rule) {
      case "skip" -> new ClassPlan(count, 0, 0, "skipped: " + few(count, k));
      case "duplicate" -> {
        requireUsable(label, count, 1);
        yield new ClassPlan(count, make, 0, "copies: " + few(count, k));
      }
      default -> { // shrinkK: small classes that are errors have been refused
        requireUsable(label, count, 2);
        yield new ClassPlan(count, make, (int) count.usable() - 1, "k reduced: " + few(count, k));
      }
    };
  }

  private static void requireUsable(String label, ClassCount count, int least) {
    if (count.usable() == 0) {
      throw CensusProblems.noUsableRow(label, count);
    }

    if (count.usable() < least) {
      throw CensusProblems.singleRow(label, count);
    }
  }

  private static String few(ClassCount count, int k) {
    return count.usable() + " usable rows for k = " + k;
  }
}
