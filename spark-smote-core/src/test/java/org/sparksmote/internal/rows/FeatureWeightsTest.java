// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparksmote.testing.FeatureRows.dense;
import static org.sparksmote.testing.FeatureRows.sparse;
import static org.sparksmote.testing.FeatureRows.weights;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureWeightsTest {

  private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

  @Test
  void onesAsWeights_giveTheEuclideanDistance() {
    assertThat(weights(1, 1).distance(dense(1, 1), dense(4, 5), NO_LIMIT)).isEqualTo(5);
    assertThat(weights(1, 1).size()).isEqualTo(2);
  }

  @Test
  void weight_multipliesTheDifferenceOfItsFeature() {
    assertThat(weights(3, 0.5, 0).distance(dense(0, 0, 0), dense(1, 8, 99), NO_LIMIT))
        .as("3² + 4² + 0²")
        .isEqualTo(5);
  }

  @Test
  void distance_isTheSameInAnyForm() {
    FeatureWeights weights = weights(1, 2, 3, 2);
    FeatureRow left = sparse(4, new int[] {0, 1}, 2, 2); // (2, 2, 0, 0)
    FeatureRow right = sparse(4, new int[] {1, 3}, 1, 1); // (0, 1, 0, 1)
    assertThat(weights.distance(left, right, NO_LIMIT)).as("2² + 2² + 2²").isEqualTo(Math.sqrt(12));
    assertThat(weights.distance(dense(2, 2, 0, 0), right, NO_LIMIT)).isEqualTo(Math.sqrt(12));
    assertThat(weights.distance(left, dense(0, 1, 0, 1), NO_LIMIT)).isEqualTo(Math.sqrt(12));
  }

  @Test
  void sparseRowsWithoutValues_areNoDistanceApart() {
    FeatureRow zero = sparse(4, new int[0]);
    assertThat(weights(1, 1, 1, 1).distance(zero, zero, NO_LIMIT)).isZero();
    assertThat(weights(1, 1, 1, 1).distance(zero, dense(0, 0, 0, 7), NO_LIMIT)).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0x1p600, 0x1p-600})
  void distance_isExactInAnyUnit(double unit) {
    FeatureWeights weights = weights(1, 2, 1);
    FeatureRow dense = dense(0, 2 * unit, 0);
    FeatureRow sparse = sparse(3, new int[] {0}, 3 * unit);
    assertThat(weights.distance(dense, sparse, NO_LIMIT)).isEqualTo(5 * unit);
    assertThat(weights.distance(dense, dense(3 * unit, 0, 0), 5 * unit)).isEqualTo(5 * unit);
  }

  @Test
  void distanceUpToTheLimit_isExact_andBeyondItOnlyBeyondIt() {
    double[] ones = new double[16];
    Arrays.fill(ones, 1);
    FeatureRow far = dense(ones);
    FeatureRow near = dense(new double[16]);
    assertThat(weights(ones).distance(far, near, 4)).isEqualTo(4);
    assertThat(weights(ones).distance(far, near, 2)).isBetween(2.1, 4.0);
    assertThat(weights(ones).distance(far, near, 2))
        .as("eight features are enough to see it")
        .isEqualTo(Math.sqrt(8));
  }
}
