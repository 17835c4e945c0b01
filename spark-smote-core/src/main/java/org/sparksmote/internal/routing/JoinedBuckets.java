// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Buckets beside each other in the tree that are one cell, since each alone has few rows.
 *
 * @param rows of all of them
 * @param digest the sum of their digests
 */
record JoinedBuckets(long rows, long digest) {

  /**
   * Joins small buckets of a class to their neighbours.
   *
   * @param rows of each bucket
   * @param digests of each bucket
   * @param cellOfBucket is filled with the place of each bucket in the result
   * @param least rows that a cell has, if the class has as many
   */
  static List<JoinedBuckets> of(long[] rows, long[] digests, int[] cellOfBucket, long least) {
    List<JoinedBuckets> cells = new ArrayList<>();
    for (int b = 0; b < rows.length; b++) {
      JoinedBuckets bucket = new JoinedBuckets(rows[b], digests[b]);
      int last = cells.size() - 1;
      if (last < 0 || cells.get(last).rows() >= least) {
        cells.add(bucket);
      } else {
        cells.set(last, cells.get(last).and(bucket));
      }

      cellOfBucket[b] = cells.size() - 1;
    }

    joinLast(cells, cellOfBucket, least);
    return cells;
  }

  private static void joinLast(List<JoinedBuckets> cells, int[] cellOfBucket, long least) {
    int last = cells.size() - 1;
    if (last > 0 && cells.get(last).rows() < least) {
      JoinedBuckets few = cells.remove(last);
      cells.set(last - 1, cells.get(last - 1).and(few));
      Arrays.setAll(cellOfBucket, b -> Math.min(cellOfBucket[b], last - 1));
    }
  }

  private JoinedBuckets and(JoinedBuckets other) {
    return new JoinedBuckets(rows + other.rows, digest + other.digest);
  }
}
