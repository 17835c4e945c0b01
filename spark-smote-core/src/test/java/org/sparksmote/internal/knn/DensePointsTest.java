// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DensePointsTest {

  @Test
  void squaredDistance_isThatOfTheRows() {
    DensePoints points = DensePoints.of(new double[] {0, 0, 3, 4, -1, 1}, 3, 2);
    assertThat(points.size()).isEqualTo(3);
    assertThat(points.dims()).isEqualTo(2);
    assertThat(points.squaredDistance(0, 1)).isEqualTo(9 + 16);
    assertThat(points.squaredDistance(2, 1)).isEqualTo(16 + 9);
    assertThat(points.squaredDistance(1, 1)).isZero();
  }

  @Test
  void weights_scaleEveryColumn() {
    DensePoints points = DensePoints.of(new double[] {0, 0, 3, 4}, 2, new double[] {2, 0.5});
    assertThat(points.squaredDistance(0, 1)).isEqualTo(36 + 4);
  }

  @Test
  void rowsBeyondSize_areNotRead() {
    DensePoints points = DensePoints.of(new double[] {1, 2, Double.NaN}, 2, 1);
    assertThat(points.squaredDistance(0, 1)).isEqualTo(1);
  }

  @Test
  void theLargestValues_haveFiniteDistances_inTheirOrder() {
    double most = Double.MAX_VALUE;
    DensePoints points = DensePoints.of(new double[] {-most, 0, most}, 3, 1);
    double near = points.squaredDistance(0, 1);
    double far = points.squaredDistance(0, 2);
    assertThat(far).isFinite().isEqualTo(4 * near).isPositive();
  }

  @Test
  void tooFewValues_areRefused() {
    assertThatThrownBy(() -> DensePoints.of(new double[3], 2, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot read points: 3 values for 2 x 2");
  }
}
