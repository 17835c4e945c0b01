// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;

class DifficultyTest {

  @Test
  void danger_isHalfOrMoreButNotAll() {
    boolean[] ofFour = new boolean[5];
    boolean[] ofFive = new boolean[6];
    for (int enemies = 0; enemies <= 5; enemies++) {
      if (enemies <= 4) {
        ofFour[enemies] = Difficulty.isDanger(enemies, 4);
      }

      ofFive[enemies] = Difficulty.isDanger(enemies, 5);
    }

    assertThat(ofFour).containsExactly(false, false, true, true, false);
    assertThat(ofFive).containsExactly(false, false, false, true, true, false);
    assertThat(Difficulty.isDanger(0, 0)).isFalse();
    assertThat(Difficulty.isDanger(Integer.MAX_VALUE - 1, Integer.MAX_VALUE)).isTrue();
  }

  @Test
  void noise_isAll() {
    assertThat(Difficulty.isNoise(5, 5)).isTrue();
    assertThat(Difficulty.isNoise(4, 5)).isFalse();
    assertThat(Difficulty.isNoise(0, 0)).isFalse();
  }

  /** 0, 0, 0, 1: mean 1/4, moments 3/16 and 3/32, hence 2 / sqrt(3). */
  @Test
  void skewness_isTheHandComputedOne() {
    assertThat(Difficulty.skewness(new long[] {3, 1})).isCloseTo(2 / Math.sqrt(3), offset(1e-15));
    assertThat(Difficulty.skewness(new long[] {1, 3})).isCloseTo(-2 / Math.sqrt(3), offset(1e-15));
    // The values 0, 2, 5 thrice each: mean 7/3, moments 38/9 and 56/27.
    assertThat(Difficulty.skewness(new long[] {3, 0, 3, 0, 0, 3}))
        .isCloseTo(56 / 27.0 / Math.pow(38 / 9.0, 1.5), offset(1e-15));
  }

  @Test
  void symmetricHistograms_haveNoSkew() {
    assertThat(Difficulty.skewness(new long[] {1, 7, 3, 7, 1})).isZero();
    assertThat(Difficulty.skewness(new long[] {0, 0, 9, 0})).isZero();
    assertThat(Difficulty.skewness(new long[] {0, 0})).isZero();
    long huge = Long.MAX_VALUE;
    assertThat(Difficulty.skewness(new long[] {huge, 1, 1, huge})).isZero();
    assertThat(Difficulty.skewness(new long[] {1, 0, huge})).isNegative().isFinite();
  }

  @Test
  void mostlySafeRows_preferSafeLevel() {
    assertThat(Difficulty.prefersSafeLevel(new long[] {1, 2, 3, 10, 40})).isTrue();
    assertThat(Difficulty.prefersSafeLevel(new long[] {40, 10, 3, 2, 1})).isFalse();
    assertThat(Difficulty.prefersSafeLevel(new long[] {5, 5, 5})).as("no skew").isFalse();
  }
}
