// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withPrecision;

import org.junit.jupiter.api.Test;
import org.sparksmote.internal.keyed.KeyedRandom;

class MwmoteWeightsTest {

  /**
   * Two dimensions, threshold 5, CMAX 2. Distances 0.2 and 4 are 0.1 and 2 when normalised, hence 1
   * / 0.1 is cut to 5 and 1 / 2 stays: closeness 2 and 0.2, sum 2.2.
   */
  @Test
  void information_isTheHandComputedOne() {
    assertThat(MwmoteWeights.information(new double[] {0.2, 4}, 2, 5, 2))
        .containsExactly(new double[] {4 / 2.2, 0.04 / 2.2}, withPrecision(1e-15));
  }

  @Test
  void weights_addUpOverTheBorder() {
    int[][] lists = {{0, 2}, {2}, {}};
    double[][] distances = {{0.2, 4}, {2}, {}};
    // The second list has one row of normalised distance 1: closeness 0.4, density factor 1.
    assertThat(MwmoteWeights.of(4, lists, distances, 2, 5, 2))
        .containsExactly(new double[] {4 / 2.2, 0, 0.04 / 2.2 + 0.4, 0}, withPrecision(1e-15));
  }

  @Test
  void equalPoints_areAsCloseAsCanBe() {
    assertThat(MwmoteWeights.information(new double[] {0, 0}, 3, 5, 2)).containsExactly(1, 1);
    assertThat(MwmoteWeights.information(new double[] {0}, 3, 100, 2))
        .as("the floor of distances: 1 / 0.1 of a threshold of 100")
        .containsExactly(0.2);
  }

  @Test
  void distancesBeyondTheDoubles_giveNothing() {
    double far = Double.POSITIVE_INFINITY;
    assertThat(MwmoteWeights.information(new double[] {far, far}, 3, 5, 2)).containsExactly(0, 0);
    assertThat(MwmoteWeights.information(new double[] {far, 3}, 3, 5, 2)).containsExactly(0, 0.4);
  }

  @Test
  void orderOfTheBorder_doesNotMatter() {
    int n = 50;
    int[][] lists = new int[n][];
    double[][] distances = new double[n][];
    int[][] reversed = new int[n][];
    double[][] reversedDistances = new double[n][];
    for (int y = 0; y < n; y++) {
      KeyedRandom random = KeyedRandom.of(1, y, 0, 0);
      lists[y] = new int[] {0, 1, 2};
      distances[y] = new double[] {random.nextDouble(), random.nextDouble(), 3};
      reversed[n - 1 - y] = new int[] {2, 1, 0};
      reversedDistances[n - 1 - y] = new double[] {3, distances[y][1], distances[y][0]};
    }

    assertThat(MwmoteWeights.of(3, reversed, reversedDistances, 2, 5, 2))
        .isEqualTo(MwmoteWeights.of(3, lists, distances, 2, 5, 2));
  }
}
