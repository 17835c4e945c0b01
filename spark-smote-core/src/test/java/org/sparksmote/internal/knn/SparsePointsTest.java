// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The rows (1, 0, 2), (0, 0, 0) and (0, 3, 2). */
class SparsePointsTest {

  private static final int[] OFFSETS = {0, 2, 2, 4};
  private static final double[] VALUES = {1, 2, 3, 2};

  private static SparsePoints narrow(double weight) {
    return SparsePoints.of(OFFSETS, new int[] {0, 2, 1, 2}, VALUES, 3, column -> weight);
  }

  /** The same values in three columns of a million. */
  private static SparsePoints wide() {
    int[] indices = {10, 999_999, 5_000, 999_999};
    return SparsePoints.of(OFFSETS, indices, VALUES, 1_000_000, column -> 1);
  }

  @Test
  void distance_isOverTheColumnsOfEither() {
    for (Points points : new Points[] {narrow(1), wide()}) {
      assertThat(points.size()).isEqualTo(3);
      assertThat(points.squaredDistance(0, 1)).as("1² + 2²").isEqualTo(5);
      assertThat(points.squaredDistance(0, 2)).as("1² + 3²").isEqualTo(10);
      assertThat(points.squaredDistance(2, 1)).as("3² + 2²").isEqualTo(13);
      assertThat(points.squaredDistance(2, 2)).isZero();
    }
  }

  @Test
  void weight_multipliesValues() {
    assertThat(narrow(0.5).squaredDistance(0, 2)).isEqualTo(2.5);
  }

  @Test
  void imageOfNarrowRows_keepsDistances() {
    SparsePoints points = narrow(1);
    assertThat(points.exactImage()).isTrue();
    double[] a = new double[points.dims()];
    double[] b = new double[points.dims()];
    points.read(0, a);
    points.read(2, b);
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }

    assertThat(sum).isEqualTo(10, within(1e-9));
  }

  @Test
  void columnsWithoutAValue_takeNoRoom() {
    assertThat(wide().dims()).isLessThan(1_000);
  }

  @Test
  void someRows_areAsFarApartAsBefore() {
    SparsePoints some = narrow(1).select(new int[] {2, 0});
    assertThat(some.size()).isEqualTo(2);
    assertThat(some.squaredDistance(0, 1)).isEqualTo(10);
  }

  @Test
  void offsetsThatDoNotFit_areRefused() {
    assertThatThrownBy(() -> SparsePoints.of(new int[] {0, 5}, new int[4], VALUES, 3, any -> 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("offsets do not fit 4 indices");
    assertThatThrownBy(() -> SparsePoints.of(new int[0], new int[4], VALUES, 3, any -> 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
