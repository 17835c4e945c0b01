// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JoinedBucketsTest {

  private static List<JoinedBuckets> join(int[] cellOfBucket, long least, long... rows) {
    long[] digests = new long[rows.length];
    for (int b = 0; b < rows.length; b++) {
      digests[b] = 1L << b; // so that a sum tells its buckets
    }

    return JoinedBuckets.of(rows, digests, cellOfBucket, least);
  }

  @Test
  void bucketsOfEnoughRows_areCellsOfTheirOwn() {
    int[] cells = new int[3];
    assertThat(join(cells, 10, 10, 11, 12))
        .containsExactly(
            new JoinedBuckets(10, 1), new JoinedBuckets(11, 2), new JoinedBuckets(12, 4));
    assertThat(cells).containsExactly(0, 1, 2);
  }

  @Test
  void smallBucket_takesTheNextOnes_untilThereAreEnoughRows() {
    int[] cells = new int[4];
    assertThat(join(cells, 10, 4, 5, 6, 20))
        .containsExactly(new JoinedBuckets(15, 1 + 2 + 4), new JoinedBuckets(20, 8));
    assertThat(cells).containsExactly(0, 0, 0, 1);
  }

  @Test
  void smallLastBucket_joinsTheCellBefore() {
    int[] cells = new int[3];
    assertThat(join(cells, 10, 10, 10, 3))
        .containsExactly(new JoinedBuckets(10, 1), new JoinedBuckets(13, 2 + 4));
    assertThat(cells).containsExactly(0, 1, 1);
  }

  @Test
  void classOfFewRows_isOneCell() {
    int[] cells = new int[3];
    assertThat(join(cells, 10, 1, 2, 3)).containsExactly(new JoinedBuckets(6, 7));
    assertThat(cells).containsExactly(0, 0, 0);
  }

  @Test
  void emptyBuckets_areJoined_alsoAtTheEnd() {
    int[] cells = new int[4];
    assertThat(join(cells, 1, 0, 5, 0, 0)).containsExactly(new JoinedBuckets(5, 1 + 2 + 4 + 8));
    assertThat(cells).containsExactly(0, 0, 0, 0);
  }
}
