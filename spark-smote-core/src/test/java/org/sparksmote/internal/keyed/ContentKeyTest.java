// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContentKeyTest {

  @Test
  void keys_neverChange() {
    assertThat(ContentKey.ofDense(new double[] {1, 0, 2})).isEqualTo(-8158010476071134983L);
    assertThat(ContentKey.digest(1)).isEqualTo(-1956407806741107680L);
  }

  @Test
  void denseAndSparseFormsOfARow_haveOneKey() {
    long dense = ContentKey.ofDense(new double[] {1, 0, 2});
    assertThat(ContentKey.ofSparse(3, new int[] {0, 2}, new double[] {1, 2})).isEqualTo(dense);
    assertThat(ContentKey.ofSparse(3, new int[] {0, 1, 2}, new double[] {1, 0, 2}))
        .as("an explicit zero")
        .isEqualTo(dense);
    assertThat(ContentKey.ofSparse(3, new int[] {0, 1, 2}, new double[] {1, -0.0, 2}))
        .as("an explicit negative zero")
        .isEqualTo(dense);
  }

  @Test
  void bothZeros_haveOneKey() {
    assertThat(ContentKey.ofDense(new double[] {-0.0, 5}))
        .isEqualTo(ContentKey.ofDense(new double[] {0.0, 5}));
  }

  @Test
  void sizeCounts() {
    assertThat(ContentKey.ofDense(new double[] {1, 0}))
        .isNotEqualTo(ContentKey.ofDense(new double[] {1, 0, 0}));
    assertThat(ContentKey.ofDense(new double[0])).isNotEqualTo(ContentKey.ofDense(new double[1]));
  }

  @Test
  void positionsOfValuesCount() {
    Set<Long> keys = new HashSet<>();
    double[][] permutations = {{1, 2, 3}, {1, 3, 2}, {2, 1, 3}, {2, 3, 1}, {3, 1, 2}, {3, 2, 1}};
    for (double[] row : permutations) {
      keys.add(ContentKey.ofDense(row));
    }

    keys.add(ContentKey.ofDense(new double[] {-1, 2, 3}));
    keys.add(ContentKey.ofDense(new double[] {0, 1, 2}));
    assertThat(keys).hasSize(8);
  }

  /** 100,000 random 64-bit keys collide with probability 3e-10. */
  @Test
  void randomRows_haveDifferentKeys() {
    Random random = new Random(3);
    Set<Long> keys = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      keys.add(ContentKey.ofDense(new double[] {random.nextInt(1000), random.nextGaussian()}));
    }

    assertThat(keys).hasSize(100_000);
  }

  @Test
  void smallIntegerGrids_haveDifferentKeys() {
    Set<Long> keys = new HashSet<>();
    for (int a = 0; a < 60; a++) {
      for (int b = 0; b < 60; b++) {
        for (int c = 0; c < 60; c++) {
          keys.add(ContentKey.ofDense(new double[] {a, b, c}));
        }
      }
    }

    assertThat(keys).hasSize(60 * 60 * 60);
  }
}
