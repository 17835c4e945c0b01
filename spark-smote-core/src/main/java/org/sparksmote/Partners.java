// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntFunction;
import org.sparksmote.internal.knn.NeighborSearch;
import org.sparksmote.internal.knn.Neighbors;
import org.sparksmote.internal.knn.Points;
import org.sparksmote.internal.knn.SearchQuality;
import org.sparksmote.internal.knn.SearchSettings;

/**
 * The k nearest rows of rows of a cell. The search knows distinct points only; here its lists are
 * read as lists of rows: first the row's own identical copies, then the copies of each neighbour. A
 * row is never its own neighbour.
 */
final class Partners {

  /** Neighbours that are counted must be the right ones: a stand-in may be of another class. */
  private static final SearchSettings.Target COUNTED = new SearchSettings.Target(0.9, 0.98);

  private final CellRows rows;
  private final IntFunction<Neighbors> neighborsOf; // by point
  private final SearchQuality quality;
  private final int[] end; // per point: one past its last row that counts
  private final int k;

  private Partners(CellRows rows, Neighbors neighbors, int[] end, int k) {
    this(rows, any -> neighbors, neighbors.quality(), end, k);
  }

  private Partners(
      CellRows rows, IntFunction<Neighbors> neighborsOf, SearchQuality quality, int[] end, int k) {
    this.quality = quality;
    this.rows = rows;
    this.neighborsOf = neighborsOf;
    this.end = end;
    this.k = k;
  }

  /** Neighbours within the class, for the rows at home. */
  static Partners inClass(ResamplingPlan plan, CellRows rows, Points points, int wanted) {
    int k = Math.min(wanted, rows.ownRows - 1);
    boolean[] own = own(rows);
    Neighbors found =
        NeighborSearch.search(points, rows.home, own, plan.search().of(Math.max(1, k)));
    return new Partners(rows, found, rows.ownEnd, k);
  }

  /** Neighbours among the rows of all classes, for the rows of the points that ask. */
  static Partners amongAll(
      ResamplingPlan plan, CellRows rows, Points points, boolean[] asking, int wanted) {
    int k = Math.min(wanted, rows.rows() - 1);
    SearchSettings settings = plan.search().of(Math.max(1, k)).withTarget(COUNTED);
    Neighbors found = NeighborSearch.search(points, asking, settings);
    int[] end = Arrays.copyOfRange(rows.firstRow, 1, rows.firstRow.length);
    return new Partners(rows, found, end, k);
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
      for (int row : groups.members(group)) {
        candidates[rows.pointOf[row]] = true;
        queries[rows.pointOf[row]] = rows.home[rows.pointOf[row]];
      }

      found[group] = hood.search(queries, candidates, k);
    }

    IntFunction<Neighbors> ofGroup = point -> found[groups.of(rows.firstRow[point])];
    return new Partners(rows, ofGroup, worst(found), rows.ownEnd, k);
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
  int row(int base, int rank) {
    int point = rows.pointOf[base];
    int first = rows.firstRow[point];
    int twins = end[point] - first - 1;
    if (rank < twins) {
      int row = first + rank;
      return row < base ? row : row + 1;
    }

    int left = rank - twins;
    int at = 0;
    Neighbors neighbors = neighborsOf.apply(point);
    int neighbor = neighbors.id(point, at);
    while (left >= end[neighbor] - rows.firstRow[neighbor]) {
      left -= end[neighbor] - rows.firstRow[neighbor];
      neighbor = neighbors.id(point, ++at);
    }

    return rows.firstRow[neighbor] + left;
  }
}
