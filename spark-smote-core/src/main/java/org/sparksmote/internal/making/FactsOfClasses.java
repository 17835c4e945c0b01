// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.making;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.sparksmote.internal.census.ClassCounter;
import org.sparksmote.internal.census.ClassPlan;
import org.sparksmote.internal.census.ValueCounter;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.columns.NominalFeatures;
import org.sparksmote.internal.columns.NominalRule;
import org.sparksmote.internal.distance.RowDistance;
import org.sparksmote.internal.distance.ValueTables;
import org.sparksmote.internal.exact.Moments;
import org.sparksmote.internal.rows.ColumnValues;
import org.sparksmote.internal.rows.FeatureWeights;
import org.sparksmote.internal.variants.ClassFacts;
import org.sparksmote.internal.variants.VariantParts;
import org.sparksmote.internal.weighing.SeparatingPlane;

/** What the variant needs to know of each class before its rows are routed. */
final class FactsOfClasses {

  private static final double[] NONE = {};

  private FactsOfClasses() {}

  /**
   * The facts of every class, in the order of the plans.
   *
   * @param parts of the over-sampler, before any class falls back to others
   */
  static List<ClassFacts> of(
      VariantParts parts,
      long seed,
      InputSchema input,
      Dataset<?> data,
      ClassCounter.Counts counts,
      List<ClassPlan> classes) {
    List<ClassFacts> facts = new ArrayList<>();
    for (ClassPlan plan : classes) {
      boolean copied = !plan.isUntouched() && plan.k() == 0;
      ClassFacts own = ClassFacts.of(copied ? parts.copying() : parts);
      ClassFacts known = withMoments(own, counts, plan);
      boolean separated = parts.needsPlane() && !plan.isUntouched() && !copied;
      facts.add(
          separated
              ? known.withMargin(SeparatingPlane.fit(seed, input, data, counts, plan))
              : known);
    }

    return facts;
  }

  /** How far the rows of each class are from others. */
  static List<RowDistance> distances(
      VariantParts parts,
      InputSchema input,
      Dataset<?> data,
      ClassCounter.Counts counts,
      List<ClassPlan> classes) {
    NominalFeatures nominal = input.nominal();
    FeatureWeights weights = counts.weights();
    if (nominal.isEmpty() || !nominal.measured()) {
      return Collections.nCopies(classes.size(), RowDistance.ofNumbers(weights));
    }

    if (nominal.rule() == NominalRule.VALUE_DIFFERENCE) {
      ValueTables values =
          ValueCounter.count(parts.needsEnemies(), input, data, counts.size(), classes);
      return Collections.nCopies(classes.size(), RowDistance.ofValues(weights, values));
    }

    return classes.stream()
        .map(plan -> counts.moments().get(plan.count().key()))
        .map(found -> found == null ? NONE : deviations(found, weights.size()).toArray())
        .map(deviations -> RowDistance.medianDeviation(deviations, weights, nominal))
        .map(mismatch -> RowDistance.mixed(weights, nominal, mismatch))
        .toList();
  }

  private static ClassFacts withMoments(
      ClassFacts facts, ClassCounter.Counts counts, ClassPlan plan) {
    Moments found = counts.moments().get(plan.count().key());
    if (found == null || plan.isUntouched()) {
      return facts;
    }

    int size = counts.size();
    return facts.withMoments(
        ColumnValues.of(size, 0, found.columns(), found.means()), deviations(found, size));
  }

  private static ColumnValues deviations(Moments found, int size) {
    return ColumnValues.of(size, 0, found.columns(), found.deviations());
  }
}
