// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;

/** Measures a few queries against every candidate of an image and keeps the nearest, in float. */
final class FullScan {
  static final int TILE = 512;

  private final int[] queries;
  private final int[] candidates;
  private final CandidateLists lists;
  private final RowBlock block = new RowBlock(TILE);
  private final float[] noLimits = new float[TILE];

  private FullScan(int[] queries, int[] candidates, int listLength) {
    this.queries = queries;
    this.candidates = candidates;
    this.lists = new CandidateLists(queries.length, listLength);
    Arrays.fill(noLimits, -1f); // candidates ask for nothing here
  }

  /** Returns one list per query, in the order of {@code queries}. */
  static CandidateLists nearest(
      FloatImage image,
      int[] queries,
      int[] candidates,
      int listLength,
      Interruption interruption) {
    FullScan scan = new FullScan(queries, candidates, listLength);
    Tile tile = new Tile(image, TILE);
    for (int from = 0; from < candidates.length; from += TILE) {
      int count = Math.min(TILE, candidates.length - from);
      tile.load(candidates, from, count);
      for (int q = 0; q < queries.length; q += RowBlock.ROWS) {
        interruption.check();
        int end = Math.min(q + RowBlock.ROWS, queries.length);
        scan.block.rows(queries, q, end, image.dims);
        float widest = scan.widestLimit(q, end);
        tile.columns.near(0, count, image.rows, scan.noLimits, 0, widest, scan.block);
        scan.collect(q, end, from);
      }
    }

    return scan.lists;
  }

  private void collect(int q, int end, int from) {
    for (int hit = 0; hit < block.hitCount; hit++) {
      int i = block.hits[hit];
      offerAll(q, end, candidates[from + i], i);
    }
  }

  private void offerAll(int q, int end, int id, int column) {
    for (int other = q; other < end; other++) {
      float distance = block.distances(other - q)[column];
      if (distance <= lists.limit(other) && id != queries[other]) {
        lists.offer(other, id, distance);
      }
    }
  }

  private float widestLimit(int q, int end) {
    float widest = 0;
    for (int other = q; other < end; other++) {
      widest = Math.max(widest, lists.limit(other));
    }

    return widest;
  }
}
