// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SubPointsTest {
  private static final Points ALL = DensePoints.of(new double[] {0, 1, 3, 7, 20}, 5, 1);

  @Test
  void of_someIds_keepsOrderImageAndDistances() {
    Points some = SubPoints.of(ALL, new int[] {1, 3, 4});
    assertThat(some.size()).isEqualTo(3);
    assertThat(some.dims()).isEqualTo(1);
    assertThat(some.exactImage()).isTrue();
    assertThat(some.squaredDistance(0, 2)).isEqualTo(19 * 19);
    double[] row = new double[1];
    some.read(1, row);
    assertThat(row).containsExactly(7);
  }

  @Test
  void of_sparseRows_selectsThemAtUnchangedDistances() {
    int[] offsets = {0, 2, 2, 3, 5};
    int[] indices = {0, 2, 1, 0, 3};
    double[] values = {1, 2, 3, 4, 5};
    SparsePoints all = SparsePoints.of(offsets, indices, values, 4, column -> column + 1);
    Points some = SubPoints.of(all, new int[] {1, 2, 3});
    assertThat(some).isInstanceOf(SparsePoints.class);
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        assertThat(some.squaredDistance(a, b)).isEqualTo(all.squaredDistance(a + 1, b + 1));
      }
    }
  }

  @Test
  void of_sketch_isASketch() {
    assertThat(SubPoints.of(sketchOf(ALL), new int[] {0, 1}).exactImage()).isFalse();
  }

  @Test
  void of_noIds_isEmpty() {
    assertThat(SubPoints.of(ALL, new int[0]).size()).isZero();
  }

  @Test
  void of_idsThatDoNotAscendOrDoNotExist_isRefused() {
    assertThatThrownBy(() -> SubPoints.of(ALL, new int[] {2, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot select points: 2 is not in 3..4");
    assertThatThrownBy(() -> SubPoints.of(ALL, new int[] {0, 5}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot select points: 5 is not in 1..4");
  }

  /** The same points, whose image does not promise true distances. */
  static Points sketchOf(Points points) {
    return new Points() {
      @Override
      public int size() {
        return points.size();
      }

      @Override
      public int dims() {
        return points.dims();
      }

      @Override
      public void read(int point, double[] out) {
        points.read(point, out);
      }

      @Override
      public double squaredDistance(int a, int b) {
        return points.squaredDistance(a, b);
      }

      @Override
      public boolean exactImage() {
        return false;
      }
    };
  }
}
