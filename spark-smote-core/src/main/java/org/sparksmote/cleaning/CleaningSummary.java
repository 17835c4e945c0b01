// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.cleaning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a cleaning sampler takes away of a dataset.
 *
 * @param classes all classes, by ascending label
 * @param agreement of verdicts with exact neighbours, on a sample; null if it was not asked for, or
 *     cannot be told
 */
public record CleaningSummary(List<OfClass> classes, @Nullable Agreement agreement) {

  private static final ObjectMapper JSON = new ObjectMapper();

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

    /** What a user should know of the class, or empty. */
    public String note() {
      return before > 0 && after() == 0 ? "the whole class is removed" : "";
    }

    private Map<String, Object> fields() {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("label", label);
      fields.put("before", before);
      fields.put("removed", removed);
      fields.put("after", after());
      fields.put("note", note());
      return fields;
    }

    @Override
    public String toString() {
      String rows =
          String.format(
              Locale.ROOT,
              "class %s: %d rows, %d removed, %d left",
              label,
              before,
              removed,
              after());
      return note().isEmpty() ? rows : rows + " (" + note() + ")";
    }
  }

  /**
   * How often exact neighbours say the same as those that were found.
   *
   * @param sampled different rows that were checked
   * @param agreed those of them whose verdict is the same
   */
  public record Agreement(long sampled, long agreed) {

    /** The share of the rows checked whose verdict is the same. */
    public double share() {
      return (double) agreed / sampled;
    }

    private Map<String, Object> fields() {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("sampled", sampled);
      fields.put("agreed", agreed);
      fields.put("share", share());
      return fields;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "agreement with exact neighbours: %.1f %% of %d rows",
          100 * share(),
          sampled);
    }
  }

  /** Rows that go, of all classes. */
  public long removed() {
    return classes.stream().mapToLong(OfClass::removed).sum();
  }

  /** As a JSON object with {@code classes} and, if it is known, {@code agreement}. */
  public String toJson() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("classes", classes.stream().map(OfClass::fields).toList());
    if (agreement != null) {
      fields.put("agreement", agreement.fields());
    }

    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // texts and numbers always have a JSON form
    }
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>(classes.stream().map(OfClass::toString).toList());
    if (agreement != null) {
      lines.add(agreement.toString());
    }

    return String.join("\n", lines);
  }
}
