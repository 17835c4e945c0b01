// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparksmote.internal.keyed.Mix;

class PointsTest {

  @Test
  void squaredDistance_ordinaryValues_isThePlainSum() {
    Points points = DensePoints.of(new double[] {1, 2, 3, 4, 0.1, 0.2}, 3, new double[] {2, 10});
    double first = 2 * 1.0 - 2 * 3.0;
    double second = 10 * 2.0 - 10 * 4.0;
    assertThat(points.squaredDistance(0, 1)).isEqualTo(first * first + second * second);
  }

  @Test
  void squaredDistance_sparseRows_equalsDense() {
    double[] dense = new double[40 * 9];
    int[] offsets = new int[41];
    int[] indices = new int[dense.length];
    double[] values = new double[dense.length];
    int at = 0;
    for (int i = 0; i < 40; i++) {
      for (int j = 0; j < 9; j++) {
        if (Mix.below(1, i * 9L + j, 3) == 0) {
          dense[i * 9 + j] = Workloads.gaussian(Mix.child(2, i * 9L + j));
          indices[at] = j;
          values[at++] = dense[i * 9 + j];
        }
      }

      offsets[i + 1] = at;
    }

    double[] weights = {1, 2, 3, 0.5, 1, 7, 0, 1e-3, 4};
    Points sparse = SparsePoints.of(offsets, indices, values, 9, j -> weights[j]);
    Points plain = DensePoints.of(dense, 40, weights);
    double[] image = new double[9];
    double[] plainImage = new double[9];
    for (int i = 0; i < 40; i++) {
      sparse.read(i, image);
      plain.read(i, plainImage);
      assertThat(image).containsExactly(plainImage);
      for (int j = 0; j < 40; j++) {
        assertThat(sparse.squaredDistance(i, j)).isEqualTo(plain.squaredDistance(i, j));
      }
    }
  }

  /** 30 values of 1,500 columns, and the same values in a vector as wide as can be. */
  @Test
  void columnsWithoutAValue_changeNothing() {
    int[] offsets = {0, 10, 20, 30};
    int[] narrow = new int[30];
    double[] values = new double[30];
    for (int at = 0; at < 30; at++) {
      narrow[at] = at % 10 * 150 + Mix.below(5, at, 3);
      values[at] = Workloads.gaussian(Mix.child(6, at));
    }

    int[] wide = Arrays.stream(narrow).map(column -> Integer.MAX_VALUE - 1500 + column).toArray();
    SparsePoints few = SparsePoints.of(offsets, narrow, values, 1500, column -> 1.0 / (column + 1));
    SparsePoints many =
        SparsePoints.of(
            offsets,
            wide,
            values,
            Integer.MAX_VALUE,
            column -> 1.0 / (column - Integer.MAX_VALUE + 1501));
    assertThat(many.columns()).isLessThanOrEqualTo(30);
    assertThat(many.dims()).isEqualTo(few.dims()).isEqualTo(Sketch.DIMS);
    for (Points points : List.of(many, many.select(new int[] {0, 1, 2}))) {
      for (int i = 0; i < 9; i++) {
        assertThat(points.squaredDistance(i / 3, i % 3))
            .isEqualTo(few.squaredDistance(i / 3, i % 3));
      }
    }
  }

  /** The sketch is that of the column's own number, whatever columns a bucket has. */
  @Test
  void sketch_dependsOnNothingButTheRow() {
    double[] alone = new double[Sketch.DIMS];
    double[] amongOthers = new double[Sketch.DIMS];
    int[] indices = {7, 90_000, 4, 7, 1 << 29};
    double[] values = {2, 3, 5, 1, 6};
    SparsePoints.of(new int[] {0, 2, 2}, indices, values, 1 << 30, any -> 1).read(0, alone);
    SparsePoints.of(new int[] {0, 2, 5}, indices, values, 1 << 30, any -> 1).read(0, amongOthers);
    assertThat(amongOthers).containsExactly(alone);
    double[] expected = new double[Sketch.DIMS];
    Sketch.add(7, 2, expected);
    Sketch.add(90_000, 3, expected);
    assertThat(alone).containsExactly(expected);
  }

  @Test
  void squaredDistance_valuesWhoseSquaresOverflow_staysFinite() {
    double[] values = {Double.MAX_VALUE, 0, -Double.MAX_VALUE};
    Points points = DensePoints.of(values, 3, new double[] {1e300});
    assertThat(points.squaredDistance(0, 2)).isFinite();
    assertThat(points.squaredDistance(0, 2)).isEqualTo(4 * points.squaredDistance(0, 1));
  }

  @Test
  void of_tooFewValues_isRefused() {
    assertThatThrownBy(() -> DensePoints.of(new double[5], 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot read points: 5 values for 2 x 3");
    int[] offsets = {0, 3};
    assertThatThrownBy(() -> SparsePoints.of(offsets, new int[2], new double[2], 2, any -> 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot read points: offsets do not fit 2 indices");
  }

  @Test
  void settings_outOfRange_areRefused() {
    assertThatThrownBy(() -> new SearchSettings(0, 1, 512, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot search neighbours: k is 0 but must be at least 1");
  }
}
