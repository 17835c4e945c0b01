// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.measures;

import java.util.Arrays;
import java.util.Locale;

/** How a measure of each class becomes one of all classes. */
public enum Averaging {
  /** The mean over classes, each counted alike. */
  MACRO,
  /** The measure of the counts of all classes together. */
  MICRO,
  /** The mean over classes, each counted by the weight of its rows. */
  WEIGHTED,
  /** The root of the product of all recalls, for gMean; other measures are as with macro. */
  MULTICLASS;

  /** Its name as users know it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The averaging of a name, which must be one. */
  public static Averaging of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** The names of all. */
  public static String[] names() {
    return Arrays.stream(values()).map(Averaging::label).toArray(String[]::new);
  }
}
