// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Identical rows are found by how unevenly they fill bins, and different ones are not. */
class CrowdingTest {

  private static final RankBins BINS = new RankBins(2);

  /** So many contents, each so many times. */
  private static long[] rows(long seed, int contents, int copies) {
    Random random = new Random(seed);
    long[] rows = new long[BINS.size()];
    for (int i = 0; i < contents; i++) {
      rows[BINS.of(random.nextLong())] += copies;
    }

    return rows;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 20, 1_000, 50_000, 2_000_000})
  void rowsThatDiffer_areNotCrowded(int rows) {
    for (long seed = 0; seed < 10; seed++) {
      assertThat(Crowding.of(BINS, rows(seed, rows, 1)).isEmpty()).as("seed " + seed).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 1_000, 100_000})
  void rowsThatAreThereTwice_areAllCrowded(int contents) {
    assertThat(Crowding.of(BINS, rows(1, contents, 2)).cardinality()).isEqualTo(BINS.size());
  }

  @Test
  void oneRowThatIsThereOften_isCrowdedAlone() {
    long[] rows = rows(1, 1_000_000, 1);
    rows[20_000] += 5_000;
    assertThat(Crowding.of(BINS, rows)).hasToString("{20000}");
  }
}
