// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

/**
 * The neighbours found for the queries of one bucket, nearest first.
 *
 * <p>Rows are addressed by the index of the query point; points that were candidates only have no
 * neighbours here. Points at the same distance are in an order that is another for every query.
 */
public final class Neighbors {
  private final Points points;
  private final int k;
  private final int[] rankOfQuery;
  private final int[] ids;
  private final SearchQuality quality;

  Neighbors(Points points, int k, int[] rankOfQuery, int[] ids, SearchQuality quality) {
    this.points = points;
    this.k = k;
    this.rankOfQuery = rankOfQuery;
    this.ids = ids;
    this.quality = quality;
  }

  /** Returns the number of neighbours of every query: the k asked for, or all other points. */
  public int k() {
    return k;
  }

  /** Returns how near the search came to an exact one. */
  public SearchQuality quality() {
    return quality;
  }

  /** Returns how many neighbours a point has: {@link #k}, or 0 when it was no query. */
  public int count(int query) {
    return rankOfQuery[query] < 0 ? 0 : k;
  }

  /** Returns the index of the neighbour at a rank, 0 being the nearest. */
  public int id(int query, int rank) {
    return ids[at(query, rank)];
  }

  /**
   * Computes the true distance of the neighbour at a rank, in the unit of {@link
   * Points#squaredDistance}; few callers need more than the order.
   */
  public double distance(int query, int rank) {
    return Math.sqrt(points.squaredDistance(query, id(query, rank)));
  }

  private int at(int query, int rank) {
    int row = rankOfQuery[query];
    if (row < 0 || rank < 0 || rank >= k) {
      throw new IndexOutOfBoundsException("No neighbour " + rank + " of point " + query);
    }

    return row * k + rank;
  }
}
