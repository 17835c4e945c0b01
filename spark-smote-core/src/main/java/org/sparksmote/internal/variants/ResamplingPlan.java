// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.variants;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparksmote.internal.census.ClassPlan;
import org.sparksmote.internal.routing.BlockForm;
import org.sparksmote.internal.routing.Cell;
import org.sparksmote.internal.routing.RoutedClass;
import org.sparksmote.internal.routing.RoutingPlan;
import org.sparksmote.internal.routing.Shuffle;

/**
 * Everything the tasks need to know: which rows are searched together, and what the over-sampler
 * knows of the classes.
 *
 * @param facts what is known of each class as a whole, in the order of the classes
 * @param settings numbers that some variants need
 */
public record ResamplingPlan(RoutingPlan routing, List<ClassFacts> facts, VariantSettings settings)
    implements Serializable {

  /** The facts of a cell's class. */
  public ClassFacts factsOf(int cell) {
    return facts.get(routing.cells().get(cell).classIndex());
  }

  /** All rows that are searched, where they are searched, with what rows are made from. */
  public Dataset<Row> routed(Dataset<?> data) {
    BitSet all = new BitSet();
    all.set(0, routing.cells().size());
    return Shuffle.routed(routing, BlockForm.toMake(routing.input()), data, all);
  }

  /** The plan with what is known now of its cells. */
  public ResamplingPlan on(RoutingPlan other) {
    return new ResamplingPlan(other, facts, settings);
  }

  /** The plan with other facts, classes and cells: what a survey of the cells settled. */
  public ResamplingPlan settled(List<ClassPlan> plans, List<ClassFacts> known, List<Cell> shared) {
    List<RoutedClass> classes = new ArrayList<>();
    for (int c = 0; c < plans.size(); c++) {
      RoutedClass routed = routing.classes().get(c);
      classes.add(routed.settled(plans.get(c), known.get(c).parts().needs()));
    }

    return new ResamplingPlan(routing.settled(classes, shared), known, settings);
  }
}
