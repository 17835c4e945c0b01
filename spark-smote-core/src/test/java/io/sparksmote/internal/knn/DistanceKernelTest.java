// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.internal.knn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistanceKernelTest {

  /** The fused sum in ascending order is the contract that another kernel must meet bit for bit. */
  @ParameterizedTest
  @CsvSource({"4,1", "4,13", "8,64", "32,207", "128,511", "12,512"})
  void four_awkwardSizes_equalsTheSequentialFusedSum(int dims, int count) {
    float[][] columns = new float[dims][count];
    float[] rows = new float[4 * dims];
    for (int j = 0; j < dims; j++) {
      for (int i = 0; i < count; i++) {
        columns[j][i] = (float) Workloads.gaussian(Keyed.child(j, i));
      }
    }

    for (int at = 0; at < rows.length; at++) {
      rows[at] = (float) Workloads.gaussian(Keyed.child(99, at));
    }

    float[][] out = new float[5][count];
    int[] starts = {0, dims, 2 * dims, 3 * dims};
    DistanceKernel.four(columns, count / 3, count, rows, starts, out);
    for (int i = count / 3; i < count; i++) {
      float smallest = Float.POSITIVE_INFINITY;
      for (int r = 0; r < 4; r++) {
        float sum = 0;
        for (int j = 0; j < dims; j++) {
          float t = rows[starts[r] + j] - columns[j][i];
          sum = Math.fma(t, t, sum);
        }

        assertThat(out[r][i]).isEqualTo(sum);
        smallest = Math.min(smallest, sum);
      }

      assertThat(out[4][i]).isEqualTo(smallest);
    }
  }
}
