// SPDX-License-Identifier: Apache-2.0
package io.sparksmote;

import io.sparksmote.internal.synth.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;

/** What the variant needs to know of each class before its rows are routed. */
final class VariantFacts {

  private VariantFacts() {}

  /** The facts of every class, in the order of the plans. */
  static List<ClassFacts> of(
      SmoteParams<?> params,
      InputSchema input,
      Dataset<?> data,
      ClassCounter.Counts counts,
      List<ClassPlan> classes) {
    VariantParts parts = VariantParts.of(params);
    boolean needsPlane = parts.baseWeight() == BaseWeight.SUPPORT_VECTORS;
    long all = classes.stream().mapToLong(plan -> plan.count().usable()).sum();
    List<ClassFacts> facts = new ArrayList<>();
    for (ClassPlan plan : classes) {
      ClassFacts known = withMoments(ClassFacts.of(parts), counts.moments(), plan);
      boolean separated = needsPlane && !plan.isUntouched() && plan.k() > 0;
      long others = all - plan.count().usable();
      facts.add(
          separated
              ? known.withPlane(SeparatingPlane.fit(params, input, data, plan, others))
              : known);
    }

    return facts;
  }

  private static ClassFacts withMoments(
      ClassFacts facts, Map<Object, Moments> moments, ClassPlan plan) {
    Moments found = moments.get(plan.count().label());
    return found == null || plan.isUntouched()
        ? facts
        : facts.withMoments(found.means(), found.deviations());
  }
}
