// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.verdicts;

import java.util.Arrays;
import java.util.TreeSet;
import org.sparksmote.internal.cells.CellRows;
import org.sparksmote.internal.cells.Neighborhood;
import org.sparksmote.internal.cells.OwnRows;
import org.sparksmote.internal.knn.Neighbors;

/**
 * Tomek links (Tomek 1976) in a cell: two rows of different classes such that no row is nearer to
 * either than they are to each other. Where several rows are equally near, each may be a partner.
 */
final class TomekCell {

  private final CellRows rows;
  private final Neighborhood hood;
  private final boolean[] removed;
  private final boolean[] all;

  /** By point: how far its nearest other row is, where that was searched. */
  private final double[] reach;

  TomekCell(CellRows rows, Neighborhood hood) {
    this.rows = rows;
    this.hood = hood;
    this.removed = new boolean[rows.points()];
    this.all = new boolean[rows.points()];
    this.reach = new double[rows.points()];
    Arrays.fill(all, true);
  }

  /** Whether the own rows of a point go, for the points at home. */
  boolean[] removed() {
    boolean[] single = new boolean[rows.points()];
    int[] judged = OwnRows.atHome(rows).points();
    for (int point : judged) {
      removed[point] = rows.enemies(point) > 0; // nothing is nearer than 0
      single[point] = !removed[point] && rows.ownRows(point) == 1;
    }

    Neighbors near = hood.search(single, all, 2);
    if (near.k() == 0) {
      return removed;
    }

    boolean[] partner = new boolean[rows.points()];
    boolean[] tied = new boolean[rows.points()];
    boolean anyTied = false;
    for (int point : judged) {
      if (single[point]) {
        reach[point] = distance(point, near.id(point, 0));
        tied[point] = near.k() > 1 && distance(point, near.id(point, 1)) == reach[point];
        partner[near.id(point, 0)] |= isLoneEnemy(near.id(point, 0));
        anyTied |= tied[point];
      }
    }

    measure(anyTied ? loneEnemies() : partner);
    for (int point : judged) {
      int nearest = single[point] ? near.id(point, 0) : -1;
      removed[point] |= nearest >= 0 && isLoneEnemy(nearest) && reach[nearest] >= reach[point];
      tied[point] &= !removed[point];
    }

    settle(tied);
    return removed;
  }

  private double distance(int a, int b) {
    return hood.points().squaredDistance(a, b);
  }

  /** Whether a point is one row of another class: with a copy, that would be its nearest. */
  private boolean isLoneEnemy(int point) {
    return rows.enemies(point) == 1 && !rows.isOwn(point);
  }

  private boolean[] loneEnemies() {
    boolean[] lone = new boolean[rows.points()];
    for (int point = 0; point < lone.length; point++) {
      lone[point] = isLoneEnemy(point);
    }

    return lone;
  }

  private void measure(boolean[] partners) {
    Neighbors found = hood.search(partners, all, 1);
    for (int point = 0; point < partners.length; point++) {
      if (partners[point]) {
        reach[point] = distance(point, found.id(point, 0));
      }
    }
  }

  /**
   * Rows that have several nearest ones: of all possible partners only those that reach as far are
   * searched, so that the nearest of these tells. Where there are many ties there are few reaches.
   */
  private void settle(boolean[] tied) {
    TreeSet<Double> reaches = new TreeSet<>();
    for (int point = 0; point < tied.length; point++) {
      if (tied[point]) {
        reaches.add(reach[point]);
      }
    }

    for (double wanted : reaches) {
      boolean[] queries = new boolean[tied.length];
      boolean[] candidates = new boolean[tied.length];
      boolean any = false;
      for (int point = 0; point < tied.length; point++) {
        queries[point] = tied[point] && reach[point] == wanted;
        candidates[point] = isLoneEnemy(point) && reach[point] == wanted;
        any |= candidates[point];
      }

      if (any) {
        link(queries, hood.search(queries, candidates, 1), wanted);
      }
    }
  }

  private void link(boolean[] queries, Neighbors found, double wanted) {
    for (int point = 0; point < queries.length; point++) {
      removed[point] |= queries[point] && distance(point, found.id(point, 0)) == wanted;
    }
  }
}
