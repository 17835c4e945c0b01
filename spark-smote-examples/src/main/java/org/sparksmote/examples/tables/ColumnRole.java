// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.tables;

import java.util.Map;

/**
 * What a column is to a resampling, and why.
 *
 * @param name of the column
 * @param role label, weight, feature or carried
 * @param reason in some words
 */
public record ColumnRole(String name, String role, String reason) {

  public Map<String, Object> fields() {
    return Map.of("name", name, "role", role, "reason", reason);
  }

  /** A name for people: in quotes if it has blanks at its ends, which nobody would see. */
  static String shown(String name) {
    return name.isBlank() || !name.strip().equals(name) ? "'" + name + "'" : name;
  }

  /** A line for people. */
  @Override
  public String toString() {
    return "    " + shown(name) + ": " + role + ", " + reason;
  }
}
