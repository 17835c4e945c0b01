// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;

/**
 * Exact neighbours of wide sparse rows through an inverted index.
 *
 * <p>|q - p|² = |q|² + |p|² - 2qp loses digits where rows are near each other, so it only proposes:
 * every row that a bound on the error does not exclude is ranked by its true distance.
 */
final class InvertedSearch {
  private final SparsePoints points;
  private final InvertedIndex index;
  private final int[] rows;
  private final InvertedQueries queries;
  private final double[] smallest;

  /** Prepares to find so many of each row. */
  InvertedSearch(
      SparsePoints points, InvertedIndex index, int[] rows, InvertedQueries queries, int count) {
    this.points = points;
    this.index = index;
    this.rows = rows;
    this.queries = queries;
    this.smallest = new double[count];
  }

  /** Writes the k nearest of every query, one row of {@code ids} each. */
  static void search(
      SparsePoints points, Roles roles, int k, Interruption interruption, int[] ids) {
    InvertedIndex.Scale scale = InvertedIndex.Scale.of(points);
    InvertedIndex index = new InvertedIndex(points, roles.candidates(), scale);
    int[] rows = roles.queries();
    int[] costs = points.rowsPerColumn(roles.candidates());
    InvertedQueries queries = new InvertedQueries(points, rows, costs, scale);
    InvertedSearch search = new InvertedSearch(points, index, rows, queries, k);
    NearestSet nearest = new NearestSet(k);
    for (int q = 0; q < rows.length; q++) {
      interruption.check();
      search.nearest(q, Double.POSITIVE_INFINITY, nearest);
      nearest.copyTo(ids, q * k);
    }
  }

  /**
   * Finds the nearest of a query; candidates beyond a limit, in the index's unit, may be missed.
   */
  void nearest(int query, double limit, NearestSet nearest) {
    int row = rows[query];
    nearest.clear(row);
    index.meetAll(queries, query);
    double reach = Double.isInfinite(limit) ? reach(row) : limit;
    for (int place = 0; place < index.size(); place++) {
      int point = index.point(place);
      if (index.estimate(place) - index.slack(place) <= reach && point != row) {
        nearest.offer(point, points.squaredDistance(row, point));
      }
    }
  }

  /** Returns an estimate that none of the nearest exceeds by more than its slack. */
  private double reach(int row) {
    Arrays.fill(smallest, Double.POSITIVE_INFINITY);
    for (int place = 0; place < index.size(); place++) {
      if (index.point(place) != row) {
        keep(smallest, index.estimate(place) + index.slack(place));
      }
    }

    return smallest[smallest.length - 1];
  }

  private static void keep(double[] smallest, double value) {
    int at = smallest.length - 1;
    if (value >= smallest[at]) {
      return;
    }

    while (at > 0 && smallest[at - 1] > value) {
      smallest[at] = smallest[at - 1];
      at--;
    }

    smallest[at] = value;
  }
}
