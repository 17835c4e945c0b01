// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;

/**
 * Exact neighbours, in double, at nearly the price of the float kernel.
 *
 * <p>Floats fetch a few more candidates than asked; doubles rank them; a bound on the float error
 * then shows that no other candidate can be as near. Where it cannot show that (ties, crowded
 * rows), the same bound turned round gives the float distance below which every possible neighbour
 * lies, and all candidates below it are ranked in double. So the result never rests on a float.
 */
final class ExactSearch {
  private static final int MARGIN = 3;

  private final Points points;
  private final FloatImage image;
  private final int k;
  private final int[] queries;
  private final int[] candidates;
  private final Tile tile;
  private final RowBlock block = new RowBlock(FullScan.TILE);
  private final CandidateLists lists;
  private final NearestSet nearest;
  private final Interruption interruption;

  private ExactSearch(Points points, Roles roles, int k, Interruption interruption) {
    this.points = points;
    this.queries = roles.queries();
    this.candidates = roles.candidates();
    this.k = k;
    this.image = FloatImage.of(points);
    this.tile = new Tile(image, FullScan.TILE);
    this.interruption = interruption;
    this.lists = FullScan.nearest(image, queries, candidates, k + MARGIN, interruption);
    this.nearest = new NearestSet(k);
  }

  /** Writes the k nearest of every query, one row of {@code ids} each. */
  static void search(Points points, Roles roles, int k, Interruption interruption, int[] ids) {
    if (points.exactImage() && points.dims() > 0) {
      new ExactSearch(points, roles, k, interruption).run(ids);
    } else if (points instanceof SparsePoints sparse && points.dims() > 0) {
      InvertedSearch.search(sparse, roles, k, interruption, ids);
    } else {
      searchInDouble(points, roles, k, interruption, ids);
    }
  }

  private static void searchInDouble(
      Points points, Roles roles, int k, Interruption interruption, int[] ids) {
    int[] queries = roles.queries();
    NearestSet nearest = new NearestSet(k);
    for (int q = 0; q < queries.length; q++) {
      interruption.check();
      nearest.clear(queries[q]);
      for (int candidate : roles.candidates()) {
        if (candidate != queries[q]) {
          nearest.offer(candidate, points.squaredDistance(queries[q], candidate));
        }
      }

      nearest.copyTo(ids, q * k);
    }
  }

  private void run(int[] ids) {
    int[] open = new int[queries.length];
    int count = 0;
    for (int q = 0; q < queries.length; q++) {
      rankList(q);
      nearest.copyTo(ids, q * k);
      if (!isCertain(q)) {
        open[count++] = q;
      }
    }

    for (int i = 0; i < count; i += RowBlock.ROWS) {
      interruption.check();
      searchWithin(Arrays.copyOfRange(open, i, Math.min(i + RowBlock.ROWS, count)), ids);
    }
  }

  private void rankList(int q) {
    nearest.clear(queries[q]);
    for (int rank = 0; rank < lists.length && lists.id(q, rank) >= 0; rank++) {
      int id = lists.id(q, rank);
      nearest.offer(id, points.squaredDistance(queries[q], id));
    }
  }

  /** True when every point outside the list is surely farther than the k-th inside. */
  private boolean isCertain(int q) {
    double outside = Math.sqrt(lists.limit(q));
    return Double.isInfinite(outside)
        || outside > image.reach(image.norm(queries[q]), Math.sqrt(nearest.limit()) * image.factor);
  }

  private void searchWithin(int[] open, int[] ids) {
    NearestSet[] found = new NearestSet[open.length];
    double[] reach = new double[open.length];
    int[] rows = new int[open.length];
    for (int r = 0; r < open.length; r++) {
      found[r] = new NearestSet(k);
      rows[r] = queries[open[r]];
      found[r].clear(rows[r]);
      double farthest = points.squaredDistance(rows[r], ids[open[r] * k + k - 1]);
      reach[r] = image.reach(image.norm(rows[r]), Math.sqrt(farthest) * image.factor);
    }

    for (int from = 0; from < candidates.length; from += FullScan.TILE) {
      int count = Math.min(FullScan.TILE, candidates.length - from);
      tile.load(candidates, from, count);
      block.rows(rows, 0, rows.length, image.dims);
      tile.columns.measure(0, count, image.rows, block);
      for (int r = 0; r < open.length; r++) {
        rankWithin(rows[r], block.distances(r), reach[r], from, count, found[r]);
      }
    }

    for (int r = 0; r < open.length; r++) {
      found[r].copyTo(ids, open[r] * k);
    }
  }

  private void rankWithin(
      int query, float[] found, double reach, int from, int count, NearestSet best) {
    double limit = reach * reach * (1 + 0x1p-40);
    for (int i = 0; i < count; i++) {
      int id = candidates[from + i];
      if (found[i] <= limit && id != query) {
        best.offer(id, points.squaredDistance(query, id));
      }
    }
  }
}
