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

  InvertedSearch(SparsePoints points, InvertedIndex index) {
    this.points = points;
    this.index = index;
  }

  /** Writes the k nearest of every query, one row of {@code ids} each. */
  static void search(
      SparsePoints points, Roles roles, int k, Interruption interruption, int[] ids) {
    InvertedIndex.Scale scale = InvertedIndex.Scale.of(points);
    InvertedSearch search =
        new InvertedSearch(points, new InvertedIndex(points, roles.candidates(), scale));
    int[] queries = roles.queries();
    NearestSet nearest = new NearestSet(k);
    double[] smallest = new double[k];
    for (int q = 0; q < queries.length; q++) {
      interruption.check();
      search.nearest(queries[q], smallest, nearest);
      nearest.copyTo(ids, q * k);
    }
  }

  /** Finds as many nearest as the set and the working space have room for. */
  void nearest(int query, double[] smallest, NearestSet nearest) {
    nearest.clear(query);
    int count = index.meet(query, Integer.MAX_VALUE);
    double reach = reach(query, count, smallest);
    for (int i = 0; i < count; i++) {
      int place = index.met(i);
      if (index.estimate(place) - index.slack(place) <= reach) {
        offer(query, index.point(place), nearest);
      }
    }

    for (int place = 0; place < index.size(); place++) {
      if (!index.isMet(place)) {
        if (index.estimate(place) - index.slack(place) > reach) {
          break; // and all longer rows are farther still
        }

        offer(query, index.point(place), nearest);
      }
    }
  }

  private void offer(int query, int row, NearestSet nearest) {
    if (row != query) {
      nearest.offer(row, points.squaredDistance(query, row));
    }
  }

  /** Returns an estimate that none of the nearest exceeds by more than its slack. */
  private double reach(int query, int count, double[] smallest) {
    Arrays.fill(smallest, Double.POSITIVE_INFINITY);
    for (int i = 0; i < count; i++) {
      int place = index.met(i);
      if (index.point(place) != query) {
        keep(smallest, index.estimate(place) + index.slack(place));
      }
    }

    int last = smallest.length - 1;
    for (int place = 0; place < index.size(); place++) {
      if (!index.isMet(place) && index.point(place) != query) {
        double most = index.estimate(place) + index.slack(place);
        if (most >= smallest[last]) {
          break;
        }

        keep(smallest, most);
      }
    }

    return smallest[last];
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
