// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.sparksmote.internal.keyed.KeyedRandom;

/**
 * Laws are checked on keyed draws. A frequency of n draws lies within 5 of its standard errors, at
 * most 2.5 / sqrt(n), with probability 1 - 6e-7; the seed is fixed, so a pass stays a pass.
 */
class ShapesTest {

  private static final int DRAWS = 40_000;
  private static final double FREQUENCY_ERROR = 2.5 / Math.sqrt(DRAWS);

  private static KeyedRandom random(int copy) {
    return KeyedRandom.of(42, 7, 0, copy);
  }

  private static double share(int[] counts, int index) {
    return (double) counts[index] / DRAWS;
  }

  @Test
  void perFeatureGaps_usesTheNextNumberOfTheStreamForEachCoordinate() {
    double[] out = new double[3];
    Shapes.perFeatureGaps(new double[] {0, 10, 5}, new double[] {1, 30, 5}, random(1), out);
    KeyedRandom gaps = random(1);
    assertThat(out[0]).isEqualTo(Segment.at(0, 1, gaps.nextDouble()));
    assertThat(out[1]).isEqualTo(Segment.at(10, 30, gaps.nextDouble()));
    assertThat(out[2]).isEqualTo(5);
  }

  @Test
  void perFeatureGaps_fillsTheBoxUniformly() {
    int[] cells = new int[4];
    double[] out = new double[2];
    for (int copy = 0; copy < DRAWS; copy++) {
      Shapes.perFeatureGaps(new double[] {0, 4}, new double[] {2, 0}, random(copy), out);
      assertThat(out[0]).isBetween(0.0, 2.0);
      assertThat(out[1]).isBetween(0.0, 4.0);
      cells[(out[0] < 1 ? 0 : 1) + (out[1] < 2 ? 0 : 2)]++;
    }

    for (int cell = 0; cell < 4; cell++) {
      assertThat(share(cells, cell)).isCloseTo(0.25, offset(FREQUENCY_ERROR));
    }
  }

  @Test
  void simplex_ofTwoCorners_isTheWeightedMean() {
    double[] out = new double[2];
    Shapes.simplex(new double[][] {{0, 8}, {4, 0}}, random(3), out);
    KeyedRandom draws = random(3);
    double first = draws.nextExponential();
    double second = draws.nextExponential();
    assertThat(out[0]).isCloseTo(4 * second / (first + second), offset(1e-15));
    assertThat(out[1]).isCloseTo(8 * first / (first + second), offset(1e-15));
  }

  @Test
  void simplex_ofOneOrEqualCorners_isThatCorner() {
    double[] corner = {0.1, -0.0, 1e308, 1.0 / 3};
    double[] out = new double[4];
    Shapes.simplex(new double[][] {corner}, random(1), out);
    assertThat(out).isEqualTo(corner);
    Shapes.simplex(new double[][] {corner, corner, corner}, random(1), out);
    assertThat(out).isEqualTo(corner);
  }

  @Test
  void simplex_neverLeavesTheRangeOfItsCorners() {
    double big = Double.MAX_VALUE;
    double[][] corners = {{1, big, -big, 0.1}, {Math.nextUp(1.0), big, big, 0.3}, {1, 0, big, 0.2}};
    double[] out = new double[4];
    for (int copy = 0; copy < DRAWS; copy++) {
      Shapes.simplex(corners, random(copy), out);
      assertThat(out[0]).isBetween(1.0, Math.nextUp(1.0));
      assertThat(out[1]).isBetween(0.0, big);
      assertThat(out[2]).isBetween(-big, big);
      assertThat(out[3]).isBetween(0.1, 0.3);
    }
  }

  /** The medial triangles of a triangle have a quarter of its area each. */
  @Test
  void simplex_isUniformOnATriangle() {
    double[][] corners = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    double[] out = new double[3];
    int[] counts = new int[4];
    double[] means = new double[3];
    for (int copy = 0; copy < DRAWS; copy++) {
      Shapes.simplex(corners, random(copy), out);
      assertThat(out[0] + out[1] + out[2]).isCloseTo(1, offset(1e-15));
      int part = out[0] > 0.5 ? 0 : out[1] > 0.5 ? 1 : out[2] > 0.5 ? 2 : 3;
      counts[part]++;
      for (int j = 0; j < 3; j++) {
        means[j] += out[j] / DRAWS;
      }
    }

    for (int part = 0; part < 4; part++) {
      assertThat(share(counts, part)).isCloseTo(0.25, offset(FREQUENCY_ERROR));
    }

    for (double mean : means) {
      assertThat(mean).isCloseTo(1.0 / 3, offset(FREQUENCY_ERROR));
    }
  }

  /** Points of a ball of radius 5 in the plane, relative to its centre and in units of 5. */
  private static List<double[]> points(double truncation, double deformation) {
    double[] center = {10, 20};
    double[] out = new double[2];
    List<double[]> points = new ArrayList<>();
    for (int copy = 0; copy < DRAWS; copy++) {
      Shapes.ball(center, new double[] {13, 24}, truncation, deformation, random(copy), out);
      // Along and across the axis (3, 4) / 5.
      double x = (out[0] - 10) / 5;
      double y = (out[1] - 20) / 5;
      points.add(new double[] {0.6 * x + 0.8 * y, -0.8 * x + 0.6 * y});
    }

    return points;
  }

