// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import java.util.List;

/** Where a new row gets the values of nominal features from. */
public enum NominalRule {
  /** Nominal features are refused: between two categories there is nothing. */
  REFUSED,

  /** From its base. */
  BASE,

  /** The most frequent among the base's k neighbours (SMOTE-NC). */
  VOTE,

  /** The most frequent among base and neighbours, near by the value difference metric (SMOTE-N). */
  VALUE_DIFFERENCE;

  /** The settings that only such over-samplers read. */
  public List<String> settings() {
    return this == REFUSED ? List.of() : List.of("categoricalCols", "categoricalFeatures");
  }
}
