// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProximityLevelsTest {

  /** Nearest rows on a line; ties go to the lower index. */
  private static ProximityLevels.Nearest onALine(double[] minority, double... majority) {
    return (remaining, k) -> {
      int[][] lists = new int[majority.length][];
      for (int y = 0; y < lists.length; y++) {
        double from = majority[y];
        Comparator<Integer> order = Comparator.comparing(x -> Math.abs(minority[x] - from));
        lists[y] =
            IntStream.range(0, minority.length)
                .filter(x -> remaining[x])
                .boxed()
                .sorted(order)
                .limit(k)
                .mapToInt(x -> x)
                .toArray();
      }

      return lists;
    };
  }

  @Test
  void levels_growWithTheDistanceFromTheMajority() {
    double[] minority = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    assertThat(ProximityLevels.levels(9, 3, 2, onALine(minority, 0)))
        .containsExactly(1, 1, 2, 2, 3, 3, 3, 3, 3);
    // Both majority rows take their own two nearest; the third round has one row left.
    assertThat(ProximityLevels.levels(9, 5, 2, onALine(minority, 0, 10)))
        .containsExactly(1, 1, 2, 2, 3, 2, 2, 1, 1);
  }

  @Test
  void listsThatOverlap_countOnce() {
    assertThat(ProximityLevels.levels(4, 4, 2, onALine(new double[] {1, 2, 3, 4}, 0, -1, -2)))
        .containsExactly(1, 1, 2, 2);
  }

  @Test
  void fewRowsOrLevels_areFine() {
    double[] minority = {1, 2, 3};
    assertThat(ProximityLevels.levels(3, 5, 5, onALine(minority, 0))).containsExactly(1, 1, 1);
    assertThat(ProximityLevels.levels(3, 1, 5, onALine(minority, 0))).containsExactly(1, 1, 1);
    assertThat(ProximityLevels.levels(3, 5, 5, onALine(minority)))
        .as("no majority")
        .containsExactly(5, 5, 5);
    assertThat(ProximityLevels.levels(0, 5, 5, onALine(new double[0], 0))).isEmpty();
  }

  @Test
  void theFinderIsAskedNoMoreThanNeeded_andCannotChangeTheRest() {
    int[] asked = {0};
    int[] levels =
        ProximityLevels.levels(
            4,
            5,
            2,
            (remaining, k) -> {
              int next = 2 * asked[0]++;
              assertThat(remaining[next]).isTrue();
              Arrays.fill(remaining, false);
              return new int[][] {{next, next + 1}};
            });
    assertThat(asked).containsExactly(2);
    assertThat(levels).containsExactly(1, 1, 2, 2);
  }

  @Test
  void weights_fallExponentially() {
    assertThat(ProximityLevels.weight(1, 1)).isEqualTo(1);
    assertThat(ProximityLevels.weight(3, 1)).isEqualTo(StrictMath.exp(-2));
    assertThat(ProximityLevels.weight(3, 0.5)).isEqualTo(StrictMath.exp(-1));
    assertThat(ProximityLevels.weight(5, 0)).isEqualTo(1);
  }
}
