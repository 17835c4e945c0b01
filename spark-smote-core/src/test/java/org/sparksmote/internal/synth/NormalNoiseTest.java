// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.sparksmote.internal.keyed.KeyedRandom;

class NormalNoiseTest {

  private static final int DRAWS = 100_000;

  private static KeyedRandom random(int copy) {
    return KeyedRandom.of(42, 11, 0, copy);
  }

  @Test
  void gaussian_isTheHandComputedPoint() {
    double[] out = new double[2];
    NormalNoise.gaussian(new double[][] {{0, 4}, {2, 8}, {4, 0}, {6, 4}}, random(1), out);
    KeyedRandom draws = random(1);
    double[] z = new double[4];
    for (int i = 0; i < 4; i++) {
      z[i] = draws.nextGaussian() / 2; // sqrt(1 / 4)
    }

    assertThat(out[0]).isCloseTo(3 - 3 * z[0] - z[1] + z[2] + 3 * z[3], offset(1e-14));
    assertThat(out[1]).isCloseTo(4 + 4 * z[1] - 4 * z[2], offset(1e-14));
  }

  /** Means and (co)variances lie within 5 standard errors; each fails with probability 6e-7. */
  @Test
  void gaussian_hasTheMeanAndTheCovarianceOfItsRows() {
    double[][] rows = {{0, 4}, {2, 8}, {4, 0}, {6, 4}};
    double[] sums = new double[5];
    double[] out = new double[2];
    for (int copy = 0; copy < DRAWS; copy++) {
      NormalNoise.gaussian(rows, random(copy), out);
      double x = out[0] - 3;
      double y = out[1] - 4;
      double[] products = {x, y, x * x, y * y, x * y};
      for (int i = 0; i < sums.length; i++) {
        sums[i] += products[i] / DRAWS;
      }
    }

    // Variances 5 and 8, covariance ((-1)(4) + (1)(-4)) / 4 = -2.
    double five = 5 / Math.sqrt(DRAWS);
    assertThat(sums[0]).isCloseTo(0, offset(five * Math.sqrt(5)));
    assertThat(sums[1]).isCloseTo(0, offset(five * Math.sqrt(8)));
    assertThat(sums[2]).isCloseTo(5, offset(five * Math.sqrt(2 * 5 * 5)));
    assertThat(sums[3]).isCloseTo(8, offset(five * Math.sqrt(2 * 8 * 8)));
    assertThat(sums[4]).isCloseTo(-2, offset(five * Math.sqrt(5 * 8 + 2 * 2)));
  }

  @Test
  void gaussian_ofEqualRows_isThatRow_andExtremeOnesStayFinite() {
    double[] row = {0.1, -5, 1e308, 1.0 / 3};
    double[] out = new double[4];
    NormalNoise.gaussian(new double[][] {row, row, row}, random(1), out);
    assertThat(out).isEqualTo(row);
    double big = Double.MAX_VALUE;
    double[][] far = {{big, 1, 2, 3}, {-big, 1, 2, 3}, {big, 1, 2, 3}};
    for (int copy = 0; copy < 100; copy++) {
      NormalNoise.gaussian(far, random(copy), out);
      assertThat(Arrays.stream(out)).allMatch(Double::isFinite);
    }
  }

  @Test
  void smoothed_addsOneNormalNumberPerCoordinate() {
    double[] out = new double[3];
    NormalNoise.smoothed(new double[] {1, -0.0, 5}, new double[] {2, 0, 0.5}, random(1), out);
    KeyedRandom draws = random(1);
    assertThat(out[0]).isEqualTo(1 + 2 * draws.nextGaussian());
    draws.nextGaussian();
    assertThat(1 / out[1]).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(out[2]).isEqualTo(5 + 0.5 * draws.nextGaussian());
  }

  @Test
  void smoothed_beyondTheDoubles_staysAtTheBase() {
    double[] out = new double[1];
    for (int copy = 0; copy < 100; copy++) {
      double[] big = {Double.MAX_VALUE};
      NormalNoise.smoothed(big, big, random(copy), out);
      assertThat(out[0]).isFinite();
    }
  }

  /** d = 2, n = 4: (4 / 16)^(1 / 6) = 2^(-1/3); half of it for shrinkage 0.5. */
  @Test
  void roseBandwidth_isTheHandComputedWidth() {
    double[] width = NormalNoise.roseBandwidth(new double[] {1, 3}, 2, 4, 1);
    assertThat(width[0]).isCloseTo(Math.cbrt(0.5), offset(1e-15));
    assertThat(width[1]).isCloseTo(3 * Math.cbrt(0.5), offset(1e-15));
    assertThat(NormalNoise.roseBandwidth(new double[] {2}, 1, 4, 0.5)[0])
        .isCloseTo(Math.pow(1.0 / 3, 0.2), offset(1e-15));
    assertThat(NormalNoise.roseBandwidth(new double[] {2}, 1, 4, 0)).containsExactly(0);
    // Of eight columns more that are no numbers the width does not depend.
    double[] mixed = Arrays.copyOf(new double[] {1, 3}, 10);
    assertThat(NormalNoise.roseBandwidth(mixed, 2, 4, 1)).startsWith(width).endsWith(0, 0);
  }

  @Test
  void rwoBandwidth_isTheDeviationOverTheRootOfTheRows() {
    assertThat(NormalNoise.rwoBandwidth(new double[] {1, 3}, 4)).containsExactly(0.5, 1.5);
  }
}
