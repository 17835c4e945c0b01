// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.sparksmote.internal.knn.SearchSettings;

/**
 * Everything the tasks need to know, settled by {@code fit}. It travels with every task and is
 * small: it grows with classes and buckets, and with columns that have a value where something is
 * known of each, not with rows.
 *
 * @param input columns and output schema
 * @param sums what every pass over the input must find
 * @param isLittle whether one task may read the whole input, so that no row need move
 * @param weights factor per feature for distances
 * @param classes all classes, by ascending label
 * @param facts what is known of each class as a whole, same order
 * @param routes how rows of each class find their cell, same order
 * @param cells all cells
 * @param search settings of the neighbour search; its k is that of the params
 */
record ResamplingPlan(
    InputSchema input,
    InputSums sums,
    boolean isLittle,
    FeatureWeights weights,
    List<ClassPlan> classes,
    List<ClassFacts> facts,
    List<ClassRoute> routes,
    List<Cell> cells,
    SearchPlan search)
    implements Serializable {

  /** Features per row. */
  int size() {
    return weights.size();
  }

  /** The engine's settings and those of the variants, as the tasks need them. */
  record SearchPlan(
      int trees,
      int leafSize,
      int exactBelow,
      long seed,
      double targetQuality,
      VariantSettings variant)
      implements Serializable {

    /** The search of k neighbours. */
    SearchSettings of(int k) {
      // A little less than what is asked, because neighbours beyond a border are missed besides.
      SearchSettings.Target partners = SearchSettings.Target.OF_PARTNERS;
      return new SearchSettings(
          Math.max(1, k),
          trees,
          leafSize,
          exactBelow,
          seed,
          new SearchSettings.Target(
              partners.extraNeighbors() * targetQuality, partners.leastRecall()),
          TaskInterruption.here());
    }
  }

  /** Numbers that some variants need. */
  record VariantSettings(
      int mNeighbors,
      int numClusters,
      double clusterBalanceThreshold,
      double shrinkage,
      double truncationFactor,
      double deformationFactor)
      implements Serializable {

    static VariantSettings of(SmoteParams params) {
      return new VariantSettings(
          params.getMNeighbors(),
          params.getNumClusters(),
          params.getClusterBalanceThreshold(),
          params.getShrinkage(),
          params.getTruncationFactor(),
          params.getDeformationFactor());
    }
  }

  /**
   * The plan with other facts, classes and cells: what a survey of the cells settled. Rows of other
   * classes travel no more where bases fell back to rows that need none.
   */
  ResamplingPlan settled(List<ClassPlan> plans, List<ClassFacts> known, List<Cell> shared) {
    List<ClassRoute> needed = new ArrayList<>();
    for (int c = 0; c < routes.size(); c++) {
      boolean enemies = routes.get(c).takesEnemies() && known.get(c).parts().needsEnemies();
      needed.add(routes.get(c).takingEnemies(enemies));
    }

    return new ResamplingPlan(input, sums, isLittle, weights, plans, known, needed, shared, search);
  }

  /** The class of a cell. */
  ClassPlan classOf(int cell) {
    return classes.get(cells.get(cell).classIndex());
  }

  /** The facts of a cell's class. */
  ClassFacts factsOf(int cell) {
    return facts.get(cells.get(cell).classIndex());
  }

  /** Whether neighbours of the rows of a class are looked for at all. */
  boolean isSearched(int classIndex) {
    ClassPlan plan = classes.get(classIndex);
    VariantParts parts = facts.get(classIndex).parts();
    boolean needed = parts.needsNeighbors() || parts.needsEnemies();
    return !plan.isUntouched() && plan.k() > 0 && needed;
  }

  /** Whether neighbours of a class are found by approximate search. */
  boolean isApproximate(int classIndex) {
    ClassPlan plan = classes.get(classIndex);
    boolean enemies = facts.get(classIndex).parts().needsEnemies();
    long candidates = enemies ? allRows() : plan.count().usable();
    boolean exact = cellsOf(classIndex) == 1 && candidates <= search.exactBelow();
    return isSearched(classIndex) && !exact;
  }

  /** Usable rows of all classes. */
  long allRows() {
    return classes.stream().mapToLong(plan -> plan.count().usable()).sum();
  }

  /** How many cells a class has. */
  int cellsOf(int classIndex) {
    return (int) cells.stream().filter(cell -> cell.classIndex() == classIndex).count();
  }

  /** How many shuffle partitions hold the cells. */
  int partitions() {
    return cells.isEmpty() ? 0 : cells.get(cells.size() - 1).partition() + 1;
  }
}
