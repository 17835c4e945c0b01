// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of points equally far from a query any may be its neighbour, and each is somebody's. */
class TiesTest {

  /**
   * The corners of a cube, each of which has as many nearest corners, 1 away, as the cube has
   * dimensions. Drawn evenly, a corner is the neighbour of 5 others on average; with ten dimensions
   * one in 1,024 is nobody's, and the tenth that is oftenest has 16 % of all.
   */
  @ParameterizedTest
  @CsvSource({"10, 2147483647", "13, 0"})
  void cornersOfACube_areNeighborsEvenly(int dims, int exactBelow) {
    int corners = 1 << dims;
    double[] values = new double[corners * dims];
    Arrays.setAll(values, at -> ((at / dims) >> (at % dims)) & 1);
    boolean[] all = Workloads.firstAreQueries(corners, corners);
    Neighbors found =
        NeighborSearch.search(
            DensePoints.of(values, corners, dims),
            all,
            new SearchSettings(5, 24, 128, exactBelow, 7));
    int[] uses = new int[corners];
    int near = 0;
    for (int corner = 0; corner < corners; corner++) {
      for (int neighbor : BruteForce.found(found, corner)) {
        uses[neighbor]++;
        near += Integer.bitCount(corner ^ neighbor) == 1 ? 1 : 0;
      }
    }

    assertThat(near).isGreaterThanOrEqualTo((int) (0.99 * 5 * corners));
    assertThat(Arrays.stream(uses).filter(used -> used > 0).count())
        .isGreaterThan((long) (0.99 * corners));
    int oftenest = Arrays.stream(uses).sorted().skip(corners - corners / 10).sum();
    assertThat(oftenest / (5.0 * corners)).isLessThan(0.18);
  }
}
