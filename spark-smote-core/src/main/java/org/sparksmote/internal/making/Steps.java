// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.making;

import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.sparksmote.internal.census.ClassPlan;

/**
 * Shows what a job is for where Spark's users look for it, in the UI and in the cells of notebooks:
 * {@code spark-smote: search fraud (3 of 3)}. A step that is not needed is left out. The rows
 * themselves are made in a job of the user's own, which keeps the user's description.
 */
final class Steps {

  private static final String DESCRIPTION = "spark.job.description";

  /** Classes that are named, so that a description fits its line. */
  private static final int NAMED = 3;

  private static final int STEPS = 3;

  private final SparkContext context;

  Steps(Dataset<?> data) {
    this.context = data.sparkSession().sparkContext();
  }

  <T> T count(Supplier<T> work) {
    return described("count classes (1 of " + STEPS + ")", work);
  }

  <T> T split(List<ClassPlan> classes, Supplier<T> work) {
    return described("split " + names(classes) + " (2 of " + STEPS + ")", work);
  }

  <T> T search(List<ClassPlan> classes, Supplier<T> work) {
    return described("search " + names(classes) + " (3 of " + STEPS + ")", work);
  }

  <T> T shrink(Supplier<T> work) {
    return described("choose the rows that stay of classes that shrink", work);
  }

  <T> T clean(Supplier<T> work) {
    return described("clean resampled rows", work);
  }

  <T> T weigh(Supplier<T> work) {
    return described("weigh classes before and after", work);
  }

  <T> T check(Supplier<T> work) {
    return described("compare neighbours of a sample with exact ones", work);
  }

  /** The classes that change. */
  private static String names(List<ClassPlan> classes) {
    List<String> changing =
        classes.stream()
            .filter(plan -> !plan.isUntouched())
            .map(plan -> plan.count().name())
            .toList();
    String named = String.join(", ", changing.subList(0, Math.min(NAMED, changing.size())));
    int more = changing.size() - NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }

  /** Leaves the user's own description as it was. */
  private <T> T described(String step, Supplier<T> work) {
    String before = context.getLocalProperty(DESCRIPTION);
    context.setLocalProperty(DESCRIPTION, "spark-smote: " + step);
    try {
      return work.get();
    } finally {
      context.setLocalProperty(DESCRIPTION, before);
    }
  }
}
