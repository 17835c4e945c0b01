// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import java.util.Map;

/**
 * What a column is to a resampling, and why.
 *
 * @param name of the column
 * @param role label, weight, feature or carried
 * @param reason in some words
 */
record ColumnRole(String name, String role, String reason) {

  Map<String, Object> fields() {
    return Map.of("name", name, "role", role, "reason", reason);
  }

  /** A line for people; a name with blanks at its ends is shown in quotes. */
  @Override
  public String toString() {
    String shown = name.isBlank() || !name.strip().equals(name) ? "'" + name + "'" : name;
    return "    " + shown + ": " + role + ", " + reason;
  }
}
