// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.io.Serializable;
import java.util.List;

/**
 * Which rows are searched together, settled by {@code fit}. It travels with every task and is
 * small: it grows with classes and buckets, and with columns that have a value where something is
 * known of each, not with rows.
 *
 * @param input columns and output schema
 * @param sums what every pass over the input must find
 * @param isLittle whether one task may read the whole input, so that no row need move
 * @param weights factor per feature for distances
 * @param classes all classes, by ascending label
 * @param cells all cells
 * @param search settings of the neighbour search
 */
record RoutingPlan(
    InputSchema input,
    InputSums sums,
    boolean isLittle,
    FeatureWeights weights,
    List<RoutedClass> classes,
    List<Cell> cells,
    SearchPlan search)
    implements Serializable {

  /** Features per row. */
  int size() {
    return weights.size();
  }

  /** The plan with other classes and cells: what a survey of the cells settled. */
  RoutingPlan settled(List<RoutedClass> others, List<Cell> shared) {
    return new RoutingPlan(input, sums, isLittle, weights, others, shared, search);
  }

  /** What is made of each class. */
  List<ClassPlan> plans() {
    return classes.stream().map(RoutedClass::plan).toList();
  }

  /** The class of a cell. */
  RoutedClass classOf(int cell) {
    return classes.get(cells.get(cell).classIndex());
  }

  /** What is made of the class of a cell. */
  ClassPlan planOf(int cell) {
    return classOf(cell).plan();
  }

  /** Whether neighbours of a class are found by approximate search. */
  boolean isApproximate(int classIndex) {
    RoutedClass routed = classes.get(classIndex);
    boolean enemies = routed.needs().takesEnemies();
    long candidates = enemies ? allRows() : routed.plan().count().usable();
    boolean exact = cellsOf(classIndex) == 1 && candidates <= search.exactBelow();
    return routed.isSearched() && !exact;
  }

  /** Usable rows of all classes. */
  private long allRows() {
    return classes.stream().mapToLong(routed -> routed.plan().count().usable()).sum();
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
