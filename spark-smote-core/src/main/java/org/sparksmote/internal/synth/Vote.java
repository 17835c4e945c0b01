// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.synth;

/** The value of a nominal feature that most neighbours have. */
public final class Vote {

  private Vote() {}

  /**
   * Returns the first voter that has the most frequent value; of equally frequent values the one of
   * the first voter wins.
   *
   * @param values the voters' values, nearest voter first
   */
  public static int winner(double[] values) {
    int winner = 0;
    int most = 0;
    for (int i = 0; i < values.length; i++) {
      int votes = 0;
      for (int j = i; j < values.length; j++) {
        votes += values[i] == values[j] ? 1 : 0;
      }

      if (votes > most) { // a later voter of the same value counts fewer
        winner = i;
        most = votes;
      }
    }

    return winner;
  }
}
