// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.cells;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.distance.RowDistance;
import org.sparksmote.internal.knn.NeighborSearch;
import org.sparksmote.internal.knn.Neighbors;
import org.sparksmote.internal.knn.Points;
import org.sparksmote.internal.knn.SearchSettings;
import org.sparksmote.internal.rows.RowStore;

/** Who is near whom in a cell. */
public final class Neighborhood {

  /** Neighbours that are counted must be the right ones: a stand-in may be of another class. */
  private static final SearchSettings.Target COUNTED = new SearchSettings.Target(0.9, 0.98);

  private final CellRows rows;
  private final RowDistance distance;
  private final SearchPlan plan;
  private final Points points;
  private @Nullable Neighbors nearestEnemies;

  /** Of rows that arrived; nothing is searched before it is asked for. */
  public Neighborhood(CellRows rows, RowDistance distance, SearchPlan plan) {
    this.rows = rows;
    this.distance = distance;
    this.plan = plan;
    this.points = distance.points(rows.store);
  }

  /** The places of the rows; identical rows share one. */
  public Points points() {
    return points;
  }

  /** At most k neighbours within the class, for the rows at home. */
  public RowNeighbors inClass(int wanted) {
    int k = (int) Math.min(wanted, rows.ownRows - 1);
    return RowNeighbors.inClass(rows, partners(rows.home, own(), Math.max(1, k)), k);
  }

  /**
   * Neighbours among all rows, as many as any part asks for.
   *
   * @param k of the class
   * @param everyRow whether they are asked for rows of other classes too
   */
  public RowNeighbors amongAll(int k, boolean everyRow) {
    int wanted = Math.max(k, plan.counted());
    int most = (int) Math.min(wanted, rows.rows() - 1);
    boolean[] all = new boolean[rows.points()];
    Arrays.fill(all, true);
    Neighbors found = search(everyRow ? all : own(), all, Math.max(1, most));
    return RowNeighbors.amongAll(rows, found, most);
  }

  /** The nearest row of another class, or -1 if there is none in the cell. */
  public long nearestEnemy(long row) {
    Neighbors known = nearestEnemies;
    if (known == null) {
      known = search(withoutEnemies(), enemyPoints(), 1);
      nearestEnemies = known;
    }

    int point = rows.pointOf(row);
    if (rows.enemies(point) > 0) {
      return rows.firstEnemy(point);
    }

    return known.k() == 0 ? -1 : rows.firstEnemy(known.id(point, 0));
  }

  /** Own points that share no place with an enemy; for the others nothing need be searched. */
  private boolean[] withoutEnemies() {
    boolean[] alone = own();
    boolean[] enemies = enemyPoints();
    for (int point = 0; point < alone.length; point++) {
      alone[point] &= !enemies[point];
    }

    return alone;
  }

  /** Which points have rows of the own class. */
  public boolean[] own() {
    boolean[] own = new boolean[rows.points()];
    for (int point = 0; point < own.length; point++) {
      own[point] = rows.isOwn(point);
    }

    return own;
  }

  /** Which points have rows of other classes. */
  public boolean[] enemyPoints() {
    boolean[] enemies = new boolean[rows.points()];
    for (int point = 0; point < enemies.length; point++) {
      enemies[point] = rows.enemies(point) > 0;
    }

    return enemies;
  }

  /** The nearest candidates of every query, which can be partners. */
  public Neighbors partners(boolean[] queries, boolean[] candidates, int k) {
    return NeighborSearch.search(points, queries, candidates, plan.of(k));
  }

  /** The nearest candidates of every query, to be counted. */
  public Neighbors search(boolean[] queries, boolean[] candidates, int k) {
    return NeighborSearch.search(points, queries, candidates, counted(k));
  }

  /** The same among the points of another store. */
  public Neighbors search(RowStore store, boolean[] queries, boolean[] candidates, int k) {
    return NeighborSearch.search(distance.points(store), queries, candidates, counted(k));
  }

  private SearchSettings counted(int k) {
    return plan.of(k).withTarget(COUNTED);
  }
}
