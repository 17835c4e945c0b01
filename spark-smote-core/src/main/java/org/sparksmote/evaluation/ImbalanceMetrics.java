// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * All measures of some predictions.
 *
 * @param rows how many predictions there were
 * @param label the class that was measured against all others; NaN if all classes were
 * @param prevalence its share of the weight of all rows; NaN if all classes were measured
 * @param values measures by the names of {@link ImbalanceEvaluator}; NaN where one is not defined
 */
public record ImbalanceMetrics(
    long rows, double label, double prevalence, Map<String, Double> values) {

  /** A result, whose values cannot be changed. */
  public ImbalanceMetrics {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * A measure by its name.
   *
   * @throws org.sparksmote.errors.SmoteException if it is not among the values
   */
  public double get(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw EvaluationProblems.noMetric(name, String.join(", ", values.keySet()));
    }

    return value;
  }

  /** A line per measure. */
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    if (Double.isNaN(label)) {
      table.append(String.format(Locale.ROOT, "%,d rows, all classes%n", rows));
    } else {
      table.append(
          String.format(
              Locale.ROOT,
              "%,d rows, %.3f %% of class %s%n",
              rows,
              100 * prevalence,
              Measuring.name(label)));
    }

    values.forEach(
        (name, value) -> table.append(String.format(Locale.ROOT, "%-26s %9.4f%n", name, value)));
    return table.toString();
  }

  /** The same as a JSON object; what is not defined is null. */
  public String toJson() {
    return FiniteJson.of(this);
  }
}
