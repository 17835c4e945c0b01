// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A search asks once per block of queries whether to go on, and ends at the first no. */
class InterruptionTest {

  private static final int ROWS = 3000;
  private static final int K = 5;

  /** Counts how often it is asked, and says no from some time on. */
  private static final class Counter implements Interruption {
    private final int most;
    private int asked;

    Counter(int most) {
      this.most = most;
    }

    @Override
    public void check() {
      asked++;
      if (asked > most) {
        throw new IllegalStateException("interrupted");
      }
    }
  }

  /**
   * A kind of search.
   *
   * @param points what is searched
   * @param exactBelow when the search is exact
   * @param least how often it asks at least: once per block of queries
   */
  private record Search(Points points, int exactBelow, int least) {

    void run(Interruption interruption) {
      boolean[] all = new boolean[points.size()];
      Arrays.fill(all, true);
      SearchSettings settings =
          new SearchSettings(
              K, 4, 64, exactBelow, 1, SearchSettings.Target.OF_PARTNERS, interruption);
      NeighborSearch.search(points, all, settings);
    }
  }

  static Stream<Named<Search>> searches() {
    Points dense = DensePoints.of(Workloads.isotropic(ROWS, 8, 1), ROWS, 8);
    Points texts = ScantSearchTest.texts(ROWS);
    int tiles = (ROWS + FullScan.TILE - 1) / FullScan.TILE;
    int leaves = ROWS / 128; // of at most twice the size asked for
    return Stream.of(
        Named.of("exact", new Search(dense, Integer.MAX_VALUE, tiles * ROWS / RowBlock.ROWS)),
        Named.of("in leaves", new Search(dense, 0, leaves)),
        Named.of("inverted index", new Search(texts, Integer.MAX_VALUE, ROWS)),
        Named.of("part of an inverted index", new Search(texts, 0, ROWS)));
  }

  @ParameterizedTest
  @MethodSource("searches")
  void search_asksOncePerBlock_andEndsWhenItIsToldTo(Search search) {
    Counter never = new Counter(Integer.MAX_VALUE);
    search.run(never);
    assertThat(never.asked).isGreaterThanOrEqualTo(search.least());
    for (int most : new int[] {0, 1, search.least() / 2}) {
      Counter counter = new Counter(most);
      assertThatThrownBy(() -> search.run(counter)).hasMessage("interrupted");
      assertThat(counter.asked).isEqualTo(most + 1); // nothing was searched after the no
    }
  }
}
