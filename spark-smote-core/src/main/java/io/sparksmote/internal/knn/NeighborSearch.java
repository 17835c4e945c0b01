// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.internal.knn;

/**
 * Finds the nearest neighbours of the queries of one bucket.
 *
 * <p>The result is a pure function of the points, the marks and the settings. Points that are no
 * queries serve as candidates only, and no point is its own neighbour.
 */
public final class NeighborSearch {
  private NeighborSearch() {}

  /** Searches the neighbours of every point marked in {@code isQuery}. */
  public static Neighbors search(Points points, boolean[] isQuery, SearchSettings settings) {
    int size = points.size();
    if (isQuery.length != size) {
      throw new IllegalArgumentException(
          "Cannot search neighbours: " + isQuery.length + " marks for " + size + " points");
    }

    int[] queries = Ids.where(isQuery);
    int k = Math.min(settings.k(), Math.max(0, size - 1));
    int[] ids = new int[Math.multiplyExact(queries.length, k)];
    double[] distances = new double[ids.length];
    if (k > 0 && queries.length > 0) {
      boolean small = size <= 2 * settings.leafSize() || size - 1 <= 2 * k;
      if (small || size <= settings.exactBelow() || InvertedSearch.suits(points)) {
        ExactSearch.search(points, queries, k, ids, distances);
      } else {
        ForestSearch.search(points, isQuery, k, settings, ids, distances);
      }
    }

    return new Neighbors(k, Ids.ranks(queries, size), ids, distances);
  }
}
