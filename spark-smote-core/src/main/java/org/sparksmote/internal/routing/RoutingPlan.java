// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import java.io.Serializable;
import java.util.List;
import org.sparksmote.internal.cells.SearchPlan;
import org.sparksmote.internal.census.ClassPlan;
import org.sparksmote.internal.census.InputSums;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.rows.FeatureWeights;

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
public record RoutingPlan(
    InputSchema input,
    InputSums sums,
    boolean isLittle,
    FeatureWeights weights,
    List<RoutedClass> classes,
    List<Cell> cells,
    SearchPlan search)
    implements Serializable {

  /** Features per row. */
  public int size() {
    return weights.size();
  }

  /** The plan with other classes and cells: what a survey of the cells settled. */
  public RoutingPlan settled(List<RoutedClass> others, List<Cell> shared) {
    return new RoutingPlan(input, sums, isLittle, weights, others, shared, search);
  }

  /** How many cells are counted only when rows are routed. */
  int openCells() {
    return (int) cells.stream().filter(Cell::isOpen).count();
  }

  /** What is made of each class. */
  public List<ClassPlan> plans() {
    return classes.stream().map(RoutedClass::plan).toList();
  }

  /** The class of a cell. */
  public RoutedClass classOf(int cell) {
    return classes.get(cells.get(cell).classIndex());
  }

  /** What is made of the class of a cell. */
  public ClassPlan planOf(int cell) {
    return classOf(cell).plan();
  }

  /** Whether neighbours of a class are found by approximate search. */
  public boolean isApproximate(int classIndex) {
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
  public int cellsOf(int classIndex) {
    return (int) cells.stream().filter(cell -> cell.classIndex() == classIndex).count();
  }

  /** How many shuffle partitions hold the cells. */
  int partitions() {
    return cells.isEmpty() ? 0 : cells.get(cells.size() - 1).partition() + 1;
  }
}
