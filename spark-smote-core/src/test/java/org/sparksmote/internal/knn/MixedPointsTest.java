// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparksmote.internal.keyed.Mix;

class MixedPointsTest {
  private static final boolean[] SECOND = {false, true, false};
  private static final double[] WEIGHTS = {2, 99, 0.5};

  @Test
  void squaredDistance_handComputed_addsTheMismatchOfEachUnlikeCategory() {
    double[] values = {1, 7, 4, 2, 7, 8, 1, -3, 4};
    Points points = MixedPoints.of(values, 3, SECOND, WEIGHTS, 3);
    assertThat(points.squaredDistance(0, 1)).isEqualTo(2 * 2 + 2 * 2);
    assertThat(points.squaredDistance(0, 2)).isEqualTo(3 * 3);
    assertThat(points.squaredDistance(1, 2)).isEqualTo(2 * 2 + 3 * 3 + 2 * 2);
    assertThat(points.squaredDistance(2, 2)).isZero();
  }

  @Test
  void read_fewCategories_writesNumbersThenACornerPerCategory() {
    double[] values = {1, 7, 4, 2, 7, 8, 1, -3, 4};
    Points points = MixedPoints.of(values, 3, SECOND, WEIGHTS, 3);
    assertThat(points.exactImage()).isTrue();
    assertThat(points.dims()).isEqualTo(4);
    double[] row = new double[4];
    points.read(2, row);
    assertThat(row).containsExactly(2, 2, 0, 3 * Math.sqrt(0.5));
  }

  @Test
  void read_oneCategory_writesNothingForIt() {
    Points points =
        MixedPoints.of(
            new double[] {1, 0.0, 2, -0.0}, 2, new boolean[] {false, true}, new double[] {1, 1}, 5);
    assertThat(points.dims()).isEqualTo(1);
    assertThat(points.exactImage()).isTrue();
    assertThat(points.squaredDistance(0, 1)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "32"})
  void read_upToThirtyTwoCategories_keepsDistances(int categories) {
    Points points = mixed(60, categories, 1.5);
    assertThat(points.exactImage()).isTrue();
    for (int b = 1; b < 60; b++) {
      double d = points.squaredDistance(0, b);
      assertThat(imageDistance(points, 0, b)).isCloseTo(d, within(1e-12 * (1 + d)));
    }
  }

  @Test
  void read_manyCategories_keepsDistancesOnAverage() {
    double[] codes = new double[200];
    Arrays.setAll(codes, i -> i);
    // Each code is seen twice, in neighbouring points.
    double[] twice = new double[400];
    Arrays.setAll(twice, i -> i < 200 ? codes[i] : codes[(i - 200) / 2]);
    Points points = MixedPoints.of(twice, 400, new boolean[] {true}, new double[] {0}, 3);
    assertThat(points.exactImage()).isFalse();
    assertThat(points.dims()).isEqualTo(32);
    double sum = 0;
    for (int a = 0; a < 200; a++) {
      for (int b = 0; b < a; b++) {
        sum += imageDistance(points, a, b);
      }
    }

    // The mean of pairs has a standard error of about 3 % of 9, as pairs share their points.
    assertThat(sum / (200 * 199 / 2.0)).isBetween(8.2, 9.8);
  }

  @Test
  void read_columnInWhichHardlyAnyAgree_isLeftOut() {
    double[] values = new double[2000];
    Arrays.setAll(values, i -> i % 2 == 0 ? i * i : i / 2 % 999);
    boolean[] nominal = {false, true};
    Points points = MixedPoints.of(values, 1000, nominal, new double[] {1, 1}, 3);
    assertThat(points.dims()).isEqualTo(1);
    assertThat(points.exactImage()).isFalse();
    assertThat(points.squaredDistance(0, 1)).isEqualTo(4 * 4 + 3 * 3);
    assertThat(points.squaredDistance(0, 999))
        .as("same category")
        .isEqualTo(1998.0 * 1998 * 1998 * 1998);
  }

