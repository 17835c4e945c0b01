// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.cleaning;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a cleaning sampler takes away of a dataset.
 *
 * @param classes all classes, by ascending label
 */
public record CleaningSummary(List<OfClass> classes) {

  /**
   * Of one class.
   *
   * @param label the label as Spark shows it
   * @param before rows before the cleaning, those that handleInvalid drops left out
   * @param removed rows that go
   */
  public record OfClass(String label, long before, long removed) {

    /** Rows that stay. */
    public long after() {
      return before - removed;
    }
  }

  /** Rows that go, of all classes. */
  public long removed() {
    return classes.stream().mapToLong(OfClass::removed).sum();
  }

  @Override
  public String toString() {
    return classes.stream()
        .map(
            of ->
                String.format(
                    Locale.ROOT,
                    "class %s: %d rows, %d removed, %d left",
                    of.label(),
                    of.before(),
                    of.removed(),
                    of.after()))
        .collect(Collectors.joining("\n"));
  }
}
