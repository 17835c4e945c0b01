// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import org.sparksmote.internal.keyed.Mix;

/**
 * A random projection of wide rows to a few dimensions that roughly keeps distances: each column
 * adds its value, with random signs, to a few cells (Kane and Nelson, "Sparser
 * Johnson-Lindenstrauss transforms", 2014).
 */
public final class Sketch {

  /** Length of a sketch. */
  public static final int DIMS = 128;

  private static final int CELLS_PER_COLUMN = 4;

  private Sketch() {}

  /**
   * Adds the value of a column to the sketch {@code out}. The cells of a column depend on nothing
   * but its number, so every task sketches alike.
   */
  public static void add(int column, double value, double[] out) {
    long bits = Mix.key(column);
    for (int c = 0; c < CELLS_PER_COLUMN; c++, bits >>>= 8) {
      int cell = (int) (bits & (DIMS - 1));
      out[cell] += (bits & DIMS) == 0 ? value : -value;
    }
  }
}
