// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.knn.NeighborSearch;
import org.sparksmote.internal.knn.Neighbors;
import org.sparksmote.internal.knn.Points;
import org.sparksmote.internal.knn.SearchQuality;
import org.sparksmote.internal.knn.SearchSettings;
import org.sparksmote.internal.synth.Difficulty;

/** Who is near whom in a cell; every search is run when it is first asked for. */
final class CellHood {

  /** Neighbours that are counted must be the right ones: a stand-in may be of another class. */
  private static final SearchSettings.Target COUNTED = new SearchSettings.Target(0.9, 0.98);

  final ResamplingPlan plan;
  final CellRows rows;
  final Points points;
  private @Nullable Partners inClass;
  private @Nullable Partners amongAll;
  private @Nullable Neighbors nearestEnemies;
  private @Nullable CellGroups groups;

  CellHood(ResamplingPlan plan, CellRows rows) {
    this.plan = plan;
    this.rows = rows;
    this.points = plan.factsOf(rows.cell).distance().points(rows.store);
  }

  /** The parts of the class's over-sampler. */
  VariantParts parts() {
    return plan.factsOf(rows.cell).parts();
  }

  /** Neighbours in the class; in the same cluster when bases are chosen by clusters. */
  Partners inClass() {
    Partners known = inClass;
    if (known == null) {
      known =
          parts().baseWeight() == BaseWeight.CLUSTER_SPARSITY
              ? Partners.inGroups(this, groups())
              : Partners.inClass(plan, rows, points, plan.classOf(rows.cell).k());
      inClass = known;
    }

    return known;
  }

  /** Neighbours among all rows, as many as any part asks for. */
  Partners amongAll() {
    Partners known = amongAll;
    if (known == null) {
      int most = Math.max(plan.classOf(rows.cell).k(), plan.search().variant().mNeighbors());
      known = Partners.amongAll(this, asking(), most);
      amongAll = known;
    }

    return known;
  }

  /** How near the search of partners came to an exact one; null if there was none. */
  @Nullable SearchQuality reached() {
    Partners partners = parts().drawsAmongAll() ? amongAll : inClass;
    if (partners == null) {
      return null;
    }

    int k = Math.min(plan.classOf(rows.cell).k(), partners.k());
    return partners.quality().ofFirst(k, partners.k());
  }

  /**
   * The search of partners, to be judged; where partners are no neighbours, that of the rows that
   * are counted. What an approximate search misses has nothing to do with clusters, so these are
   * left aside.
   */
  Partners judged() {
    return parts().judgesAmongAll()
        ? amongAll()
        : Partners.inClass(plan, rows, points, plan.classOf(rows.cell).k());
  }

  /** Whose neighbours among all are asked for: partners of other classes have a safe level too. */
  private boolean[] asking() {
    boolean[] asking = Partners.own(rows);
    if (parts().geometry() == Geometry.SAFE_SEGMENT && parts().partner().needsEnemies()) {
      Arrays.fill(asking, true);
    }

    return asking;
  }

  /** How many of the k nearest rows are of another class. */
  int enemies(long row, int k) {
    Partners all = amongAll();
    int enemies = 0;
    for (int rank = 0; rank < Math.min(k, all.k()); rank++) {
      enemies += rows.isEnemy(all.row(row, rank)) ? 1 : 0;
    }

    return enemies;
  }

  /** How many of the k nearest rows are of the own class. */
  int friends(long row, int k) {
    return Math.min(k, amongAll().k()) - enemies(row, k);
  }

  /** Whether a row is near the border of its class: half of its m nearest are enemies, not all. */
  boolean isInDanger(long row) {
    return Difficulty.isDanger(enemies(row, border()), border());
  }

  /** Whether a row has nothing but enemies around it. */
  boolean isNoise(long row) {
    return Difficulty.isNoise(enemies(row, border()), border());
  }

  private int border() {
    return Math.min(plan.search().variant().mNeighbors(), amongAll().k());
  }

  /** The nearest row of another class, or -1 if there is none in the cell. */
  long nearestEnemy(long row) {
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
    boolean[] alone = Partners.own(rows);
    boolean[] enemies = enemyPoints();
    for (int point = 0; point < alone.length; point++) {
      alone[point] &= !enemies[point];
    }

    return alone;
  }

  /** Which points have rows of other classes. */
  boolean[] enemyPoints() {
    boolean[] enemies = new boolean[rows.points()];
    for (int point = 0; point < enemies.length; point++) {
      enemies[point] = rows.enemies(point) > 0;
    }

    return enemies;
  }

  /** The nearest candidates of every query, to be counted. */
  Neighbors search(boolean[] queries, boolean[] candidates, int k) {
    return NeighborSearch.search(points, queries, candidates, counted(k));
  }

  /** The same among the points of another store. */
  Neighbors search(RowStore store, boolean[] queries, boolean[] candidates, int k) {
    Points others = plan.factsOf(rows.cell).distance().points(store);
    return NeighborSearch.search(others, queries, candidates, counted(k));
  }

  private SearchSettings counted(int k) {
    return plan.search().of(k).withTarget(COUNTED);
  }

  /** The rows of the class in groups: levels of nearness to other classes, or clusters. */
  CellGroups groups() {
    CellGroups known = groups;
    if (known == null) {
      known =
          parts().baseWeight() == BaseWeight.MAJORITY_PROXIMITY
              ? CellGroups.ofLevels(this)
              : CellGroups.ofClusters(this);
      groups = known;
    }

    return known;
  }
}
