// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.synth;

import org.sparksmote.internal.keyed.KeyedRandom;

/** The value of a nominal feature that most neighbours have. */
public final class Vote {

  private Vote() {}

  /**
   * Returns the first voter that has the most frequent value; of equally frequent values one is
   * drawn.
   *
   * @param values the voters' values, nearest voter first
   * @param random asked only if there is a tie
   */
  public static int winner(double[] values, KeyedRandom random) {
    int[] tied = new int[values.length];
    int count = 0;
    int most = 0;
    for (int i = 0; i < values.length; i++) {
      int votes = 0;
      for (int j = i; j < values.length; j++) {
        votes += values[i] == values[j] ? 1 : 0; // fewer for a later voter of the same value
      }

      if (votes > most) {
        most = votes;
        count = 0;
      }

      if (votes == most && !isBefore(values, i)) {
        tied[count++] = i;
      }
    }

    return tied[count == 1 ? 0 : random.nextInt(count)];
  }

  /** Whether a voter before this one has its value. */
  private static boolean isBefore(double[] values, int voter) {
    for (int i = 0; i < voter; i++) {
      if (values[i] == values[voter]) {
        return true;
      }
    }

    return false;
  }
}
