// SPDX-License-Identifier: Apache-2.0
package io.sparksmote;

import io.sparksmote.internal.knn.NeighborSearch;
import io.sparksmote.internal.knn.Neighbors;
import io.sparksmote.internal.knn.Points;
import io.sparksmote.internal.knn.SearchSettings;

/**
 * The k nearest rows of each base row of a cell. The search knows distinct points only; here its
 * lists are read as lists of rows: first the row's own identical copies, then the copies of each
 * neighbour. A row is never its own neighbour.
 */
final class Partners {

  private final CellRows rows;
  private final Neighbors neighbors;
  private final int k;

  private Partners(CellRows rows, Neighbors neighbors, int k) {
    this.rows = rows;
    this.neighbors = neighbors;
    this.k = k;
  }

  /** Searches the cell. */
  static Partners search(ResamplingPlan plan, CellRows rows) {
    int wanted = plan.classes().get(plan.cells().get(rows.cell).classIndex()).k();
    int k = Math.min(wanted, rows.rows() - 1);
    ResamplingPlan.SearchPlan search = plan.search();
    Points points = rows.store.points(plan.weights().values());
    Neighbors found =
        NeighborSearch.search(
            points,
            rows.home,
            new SearchSettings(
                Math.max(1, k),
                search.trees(),
                search.leafSize(),
                search.exactBelow(),
                search.seed()));
    return new Partners(rows, found, k);
  }

  /** How many neighbours every row has. */
  int k() {
    return k;
  }

  /** The row that is neighbour number {@code rank} of a base row, 0 being the nearest. */
  int row(int base, int rank) {
    int point = rows.pointOf[base];
    int first = rows.firstRow[point];
    int twins = rows.firstRow[point + 1] - first - 1;
    if (rank < twins) {
      int row = first + rank;
      return row < base ? row : row + 1;
    }

    int left = rank - twins;
    int at = 0;
    int neighbor = neighbors.id(point, at);
    while (left >= rows.firstRow[neighbor + 1] - rows.firstRow[neighbor]) {
      left -= rows.firstRow[neighbor + 1] - rows.firstRow[neighbor];
      neighbor = neighbors.id(point, ++at);
    }

    return rows.firstRow[neighbor] + left;
  }
}
