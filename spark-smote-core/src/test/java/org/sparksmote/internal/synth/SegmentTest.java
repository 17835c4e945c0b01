// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentTest {

  @Test
  void at_isTheHandComputedPoint() {
    assertThat(Segment.at(1, 3, 0.25)).isEqualTo(1.5);
    assertThat(Segment.at(3, 1, 0.25)).isEqualTo(2.5);
    assertThat(Segment.at(-2, 2, 0.5)).isZero();
    assertThat(Segment.at(5, 9, 0)).isEqualTo(5);
  }

  @Test
  void equalEnds_areReturnedBitForBit() {
    double[] awkward = {0.1, 1e308, -1e308, Double.MIN_VALUE, 1.0 / 3, 0.0, -0.0, 1e-300};
    for (double value : awkward) {
      for (double gap : new double[] {0, 0.1, 1.0 / 3, 0.9999999999999999}) {
        assertThat(Double.doubleToRawLongBits(Segment.at(value, value, gap)))
            .isEqualTo(Double.doubleToRawLongBits(value));
      }
    }
  }

  @Test
  void zerosOfBothSigns_areEqualEnds_andTheBaseWins() {
    assertThat(1 / Segment.at(-0.0, 0.0, 0.5)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(1 / Segment.at(0.0, -0.0, 0.5)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void farEnds_doNotOverflow() {
    assertThat(Segment.at(-Double.MAX_VALUE, Double.MAX_VALUE, 0.5)).isZero();
    assertThat(Segment.at(1e308, -1e308, 0.25)).isEqualTo(5e307);
  }

  @Test
  void denormalEnds_stayBetween() {
    assertThat(Segment.at(0, Double.MIN_VALUE, 0.75)).isBetween(0.0, Double.MIN_VALUE);
    assertThat(Segment.at(-Double.MIN_VALUE, Double.MIN_VALUE, 0.5)).isZero();
  }

  @Test
  void anyEndsAndGap_stayFiniteAndInsideTheBox() {
    Random random = new Random(11);
    for (int i = 0; i < 100_000; i++) {
      double base = anyDouble(random);
      double partner = random.nextInt(10) == 0 ? Math.nextUp(base) : anyDouble(random);
      double gap = random.nextDouble();
      assertThat(Segment.at(base, partner, gap))
          .as("at(%s, %s, %s)", base, partner, gap)
          .isBetween(Math.min(base, partner), Math.max(base, partner));
    }
  }

  private static double anyDouble(Random random) {
    double value = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(value) && Math.abs(value) < 1e308 ? value : random.nextGaussian();
  }
}
