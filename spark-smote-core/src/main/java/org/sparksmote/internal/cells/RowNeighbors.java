// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.cells;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.sparksmote.internal.knn.Neighbors;
import org.sparksmote.internal.knn.SearchQuality;

/**
 * The k nearest rows of rows of a cell. The search knows distinct points only; here its lists are
 * read as lists of rows: first the row's own identical copies, then the copies of each neighbour. A
 * row is never its own neighbour.
 */
public final class RowNeighbors {

  private final CellRows rows;
  private final IntFunction<Neighbors> neighborsOf; // by point
  private final SearchQuality quality;
  private final boolean amongAll; // or among the rows of the class only
  private final int k;

  private RowNeighbors(
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

  /** Of neighbours within the class. */
  static RowNeighbors inClass(CellRows rows, Neighbors found, int k) {
    return new RowNeighbors(rows, any -> found, found.quality(), false, k);
  }

  /** Of neighbours among the rows of all classes. */
  static RowNeighbors amongAll(CellRows rows, Neighbors found, int k) {
    return new RowNeighbors(rows, any -> found, found.quality(), true, k);
  }

  /**
   * Of neighbours within the class and a group. Rows of a group of at most k rows must not be asked
   * for.
   *
   * @param found the neighbours by group
   * @param groupOf the group of a point
   */
  public static RowNeighbors inGroups(
      CellRows rows, Neighbors[] found, IntUnaryOperator groupOf, int k) {
    return new RowNeighbors(
        rows, point -> found[groupOf.applyAsInt(point)], worst(found), false, k);
  }

  private static SearchQuality worst(Neighbors[] found) {
    return Arrays.stream(found)
        .map(Neighbors::quality)
        .max(Comparator.comparingDouble(SearchQuality::effectiveK))
        .orElseThrow();
  }

  /** How near the search came to an exact one within the cell. */
  public SearchQuality quality() {
    return quality;
  }

  /** How many neighbours every row has. */
  public int k() {
    return k;
  }

  /** The row that is neighbour number {@code rank} of a base row, 0 being the nearest. */
  public long row(long base, int rank) {
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
