// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntFunction;
import org.sparksmote.internal.knn.NeighborSearch;
import org.sparksmote.internal.knn.Neighbors;
import org.sparksmote.internal.knn.Points;
import org.sparksmote.internal.knn.SearchQuality;

/**
 * The k nearest rows of rows of a cell. The search knows distinct points only; here its lists are
 * read as lists of rows: first the row's own identical copies, then the copies of each neighbour. A
 * row is never its own neighbour.
 */
final class Partners {

  private final CellRows rows;
  private final IntFunction<Neighbors> neighborsOf; // by point
  private final SearchQuality quality;
  private final boolean amongAll; // or among the rows of the class only
  private final int k;

  private Partners(CellRows rows, Neighbors neighbors, boolean amongAll, int k) {
    this(rows, any -> neighbors, neighbors.quality(), amongAll, k);
  }

  private Partners(
      CellRows rows,
      IntFunction<Neighbors> neighborsOf,
      SearchQuality quality,
      boolean amongAll,
      int k) {
    this.quality = quality;
    this.rows = rows;
    this.neighborsOf = neighborsOf;
    this.amongAll = amongAll;
    this.k = k;
  }

  /** Neighbours within the class, for the rows at home. */
  static Partners inClass(ResamplingPlan plan, CellRows rows, Points points, int wanted) {
    int k = (int) Math.min(wanted, rows.ownRows - 1);
    boolean[] own = own(rows);
    Neighbors found =
        NeighborSearch.search(points, rows.home, own, plan.search().of(Math.max(1, k)));
    return new Partners(rows, found, false, k);
  }

  /** Neighbours among the rows of all classes, for the rows of the points that ask. */
  static Partners amongAll(CellHood hood, boolean[] asking, int wanted) {
    CellRows rows = hood.rows;
    int k = (int) Math.min(wanted, rows.rows() - 1);
    boolean[] all = new boolean[rows.points()];
    Arrays.fill(all, true);
    return new Partners(rows, hood.search(asking, all, Math.max(1, k)), true, k);
  }

  /**
   * Neighbours within the class and the group. Rows of a group of at most k rows must not be asked
   * for.
   */
  static Partners inGroups(CellHood hood, CellGroups groups) {
    CellRows rows = hood.rows;
    int k = Math.max(1, hood.plan.classOf(rows.cell).k());
    Neighbors[] found = new Neighbors[groups.count()];
    for (int group = 0; group < found.length; group++) {
      boolean[] candidates = new boolean[rows.points()];
      boolean[] queries = new boolean[rows.points()];
      for (int point : groups.members(group).points()) {
        candidates[point] = true;
        queries[point] = rows.home[point];
      }

      found[group] =
          NeighborSearch.search(hood.points, queries, candidates, hood.plan.search().of(k));
    }

    return new Partners(rows, point -> found[groups.of(point)], worst(found), false, k);
  }

  private static SearchQuality worst(Neighbors[] found) {
    return Arrays.stream(found)
        .map(Neighbors::quality)
        .max(Comparator.comparingDouble(SearchQuality::effectiveK))
        .orElseThrow();
  }

  /** How near the search came to an exact one within the cell. */
  SearchQuality quality() {
    return quality;
  }

  /** Which points have rows of the own class. */
  static boolean[] own(CellRows rows) {
    boolean[] own = new boolean[rows.points()];
    for (int point = 0; point < own.length; point++) {
      own[point] = rows.isOwn(point);
    }

    return own;
  }

  /** How many neighbours every row has. */
  int k() {
    return k;
  }

  /** The row that is neighbour number {@code rank} of a base row, 0 being the nearest. */
  long row(long base, int rank) {
    int point = rows.pointOf(base);
    long twins = count(point) - 1;
    if (rank < twins) {
      long row = rows.first(point) + rank;
      return row < base ? row : row + 1;
    }

    long left = rank - twins;
    int at = 0;
    Neighbors neighbors = neighborsOf.apply(point);
    int neighbor = neighbors.id(point, at);
    while (left >= count(neighbor)) {
      left -= count(neighbor);
      neighbor = neighbors.id(point, ++at);
    }

    return rows.first(neighbor) + left;
  }

  /** How many rows of a point count. */
  private long count(int point) {
    return rows.ownRows(point) + (amongAll ? rows.enemies(point) : 0);
  }
}
