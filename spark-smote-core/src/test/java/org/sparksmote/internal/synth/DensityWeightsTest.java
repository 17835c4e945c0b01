// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withPrecision;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DensityWeightsTest {

  private static double[] smobd(double[] coreDistances, long[] neighbors) {
    long[] once = new long[neighbors.length];
    Arrays.fill(once, 1);
    return DensityWeights.smobd(coreDistances, neighbors, once);
  }

  @Test
  void smobd_rowsThatAreAlike_countAsOften() {
    double[] each = smobd(new double[] {1, 1, 1, 2, 7}, new long[] {5, 5, 5, 4, 1});
    assertThat(
            DensityWeights.smobd(
                new double[] {1, 2, 7}, new long[] {5, 4, 1}, new long[] {3, 1, 1}))
        .containsExactly(each[0], each[3], each[4]);
  }

  /** Core distances of mean 2: closeness 2/3, 1/2, 2/5, of which the first is the largest. */
  @Test
  void smobd_isTheHandComputedDensity() {
    assertThat(smobd(new double[] {1, 2, 3}, new long[] {8, 4, 2}))
        .containsExactly(new double[] {1, 0.375 + 0.25, 0.3 + 0.125}, withPrecision(1e-15));
  }

  @Test
  void smobd_isLargerWhereRowsAreDenser() {
    double[] weights = smobd(new double[] {.1, .2, .4, .5}, new long[] {9, 7, 5, 3});
    double[] descending = Arrays.stream(weights).map(w -> -w).sorted().map(w -> -w).toArray();
    assertThat(weights).isEqualTo(descending);
  }

  @Test
  void smobd_noise_getsNothing() {
    // Mean core distance 2.5, mean count 3.25; only the last is sparse by both measures.
    assertThat(smobd(new double[] {1, 1, 1, 7}, new long[] {4, 4, 4, 1})[3]).isZero();
    assertThat(smobd(new double[] {1, 1, 1, 7}, new long[] {4, 4, 4, 3})[3]).isPositive();
    assertThat(smobd(new double[] {3, 3, 3, 4}, new long[] {4, 4, 4, 1})[3]).isPositive();
  }

  @Test
  void smobd_ofDuplicatesAndLonelyRows_hasNoNaN() {
    assertThat(smobd(new double[] {0, 0}, new long[] {2, 1})).containsExactly(1, 0.75);
    assertThat(smobd(new double[] {1, 1}, new long[] {0, 0})).containsExactly(0.5, 0.5);
    assertThat(smobd(new double[] {}, new long[] {})).isEmpty();
  }
}
