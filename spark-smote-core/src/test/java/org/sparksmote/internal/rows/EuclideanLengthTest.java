// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EuclideanLengthTest {

  @ParameterizedTest
  @ValueSource(doubles = {1, 0x1p450, 0x1p520, 0x1p1020, 0x1p-450, 0x1p-545, Double.MIN_VALUE})
  void threeFourFive_inAnyUnit(double unit) {
    assertThat(EuclideanLength.of(new double[] {3 * unit, 0, -4 * unit})).isEqualTo(5 * unit);
  }

  @Test
  void whatSquaresCannotTellApart_isToldApart() {
    double nearer = EuclideanLength.of(new double[] {1e-200, 2e-200});
    assertThat(nearer).isPositive().isLessThan(EuclideanLength.of(new double[] {1e-200, 3e-200}));
  }

  @Test
  void nothing_isZero_andTooMuch_isInfinite() {
    assertThat(EuclideanLength.of(new double[] {})).isZero();
    assertThat(EuclideanLength.of(new double[] {0, -0.0})).isZero();
    assertThat(EuclideanLength.of(new double[] {1.7e308, 1.7e308})).isInfinite();
    assertThat(EuclideanLength.of(new double[] {1, Double.NEGATIVE_INFINITY})).isInfinite();
  }

  @Test
  void sumsFarFromBothEnds_areSafe() {
    assertThat(EuclideanLength.isSafe(1)).isTrue();
    assertThat(EuclideanLength.isSafe(0)).as("or too small to be told from it").isFalse();
    assertThat(EuclideanLength.isSafe(Double.NaN)).isFalse();
    assertThat(EuclideanLength.isSafe(Double.POSITIVE_INFINITY)).isFalse();
  }
}
