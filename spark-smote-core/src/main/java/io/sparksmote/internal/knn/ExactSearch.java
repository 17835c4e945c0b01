// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.internal.knn;

/**
 * Exact neighbours, in double, at nearly the price of the float kernel.
 *
 * <p>Floats fetch a few more candidates than asked; doubles rank them; a bound on the float error
 * then shows that no other point can be as near. Where it cannot show that (ties, crowded rows), the
 * same bound turned round gives the float distance below which every possible neighbour lies, and
 * all points below it are ranked in double. So the result never rests on a float.
 */
final class ExactSearch {
  private static final int TILE = 512;
  private static final int MARGIN = 3;
  private static final double UNIT = 0x1p-24;

  private final Points points;
  private final FloatImage image;
  private final int k;
  private final int[] queries;
  private final int[] everyId;
  private final float[][] columns;
  private final float[][] out = new float[2][TILE];
  private final CandidateLists lists;
  private final NearestSet nearest;

  private ExactSearch(Points points, int[] queries, int k) {
    this.points = points;
    this.queries = queries;
    this.k = k;
    this.image = FloatImage.of(points);
    this.columns = new float[points.dims()][TILE];
    this.lists = new CandidateLists(queries.length, k + MARGIN);
    this.nearest = new NearestSet(k);
    this.everyId = Ids.upTo(points.size());
  }

  /** Writes the k nearest of every query, one row of {@code ids} and {@code distances} each. */
  static void search(Points points, int[] queries, int k, int[] ids, double[] distances) {
    if (points.exactImage() && points.dims() > 0) {
      new ExactSearch(points, queries, k).run(ids, distances);
    } else {
      searchInDouble(points, queries, k, ids, distances);
    }
  }

  private static void searchInDouble(
      Points points, int[] queries, int k, int[] ids, double[] distances) {
    NearestSet nearest = new NearestSet(k);
    for (int q = 0; q < queries.length; q++) {
      nearest.clear();
      for (int i = 0; i < points.size(); i++) {
        if (i != queries[q]) {
          nearest.offer(i, points.squaredDistance(queries[q], i));
        }
      }

      nearest.copyTo(ids, distances, q * k);
    }
  }

  private void run(int[] ids, double[] distances) {
    fetchCandidates();
    int[] open = new int[queries.length];
    double[] reach = new double[queries.length];
    int count = 0;
    for (int q = 0; q < queries.length; q++) {
      rankList(q);
      nearest.copyTo(ids, distances, q * k);
      if (!isCertain(q)) {
        open[count] = q;
        reach[count++] = floatReach(q, Math.sqrt(nearest.limit()));
      }
    }

    for (int i = 0; i < count; i += 2) {
      searchWithin(open, reach, i, Math.min(2, count - i), ids, distances);
    }
  }

  private void fetchCandidates() {
    for (int from = 0; from < image.size; from += TILE) {
      int count = Math.min(TILE, image.size - from);
      image.copyToColumns(everyId, from, count, columns);
      for (int q = 0; q < queries.length; q += 2) {
        int other = Math.min(q + 1, queries.length - 1);
        distancesOf(queries[q], queries[other], count);
        collect(q, out[0], from, count);
        if (other > q) {
          collect(other, out[1], from, count);
        }
      }
    }
  }

  private void collect(int q, float[] found, int from, int count) {
    float limit = lists.limit(q);
    for (int i = 0; i < count; i++) {
      if (found[i] < limit && from + i != queries[q]) {
        lists.offer(q, from + i, found[i]);
        limit = lists.limit(q);
      }
    }
  }

  private void rankList(int q) {
    nearest.clear();
    for (int rank = 0; rank < lists.length && lists.id(q, rank) >= 0; rank++) {
      int id = lists.id(q, rank);
      nearest.offer(id, points.squaredDistance(queries[q], id));
    }
  }

  /** True when every point outside the list is surely farther than the k-th inside. */
  private boolean isCertain(int q) {
    double outside = Math.sqrt(lists.limit(q));
    return Double.isInfinite(outside) || outside > floatReach(q, Math.sqrt(nearest.limit()));
  }

  /**
   * Returns a float distance that no point within {@code distance} can exceed.
   *
   * <p>With u = 2^-24, q the query and b the other point, both centred: the casts move the difference
   * by at most u(|q| + |b|), and |b| is at most |q| + distance; the subtraction adds a relative u, the
   * fused sum of d squares a relative (d + 1)u / 2. The constants are twice what that needs, which
   * also covers the roundings made in double; the last term covers squares that underflow.
   */
  private double floatReach(int q, double distance) {
    double scaled = distance * image.factor;
    double casts = 4 * UNIT * (image.norm(queries[q]) + scaled);
    return (scaled + casts) * (1 + 2 * (image.dims + 4) * UNIT)
        + Math.sqrt(image.dims) * 0x1p-70;
  }

  private void searchWithin(
      int[] open, double[] reach, int at, int howMany, int[] ids, double[] distances) {
    NearestSet[] found = {new NearestSet(k), new NearestSet(k)};
    for (int from = 0; from < image.size; from += TILE) {
      int count = Math.min(TILE, image.size - from);
      image.copyToColumns(everyId, from, count, columns);
      distancesOf(queries[open[at]], queries[open[at + howMany - 1]], count);
      for (int side = 0; side < howMany; side++) {
        rankWithin(queries[open[at + side]], out[side], reach[at + side], from, count, found[side]);
      }
    }

    for (int side = 0; side < howMany; side++) {
      found[side].copyTo(ids, distances, open[at + side] * k);
    }
  }

  private void rankWithin(
      int query, float[] found, double reach, int from, int count, NearestSet best) {
    double limit = reach * reach * (1 + 0x1p-40);
    for (int i = 0; i < count; i++) {
      if (found[i] <= limit && from + i != query) {
        best.offer(from + i, points.squaredDistance(query, from + i));
      }
    }
  }

  private void distancesOf(int a, int b, int count) {
    DistanceKernel.pair(
        columns, count, image.rows, a * image.dims, b * image.dims, out[0], out[1]);
  }
}
