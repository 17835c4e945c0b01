// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.keyed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

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

    assertThat(distanceFromUniform(gaps))
        .isLessThan(2.694 / Math.sqrt(n)); // sqrt(ln(2 / 1e-6) / 2)
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

  @Test
  void nextLong_isNextInt_whereThatIsEnough_andUniformBeyond() {
    KeyedRandom ints = KeyedRandom.of(1, 2, 3, 4);
    KeyedRandom longs = KeyedRandom.of(1, 2, 3, 4);
    for (int i = 0; i < 100; i++) {
      assertThat(longs.nextLong(1000)).isEqualTo(ints.nextInt(1000));
    }

    long bound = 3L << 60;
    double[] shares = new double[10_000];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (double) longs.nextLong(bound) / bound;
    }

    Arrays.sort(shares);
    assertThat(distanceFromUniform(shares)).isLessThan(2.694 / Math.sqrt(shares.length));
    assertThat(longs.nextLong(Long.MAX_VALUE)).isNotNegative();
  }

  @Test
  void nextExponential_isMinusTheLogarithmOfTheMiddleOfACell() {
    KeyedRandom words = KeyedRandom.of(1, 2, 3, 4);
    KeyedRandom random = KeyedRandom.of(1, 2, 3, 4);
    for (int i = 0; i < 100; i++) {
      double middle = ((words.nextLong() >>> 12) + 0.5) / (1L << 52);
      assertThat(random.nextExponential()).isEqualTo(-StrictMath.log(middle));
    }
  }

  /** Box and Muller: sqrt(-2 ln u) cos(2 pi v), from two words of the stream. */
  @Test
  void nextGaussian_isTheTransformOfTwoWords() {
    KeyedRandom words = KeyedRandom.of(1, 2, 3, 4);
    KeyedRandom random = KeyedRandom.of(1, 2, 3, 4);
    for (int i = 0; i < 100; i++) {
      double radius = Math.sqrt(2 * words.nextExponential());
      double expected = radius * StrictMath.cos(2 * Math.PI * words.nextDouble());
      assertThat(random.nextGaussian()).isEqualTo(expected);
    }

    assertThat(random.nextLong()).isEqualTo(words.nextLong());
  }

  @Test
  void normalAndExponentialDraws_neverChange() {
    KeyedRandom random = KeyedRandom.of(42, 0x0123456789ABCDEFL, 1, 2);
    assertThat(random.nextGaussian()).isEqualTo(0.14281180602699037);
    assertThat(random.nextExponential()).isEqualTo(2.997009253827894);
  }

  /** Kolmogorov-Smirnov against 1 - exp(-x); a good generator fails with probability 1e-6. */
  @Test
  void nextExponential_hasItsDistribution() {
    int n = 100_000;
    double[] uniform = new double[n];
    for (int copy = 0; copy < n; copy++) {
      double draw = KeyedRandom.of(42, 8, 0, copy).nextExponential();
      assertThat(draw).isPositive().isLessThan(37);
      uniform[copy] = -StrictMath.expm1(-draw);
    }

    assertThat(distanceFromUniform(uniform)).isLessThan(2.694 / Math.sqrt(n));
  }

  /** Each moment lies within 5 of its standard errors; that fails with probability 2e-6. */
  @Test
  void nextGaussian_hasTheMomentsOfTheNormal() {
    int n = 200_000;
    double[] moments = new double[5];
    for (int copy = 0; copy < n; copy++) {
      double draw = KeyedRandom.of(42, 9, 0, copy).nextGaussian();
      for (int power = 1; power < moments.length; power++) {
        moments[power] += Math.pow(draw, power) / n;
      }
    }

    double five = 5 / Math.sqrt(n);
    assertThat(moments[1]).isCloseTo(0, offset(five));
    assertThat(moments[2]).isCloseTo(1, offset(five * Math.sqrt(2)));
    assertThat(moments[3]).isCloseTo(0, offset(five * Math.sqrt(15)));
    assertThat(moments[4]).isCloseTo(3, offset(five * Math.sqrt(96)));
  }

  /** Squares of normal pairs add up to twice an exponential: the tails are right, too. */
  @Test
  void squaredLengthOfANormalPair_isExponential() {
    int n = 100_000;
    double[] uniform = new double[n];
    for (int copy = 0; copy < n; copy++) {
      KeyedRandom random = KeyedRandom.of(42, 10, 0, copy);
      double x = random.nextGaussian();
      double y = random.nextGaussian();
      uniform[copy] = -StrictMath.expm1(-(x * x + y * y) / 2);
    }

    assertThat(distanceFromUniform(uniform)).isLessThan(2.694 / Math.sqrt(n));
  }

  private static double distanceFromUniform(double[] values) {
    Arrays.sort(values);
    int n = values.length;
    double distance = 0;
    for (int i = 0; i < n; i++) {
      distance =
          Math.max(distance, Math.max((i + 1.0) / n - values[i], values[i] - (double) i / n));
    }

    return distance;
  }
}
