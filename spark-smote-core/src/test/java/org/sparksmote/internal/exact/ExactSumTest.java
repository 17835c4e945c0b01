// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactSumTest {

  private static ExactSum sum(double... values) {
    ExactSum sum = new ExactSum();
    for (double value : values) {
      sum.add(value);
    }

    return sum;
  }

  private static double squares(double... values) {
    ExactSum sum = new ExactSum();
    for (double value : values) {
      sum.addSquare(value, 1);
    }

    return sum.value();
  }

  @Test
  void nothing_isZero() {
    assertThat(new ExactSum().value()).isZero();
    assertThat(sum(0.0, -0.0).value()).isZero();
    assertThat(squares(-0.0)).isZero();
  }

  @Test
  void sums_areTheHandComputedOnes() {
    assertThat(sum(1, 2, 3.5).value()).isEqualTo(6.5);
    assertThat(sum(-1, -2, 3.5).value()).isEqualTo(0.5);
    assertThat(sum(1, -4).value()).isEqualTo(-3);
    assertThat(squares(1, -2, 0.5)).isEqualTo(5.25);
  }

  /** Factors up to the largest long, of numbers up to the largest double. */
  @Test
  void manyTimes_isTheProduct() {
    Random random = new Random(8);
    for (int i = 0; i < 1000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      long times = random.nextLong() >>> (1 + random.nextInt(63));
      if (Double.isFinite(value)) {
        ExactSum sum = new ExactSum();
        sum.add(value, times);
        ExactSum squares = new ExactSum();
        squares.addSquare(value, times);
        BigDecimal exact = new BigDecimal(value);
        assertThat(sum.value()).isEqualTo(times(exact, times));
        assertThat(squares.value()).isEqualTo(times(exact.multiply(exact), times));
      }
    }
  }

  private static double times(BigDecimal value, long times) {
    return value.multiply(BigDecimal.valueOf(times)).doubleValue();
  }

  @Test
  void cancellation_losesNothing() {
    assertThat(sum(1e300, 1, -1e300).value()).isEqualTo(1);
    assertThat(sum(1e300, Double.MIN_VALUE, -1e300).value()).isEqualTo(Double.MIN_VALUE);
    assertThat(sum(-1e-300, 1e300, 1e-300, -1e300).value()).isZero();
    double[] tenths = new double[10];
    Arrays.fill(tenths, 0.1);
    assertThat(sum(tenths).value()).isEqualTo(1.0);
  }

  @Test
  void halves_areRoundedToEven() {
    double ulp = 0x1.0p-52;
    assertThat(sum(1, ulp / 2).value()).isEqualTo(1);
    assertThat(sum(1 + ulp, ulp / 2).value()).isEqualTo(1 + 2 * ulp);
    assertThat(sum(1, ulp / 2, Double.MIN_VALUE).value()).isEqualTo(1 + ulp);
    assertThat(sum(-1, -ulp / 2, -Double.MIN_VALUE).value()).isEqualTo(-1 - ulp);
    assertThat(sum(1, ulp / 2, -Double.MIN_VALUE).value()).isEqualTo(1);
  }

  @Test
  void endsOfTheDoubles_neitherOverflowNorVanish() {
    double max = Double.MAX_VALUE;
    assertThat(sum(max, max, -max).value()).isEqualTo(max);
    assertThat(sum(max, max).value()).isInfinite();
    assertThat(sum(-max, -max).value()).isEqualTo(Double.NEGATIVE_INFINITY);
    double min = Double.MIN_VALUE;
    assertThat(sum(min, min, -3 * min).value()).isEqualTo(-min);
    assertThat(sum(Double.MIN_NORMAL, -min).value()).isEqualTo(Double.MIN_NORMAL - min);
    assertThat(squares(max)).isInfinite();
    assertThat(squares(min)).isZero();
    assertThat(squares(0x1.0p-537)).isEqualTo(min);
    assertThat(squares(0x1.0p-538)).as("a quarter of the smallest").isZero();
    assertThat(squares(0x1.0p-538, 0x1.0p-538)).as("a half, to even").isZero();
    assertThat(squares(0x1.0p-538, 0x1.0p-538, min)).as("above a half").isEqualTo(min);
  }

  @Test
  void squares_areExact() {
    BigInteger expected = BigInteger.ONE.shiftLeft(2148).multiply(BigInteger.valueOf(25));
    ExactSum sum = new ExactSum();
    sum.addSquare(5, 1);
    sum.addSquare(Double.MIN_VALUE, 1);
    BigInteger actual = sum.unscaled().shiftLeft(sum.exponent() + 2148);
    assertThat(actual).isEqualTo(expected.add(BigInteger.ONE));
  }

  @Test
  void noNumbers_areRefused() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> sum(bad)).hasMessage("cannot sum " + bad);
      assertThatThrownBy(() -> squares(bad)).hasMessage("cannot sum " + bad);
    }
  }

  private static double anyDouble(Random random) {
    double value = Double.longBitsToDouble(random.nextLong());
    boolean wild = Double.isFinite(value) && random.nextInt(4) == 0;
    return wild ? value : random.nextGaussian() * Math.pow(10, random.nextInt(12));
  }

  private static List<Double> values(Random random) {
    List<Double> values = new ArrayList<>();
    int count = 1 + random.nextInt(40);
    while (values.size() < count) {
      values.add(anyDouble(random));
    }

    return values;
  }

  @Test
  void anySum_isTheOneOfBigDecimal() {
    Random random = new Random(8);
    for (int i = 0; i < 300; i++) {
      ExactSum sum = new ExactSum();
      BigDecimal expected = BigDecimal.ZERO;
      for (double value : values(random)) {
        sum.add(value);
        expected = expected.add(new BigDecimal(value));
      }

      assertThat(sum.value()).isEqualTo(expected.doubleValue());
    }
  }

  @Test
  void anySumOfSquares_isTheOneOfBigDecimal() {
    Random random = new Random(9);
    for (int i = 0; i < 300; i++) {
      ExactSum sum = new ExactSum();
      BigDecimal expected = BigDecimal.ZERO;
      for (double value : values(random)) {
        sum.addSquare(value, 1);
        expected = expected.add(new BigDecimal(value).pow(2));
      }

      assertThat(sum.value()).isEqualTo(expected.doubleValue());
    }
  }

  @Test
  void ordersAndMergeTrees_giveTheSameBits() {
    Random random = new Random(10);
    for (int i = 0; i < 500; i++) {
      List<Double> values = values(random);
      ExactSum whole = new ExactSum();
      values.forEach(whole::add);
      Collections.shuffle(values, random);
      List<ExactSum> parts = new ArrayList<>();
      parts.add(new ExactSum());
      for (double value : values) {
        if (random.nextInt(3) == 0) {
          parts.add(new ExactSum());
        }

        parts.get(random.nextInt(parts.size())).add(value);
      }

      assertThat(merged(parts, random).value()).isEqualTo(whole.value());
    }
  }

  private static ExactSum merged(List<ExactSum> parts, Random random) {
    while (parts.size() > 1) {
      ExactSum right = parts.remove(random.nextInt(parts.size()));
      double before = right.value();
      parts.get(random.nextInt(parts.size())).merge(right);
      assertThat(right.value()).isEqualTo(before);
    }

    return parts.get(0);
  }

  /** The sum grows by 2^200: its carries move on to limbs that were not there. */
  @Test
  void doublingByMerging_isExact() {
    ExactSum sum = sum(-Math.nextDown(1.0));
    for (int i = 0; i < 200; i++) {
      ExactSum twin = new ExactSum();
      twin.merge(sum);
      sum.merge(twin);
    }

    assertThat(sum.value()).isEqualTo(Math.scalb(-Math.nextDown(1.0), 200));
  }

  /** 1 is 2^2148 units: bit 4 of limb 67, the third of those that its 53 bits reach from 65 on. */
  @Test
  void bytes_areTheFirstLimbAndAllThatAreInUse() {
    assertThat(new ExactSum().toBytes()).containsExactly(0, 0, 0, 0);
    byte[] one = new byte[28];
    one[3] = 65;
    one[27] = 16;
    assertThat(sum(1).toBytes()).containsExactly(one);
  }

  @Test
  void sumThatTravelled_isGoneOnWith() {
    double[] numbers = {1e300, -3, Double.MIN_VALUE, -1e300, 0.1, 3};
    ExactSum travelled = new ExactSum();
    for (double number : numbers) {
      travelled = ExactSum.of(travelled.toBytes());
      travelled.add(number);
    }

    assertThat(ExactSum.of(travelled.toBytes()).value()).isEqualTo(0.1);
    travelled.add(-0.1);
    assertThat(travelled.value()).as("nothing was lost").isEqualTo(Double.MIN_VALUE);
    ExactSum negative = ExactSum.of(sum(-5, 2).toBytes());
    negative.merge(ExactSum.of(sum(-0.5).toBytes()));
    assertThat(negative.value()).isEqualTo(-3.5);
  }
}
