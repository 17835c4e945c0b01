// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.weighing;

import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.cells.CellRows;
import org.sparksmote.internal.cells.Neighborhood;
import org.sparksmote.internal.cells.RowNeighbors;
import org.sparksmote.internal.census.ClassPlan;
import org.sparksmote.internal.knn.Neighbors;
import org.sparksmote.internal.knn.SearchQuality;
import org.sparksmote.internal.routing.RoutingPlan;
import org.sparksmote.internal.synth.Difficulty;
import org.sparksmote.internal.variants.BaseWeight;
import org.sparksmote.internal.variants.ClassFacts;
import org.sparksmote.internal.variants.ResamplingPlan;
import org.sparksmote.internal.variants.VariantParts;
import org.sparksmote.internal.variants.VariantSettings;

/**
 * A cell as an over-sampler sees it: the rows, what is known of their class, and who is near whom
 * as its parts ask. Every search is run when it is first asked for.
 */
public final class VariantCell {

  public final CellRows rows;
  public final Neighborhood hood;
  private final ResamplingPlan plan;
  private @Nullable RowNeighbors inClass;
  private @Nullable RowNeighbors amongAll;
  private @Nullable CellGroups groups;

  /** Of the rows of one cell; nothing is searched before it is asked for. */
  public VariantCell(ResamplingPlan plan, CellRows rows) {
    this.plan = plan;
    this.rows = rows;
    this.hood =
        new Neighborhood(
            rows, plan.routing().classOf(rows.cell).distance(), plan.routing().search());
  }

  /** The whole plan. */
  public RoutingPlan routing() {
    return plan.routing();
  }

  /** The parts of the class's over-sampler. */
  public VariantParts parts() {
    return facts().parts();
  }

  /** What is known of the class as a whole. */
  public ClassFacts facts() {
    return plan.factsOf(rows.cell);
  }

  /** Numbers that some variants need. */
  public VariantSettings settings() {
    return plan.settings();
  }

  /** How many neighbours of the class can be partners. */
  public int k() {
    return planned().k();
  }

  /** What is made of the class. */
  public ClassPlan planned() {
    return plan.routing().planOf(rows.cell);
  }

  /** How many rows are made here. */
  public long make() {
    return plan.routing().cells().get(rows.cell).make();
  }

  /** Features per row. */
  public int size() {
    return plan.routing().size();
  }

  /** The seed of the stage, which every draw starts from. */
  public long seed() {
    return plan.routing().search().seed();
  }

  /** How far two points are from each other. */
  double distance(int a, int b) {
    return Math.sqrt(squaredDistance(a, b));
  }

  /** How far two points are from each other, squared, which is cheaper. */
  public double squaredDistance(int a, int b) {
    return hood.points().squaredDistance(a, b);
  }

  /** Neighbours in the class; in the same cluster when bases are chosen by clusters. */
  public RowNeighbors inClass() {
    RowNeighbors known = inClass;
    if (known == null) {
      known =
          parts().baseWeight().keepsNeighborsInGroups()
              ? inGroups(groups(), Math.max(1, k()))
              : hood.inClass(k());
      inClass = known;
    }

    return known;
  }

  private RowNeighbors inGroups(CellGroups found, int k) {
    Neighbors[] neighbors = new Neighbors[found.count()];
    for (int group = 0; group < neighbors.length; group++) {
      boolean[] candidates = new boolean[rows.points()];
      boolean[] queries = new boolean[rows.points()];
      for (int point : found.members(group).points()) {
        candidates[point] = true;
        queries[point] = rows.home[point];
      }

      neighbors[group] = hood.partners(queries, candidates, k);
    }

    return RowNeighbors.inGroups(rows, neighbors, found::of, k);
  }

  /** Neighbours among all rows, as many as any part asks for. */
  public RowNeighbors amongAll() {
    RowNeighbors known = amongAll;
    if (known == null) {
      known = hood.amongAll(k(), plan.routing().classOf(rows.cell).needs().enemiesAsk());
      amongAll = known;
    }

    return known;
  }

  /** How near the search of partners came to an exact one; null if there was none. */
  public @Nullable SearchQuality reached() {
    RowNeighbors partners = parts().drawsAmongAll() ? amongAll : inClass;
    return partners == null
        ? null
        : partners.quality().ofFirst(Math.min(k(), partners.k()), partners.k());
  }

  /** How many of the k nearest rows are of another class. */
  int enemies(long row, int k) {
    RowNeighbors all = amongAll();
    int enemies = 0;
    for (int rank = 0; rank < Math.min(k, all.k()); rank++) {
      enemies += rows.isEnemy(all.row(row, rank)) ? 1 : 0;
    }

    return enemies;
  }

  /** How many of the k nearest rows are of the own class. */
  public int friends(long row, int k) {
    return Math.min(k, amongAll().k()) - enemies(row, k);
  }

  /** Whether a row is near the border of its class: half of its m nearest are enemies, not all. */
  public boolean isInDanger(long row) {
    return Difficulty.isDanger(enemies(row, border()), border());
  }

  /** Whether a row has nothing but enemies around it. */
  boolean isNoise(long row) {
    return Difficulty.isNoise(enemies(row, border()), border());
  }

  private int border() {
    return Math.min(settings().mNeighbors(), amongAll().k());
  }

  /** The rows of the class in groups: levels of nearness to other classes, or clusters. */
  public CellGroups groups() {
    CellGroups known = groups;
    if (known == null) {
      known =
          parts().baseWeight().grouping() == BaseWeight.Grouping.LEVELS
              ? CellGroups.ofLevels(this)
              : CellGroups.ofClusters(this);
      groups = known;
    }

    return known;
  }
}
