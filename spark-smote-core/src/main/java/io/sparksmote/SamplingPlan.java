// SPDX-License-Identifier: Apache-2.0
package io.sparksmote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts and strategy to rows per class: a pure function, and every total is exact. */
final class SamplingPlan {

  private SamplingPlan() {}

  /** Plans every class, in the order of {@code counts}. */
  static List<ClassPlan> plan(SmoteParams<?> params, List<ClassCount> counts) {
    long[] make = SamplingStrategy.parse(params.getSamplingStrategy()).rowsToMake(counts);
    refuseTypingErrors(make, params.getAllowRowsAbove());
    List<ClassPlan> plans = new ArrayList<>();
    for (int i = 0; i < make.length; i++) {
      plans.add(planClass(params, counts.get(i), make[i]));
    }

    return plans;
  }

  private static void refuseTypingErrors(long[] make, long allowed) {
    double total = Arrays.stream(make).asDoubleStream().sum(); // a double: cannot overflow
    if (total > allowed) {
      throw Problems.tooManyRows((long) total, allowed);
    }
  }

  private static ClassPlan planClass(SmoteParams<?> params, ClassCount count, long make) {
    int k = params.getKNeighbors();
    if (make == 0 || count.usable() > k) {
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
      case "shrinkK" -> {
        requireUsable(label, count, 2);
        yield new ClassPlan(count, make, (int) count.usable() - 1, "k reduced: " + few(count, k));
      }
      default -> {
        requireUsable(label, count, 2);
        throw Problems.classTooSmall(label, count, k);
      }
    };
  }

  private static void requireUsable(String label, ClassCount count, int least) {
    if (count.usable() == 0) {
      throw Problems.noUsableRow(label, count);
    }

    if (count.usable() < least) {
      throw Problems.singleRow(label, count);
    }
  }

  private static String few(ClassCount count, int k) {
    return count.usable() + " usable rows for k = " + k;
  }
}
