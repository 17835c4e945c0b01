// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.internal.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KeyedRandomTest {

  /** These are part of what users rely on: the same seed makes the same rows in every release. */
  @Test
  void firstDraws_neverChange() {
    KeyedRandom random = KeyedRandom.of(42, 0x0123456789ABCDEFL, 1, 2);
    assertThat(random.nextLong()).isEqualTo(-6380455855978548184L);
    assertThat(random.nextInt(5)).isEqualTo(1);
    assertThat(random.nextDouble()).isEqualTo(0.0499361917359229);
    assertThat(KeyedRandom.rank(42, 0x0123456789ABCDEFL, 1)).isEqualTo(5853963230787922126L);
  }

  @Test
  void stream_isSplitMixStartedFromAllFourKeys() {
    long state = Mix.mix(Mix.mix(Mix.mix(42, 99), 3), 7);
    SplittableRandom oracle = new SplittableRandom(state);
    KeyedRandom random = KeyedRandom.of(42, 99, 3, 7);
    for (int i = 0; i < 100; i++) {
      assertThat(random.nextLong()).isEqualTo(oracle.nextLong());
      assertThat(random.nextDouble()).isEqualTo(oracle.nextDouble());
    }
  }

  @Test
  void everyKey_changesTheStream() {
    long first = KeyedRandom.of(1, 2, 3, 4).nextLong();
    assertThat(KeyedRandom.of(1, 2, 3, 4).nextLong()).isEqualTo(first);
    assertThat(KeyedRandom.of(2, 2, 3, 4).nextLong()).isNotEqualTo(first);
    assertThat(KeyedRandom.of(1, 3, 3, 4).nextLong()).isNotEqualTo(first);
    assertThat(KeyedRandom.of(1, 2, 4, 4).nextLong()).isNotEqualTo(first);
    assertThat(KeyedRandom.of(1, 2, 3, 5).nextLong()).isNotEqualTo(first);
  }

  /** Kolmogorov-Smirnov: a good generator fails with probability 1e-6 (but the seed is fixed). */
  @Test
  void firstDouble_overNeighbouringCopies_isUniform() {
    int n = 100_000;
    double[] gaps = new double[n];
    for (int copy = 0; copy < n; copy++) {
      KeyedRandom random = KeyedRandom.of(42, 7, 0, copy);
      random.nextInt(5);
      gaps[copy] = random.nextDouble();
    }

    Arrays.sort(gaps);
    double distance = 0;
    for (int i = 0; i < n; i++) {
      distance = Math.max(distance, Math.max((i + 1.0) / n - gaps[i], gaps[i] - (double) i / n));
    }

    assertThat(distance).isLessThan(2.694 / Math.sqrt(n)); // sqrt(ln(2 / 1e-6) / 2)
    assertThat(gaps[0]).isNotNegative();
    assertThat(gaps[n - 1]).isLessThan(1);
  }

  /** Chi-square with 6 degrees of freedom exceeds 38.3 with probability 1e-6. */
  @Test
  void nextInt_isUniform() {
    int n = 700_000;
    long[] counts = new long[7];
    for (int ordinal = 0; ordinal < n; ordinal++) {
      counts[KeyedRandom.of(1, 2, ordinal, 0).nextInt(7)]++;
    }

    double chiSquare = 0;
    for (long count : counts) {
      chiSquare += Math.pow(count - n / 7.0, 2) / (n / 7.0);
    }

    assertThat(chiSquare).isLessThan(38.3);
  }

  @Test
  void nextInt_boundOne_isZero_andHugeBoundStaysInside() {
    KeyedRandom random = KeyedRandom.of(1, 2, 3, 4);
    for (int i = 0; i < 1000; i++) {
      assertThat(random.nextInt(1)).isZero();
      assertThat(random.nextInt(Integer.MAX_VALUE)).isBetween(0, Integer.MAX_VALUE - 1);
    }
  }
}
