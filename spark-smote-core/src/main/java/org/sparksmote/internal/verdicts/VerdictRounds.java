// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.verdicts;

import java.util.Arrays;

/**
 * By what rows are judged, round after round, each among the rows that the rounds before have left.
 *
 * @param name what a row is called that goes
 * @param rule by what, in the last round
 * @param most rounds at most
 * @param grows whether the first round asks one neighbour, and each other one more than the last
 * @param heedsMinority whether a round is the last one after which a class other than the smallest
 *     has fewer rows than the smallest had
 */
public record VerdictRounds(
    String name, VerdictRule rule, int most, boolean grows, boolean heedsMinority) {

  /** One round. */
  public static VerdictRounds once(String name, VerdictRule rule) {
    return new VerdictRounds(name, rule, 1, false, true);
  }

  /** The same rule until nothing goes any more, in so many rounds at most. */
  public static VerdictRounds repeated(String name, VerdictRule rule, int most) {
    return new VerdictRounds(name, rule, most, false, true);
  }

  /** Edited neighbours with one neighbour, then with two, up to those of a rule. */
  public static VerdictRounds growing(String name, VerdictRule rule, boolean heedsMinority) {
    return new VerdictRounds(name, rule, rule.k(), true, heedsMinority);
  }

  VerdictRule rule(int round) {
    return grows ? rule.asking(round + 1) : rule;
  }

  /**
   * Whether there is one more round; of equally small classes the first counts as the smallest.
   *
   * @param round its number
   * @param had rows of each class at first
   * @param left rows of each class now
   * @param fewer rows of each class that the last round has removed
   */
  boolean goesOn(int round, long[] had, long[] left, long[] fewer) {
    if (round == most || (!grows && Arrays.stream(fewer).allMatch(rows -> rows == 0))) {
      return false;
    }

    int smallest = 0;
    for (int c = 1; c < had.length; c++) {
      smallest = had[c] < had[smallest] ? c : smallest;
    }

    for (int c = 0; c < had.length; c++) {
      boolean outnumbered = heedsMinority && c != smallest && left[c] < had[smallest];
      if (outnumbered || left[c] == 0) {
        return false;
      }
    }

    return true;
  }
}
