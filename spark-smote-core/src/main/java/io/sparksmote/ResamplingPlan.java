// SPDX-License-Identifier: Apache-2.0
package io.sparksmote;

import java.io.Serializable;
import java.util.List;

/**
 * Everything the tasks need to know, settled by {@code fit}. It travels with every task and is
 * small: it grows with classes and buckets, not with rows.
 *
 * @param input columns and output schema
 * @param weights factor per feature for distances
 * @param classes all classes, by ascending label
 * @param routes how rows of each class find their cell, same order
 * @param cells all cells
 * @param search settings of the neighbour search; its k is that of the params
 */
record ResamplingPlan(
    InputSchema input,
    FeatureWeights weights,
    List<ClassPlan> classes,
    List<ClassRoute> routes,
    List<Cell> cells,
    SearchPlan search)
    implements Serializable {

  /** Features per row. */
  int size() {
    return weights.size();
  }

  /** The engine's settings as the tasks need them. */
  record SearchPlan(int trees, int leafSize, int exactBelow, long seed) implements Serializable {}

  /** Whether neighbours of a class are found by approximate search. */
  boolean isApproximate(int classIndex) {
    ClassPlan plan = classes.get(classIndex);
    boolean searched = !plan.isUntouched() && plan.k() > 0;
    boolean exact = cellsOf(classIndex) == 1 && plan.count().usable() <= search.exactBelow();
    return searched && !exact;
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