  private static double share(List<double[]> points, Predicate<double[]> inside) {
    return (double) points.stream().filter(inside).count() / points.size();
  }

  @Test
  void wholeBall_isUniform() {
    List<double[]> points = points(0, 0);
    assertThat(points).allMatch(p -> Math.hypot(p[0], p[1]) <= 1 + 1e-12);
    assertThat(share(points, p -> Math.hypot(p[0], p[1]) < 0.5))
        .isCloseTo(0.25, offset(FREQUENCY_ERROR));
    assertThat(share(points, p -> p[0] > 0)).isCloseTo(0.5, offset(FREQUENCY_ERROR));
    assertThat(share(points, p -> p[1] > 0)).isCloseTo(0.5, offset(FREQUENCY_ERROR));
    assertThat(share(points, p -> p[0] > 0 && p[1] > 0)).isCloseTo(0.25, offset(FREQUENCY_ERROR));
  }

  @Test
  void truncation_keepsOneSide() {
    assertThat(points(1, 0)).allMatch(p -> p[0] >= -1e-12);
    assertThat(points(-1, 0)).allMatch(p -> p[0] <= 1e-12);
    assertThat(points(0.5, 0)).allMatch(p -> p[0] >= -0.5 - 1e-12);
    assertThat(share(points(1, 0), p -> Math.hypot(p[0], p[1]) < 0.5))
        .isCloseTo(0.25, offset(FREQUENCY_ERROR));
  }

  @Test
  void deformation_flattensToTheAxis() {
    assertThat(points(1, 1)).allMatch(p -> Math.abs(p[1]) < 1e-12 && p[0] >= 0 && p[0] <= 1);
    assertThat(points(0, 0.5)).allMatch(p -> Math.hypot(p[0], 2 * p[1]) <= 1 + 1e-12);
    assertThat(points(0, 0.5)).anyMatch(p -> Math.abs(p[1]) > 0.49);
  }

  /** In one dimension the ball is the interval: p = sign * U, and a step of R p. */
  @Test
  void ballOfOneDimension_isTheHandComputedPoint() {
    KeyedRandom draws = random(5);
    double sign = Math.signum(draws.nextGaussian());
    double length = draws.nextDouble();
    double[] out = new double[1];
    Shapes.ball(new double[] {2}, new double[] {6}, 0, 0, random(5), out);
    assertThat(out[0]).isCloseTo(2 + 4 * sign * length, offset(1e-14));
    Shapes.ball(new double[] {2}, new double[] {6}, 1, 0, random(5), out);
    assertThat(out[0]).isCloseTo(2 + 4 * length, offset(1e-14));
    Shapes.ball(new double[] {2}, new double[] {6}, -1, 0, random(5), out);
    assertThat(out[0]).isCloseTo(2 - 4 * length, offset(1e-14));
  }

  @Test
  void ballOfRadiusZero_isTheCenter_andExtremeOnesStayFinite() {
    double[] center = {0.1, -0.0, 1e308};
    double[] out = new double[3];
    Shapes.ball(center, center.clone(), 1, 0, random(1), out);
    assertThat(out).isEqualTo(center);
    double big = Double.MAX_VALUE;
    double tiny = Double.MIN_VALUE;
    for (int copy = 0; copy < 100; copy++) {
      Shapes.ball(new double[] {big, 0, 1}, new double[] {-big, 0, 1}, 0, 0, random(copy), out);
      assertThat(Arrays.stream(out)).allMatch(Double::isFinite);
      Shapes.ball(new double[] {0, 0, 1}, new double[] {tiny, 0, 1}, 0, 0, random(copy), out);
      assertThat(Arrays.stream(out)).allMatch(Double::isFinite);
    }
  }

  @Test
  void safeGap_followsTheTableOfThePaper() {
    double uniform = random(2).nextDouble();
    assertThat(Shapes.safeGap(3, 0, random(2))).isZero();
    assertThat(Shapes.safeGap(0, 0, random(2))).isZero();
    assertThat(Shapes.safeGap(3, 3, random(2))).isEqualTo(uniform);
    assertThat(Shapes.safeGap(4, 1, random(2))).isEqualTo(uniform / 4);
    assertThat(Shapes.safeGap(1, 4, random(2))).isEqualTo(1 - (1 - uniform) / 4);
    assertThat(Shapes.safeGap(0, 4, random(2))).isEqualTo(1);
  }

  @Test
  void safeGap_isUniformInItsInterval() {
    double low = 0;
    double high = 0;
    for (int copy = 0; copy < DRAWS; copy++) {
      double nearBase = Shapes.safeGap(5, 2, random(copy));
      double nearPartner = Shapes.safeGap(2, 5, random(copy));
      assertThat(nearBase).isBetween(0.0, 0.4);
      assertThat(nearPartner).isBetween(0.6, 1.0);
      low += nearBase / DRAWS;
      high += nearPartner / DRAWS;
    }

    assertThat(low).isCloseTo(0.2, offset(0.4 * FREQUENCY_ERROR));
    assertThat(high).isCloseTo(0.8, offset(0.4 * FREQUENCY_ERROR));
  }
}