  @Test
  void read_zerosOfEitherSign_areOneCategory() {
    double[] codes = new double[60];
    Arrays.setAll(codes, i -> Math.floor(i / 2.0));
    codes[0] = 0.0;
    codes[1] = -0.0;
    codes[2] = 77;
    codes[4] = 78;
    codes[6] = 79;
    codes[8] = 80;
    Points points = MixedPoints.of(codes, 60, new boolean[] {true}, new double[] {1}, 1);
    assertThat(points.exactImage()).isFalse();
    assertThat(points.dims()).isPositive();
    assertThat(points.squaredDistance(0, 1)).isZero();
    assertThat(imageDistance(points, 0, 1)).isZero();
  }

  @Test
  void squaredDistance_hugeValuesOrMismatch_staysFinite() {
    double[] values = {Double.MAX_VALUE, 1, -Double.MAX_VALUE, 2, 0, 2};
    boolean[] nominal = {false, true};
    Points wide = MixedPoints.of(values, 3, nominal, new double[] {1e300, 1}, 1);
    assertThat(wide.squaredDistance(0, 1)).isFinite().isPositive();
    Points far = MixedPoints.of(new double[] {1, 1, 2, 2}, 2, nominal, new double[] {1, 1}, 1e300);
    assertThat(far.squaredDistance(0, 1)).isFinite().isPositive();
  }

  @ParameterizedTest
  @CsvSource({"2", "8", "30"})
  void search_mixedColumns_equalsBruteForce(int categories) {
    Points points = mixed(500, categories, 0.7);
    boolean[] all = Workloads.firstAreQueries(500, 500);
    Neighbors found = NeighborSearch.search(points, all, new SearchSettings(5, 8, 320, 20_000, 1));
    for (int i = 0; i < 500; i++) {
      BruteForce.assertNearest(points, i, 5, BruteForce.found(found, i));
    }
  }

  @Test
  void search_forestOverManyCategories_ranksBySketchThenByTrueDistance() {
    Points points = mixed(4000, 30, 0.7);
    boolean[] all = Workloads.firstAreQueries(4000, 4000);
    Neighbors found = NeighborSearch.search(points, all, new SearchSettings(5, 24, 128, 0, 1));
    int hits = 0;
    for (int i = 0; i < 4000; i += 10) {
      int[] expected = BruteForce.nearest(points, i, 5);
      double farthest = Math.sqrt(points.squaredDistance(i, expected[4]));
      for (int r = 0; r < 5; r++) {
        hits += found.distance(i, r) <= farthest ? 1 : 0;
      }
    }

    assertThat(hits / 2000.0).isGreaterThan(0.75);
  }

  @Test
  void of_arraysThatDoNotFit_isRefused() {
    assertThatThrownBy(() -> MixedPoints.of(new double[5], 2, SECOND, WEIGHTS, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot read points: 5 values and 3 weights for 2 x 3");
    assertThatThrownBy(() -> MixedPoints.of(new double[6], 2, SECOND, WEIGHTS, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot read points: the distance of two categories is NaN");
  }

  /** Clustered rows of a nominal column between two numeric ones, and another at the end. */
  private static Points mixed(int rows, int categories, double mismatch) {
    double[] numbers = Workloads.clusters(rows, 4, 9, 5);
    for (int i = 0; i < rows; i++) {
      numbers[4 * i + 1] = 10 * Mix.below(3, i, categories);
      numbers[4 * i + 3] = Math.floorMod((int) Math.rint(numbers[4 * i + 3]), categories);
    }

    boolean[] nominal = {false, true, false, true};
    return MixedPoints.of(numbers, rows, nominal, new double[] {1, 1, 0.3, 1}, mismatch);
  }

  private static double imageDistance(Points points, int a, int b) {
    double[] x = new double[points.dims()];
    double[] y = new double[points.dims()];
    points.read(a, x);
    points.read(b, y);
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      sum += (x[j] - y[j]) * (x[j] - y[j]);
    }

    return sum;
  }
}
