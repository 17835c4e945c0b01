// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.synth;

import java.util.Arrays;

/**
 * The partitions of ProWSyn (Barua, Islam and Murase, "ProWSyn: proximity weighted synthetic
 * oversampling technique", PAKDD 2013): minority rows nearest to the majority are of level 1, the
 * nearest of the rest of level 2, and so on. Nearer levels get more new rows.
 */
public final class ProximityLevels {

  private ProximityLevels() {}

  /** Finds the minority rows nearest to each majority row. */
  @FunctionalInterface
  public interface Nearest {

    /**
     * Returns for every majority row the indices of its nearest minority rows.
     *
     * @param remaining which minority rows may be named; not to be kept or changed
     * @param k how many to name, or all that remain if they are fewer
     */
    int[][] among(boolean[] remaining, int k);
  }

  /**
   * The level of every minority row, from 1 to {@code levels}. Each level before the last takes the
   * union of the majority's lists; the last takes the rest. Levels may be empty.
   *
   * @param rows minority rows
   * @param k length of the lists; the paper's is 5, as is its number of levels
   */
  public static int[] levels(int rows, int levels, int k, Nearest nearest) {
    int[] level = new int[rows];
    Arrays.fill(level, levels);
    boolean[] remaining = new boolean[rows];
    Arrays.fill(remaining, true);
    int left = rows;
    for (int l = 1; l < levels && left > 0; l++) {
      for (int[] list : nearest.among(remaining.clone(), k)) {
        for (int row : list) {
          left -= remaining[row] ? 1 : 0;
          remaining[row] = false;
          level[row] = Math.min(level[row], l);
        }
      }
    }

    return level;
  }

  /** The share of a level in the new rows before normalisation: exp(-theta (level - 1)). */
  public static double weight(int level, double theta) {
    return StrictMath.exp(-theta * (level - 1));
  }
}
