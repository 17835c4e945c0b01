// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.weighing;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.Recipes;
import org.sparksmote.Smote;
import org.sparksmote.internal.cells.CellRows;
import org.sparksmote.internal.cells.SearchPlan;
import org.sparksmote.internal.cells.TestCells;
import org.sparksmote.internal.census.ClassPlan;
import org.sparksmote.internal.census.InputSums;
import org.sparksmote.internal.distance.RowDistance;
import org.sparksmote.internal.routing.Cell;
import org.sparksmote.internal.routing.RoutedClass;
import org.sparksmote.internal.routing.RoutingPlan;
import org.sparksmote.internal.rows.ColumnValues;
import org.sparksmote.internal.rows.FeatureWeights;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.internal.variants.ClassFacts;
import org.sparksmote.internal.variants.Recipe;
import org.sparksmote.internal.variants.ResamplingPlan;

/** The only cell of class 'a', with rows on a line, as the over-sampler of a stage sees it. */
final class WeighedCells {

  private static final StructType SCHEMA =
      new StructType().add("label", DataTypes.StringType).add("x", DataTypes.DoubleType);

  private WeighedCells() {}

  static VariantCell of(Smote smote, double[] own, double... enemies) {
    smote.setInputCols("x");
    CellRows rows = TestCells.of(own, enemies);
    Recipe recipe = Recipes.of(smote);
    FeatureWeights weights = new FeatureWeights(ColumnValues.same(1, 1));
    int count = own.length;
    ClassPlan plan =
        new ClassPlan(
            new ClassCount("a", "a", count, count, count, 0), count, smote.getKNeighbors(), "");
    RoutedClass routed =
        new RoutedClass(plan, RowDistance.ofNumbers(weights), recipe.parts().needs());
    RoutingPlan routing =
        new RoutingPlan(
            Recipes.schema(smote, SCHEMA),
            new InputSums(1),
            true,
            weights,
            List.of(routed),
            List.of(new Cell(0, count, 0, count, 0)),
            new SearchPlan(4, 32, Integer.MAX_VALUE, 1, 1, smote.getMNeighbors()));
    ClassFacts facts = ClassFacts.of(recipe.parts());
    return new VariantCell(new ResamplingPlan(routing, List.of(facts), recipe.settings()), rows);
  }

  /** The point at a place. */
  static int point(VariantCell cell, double x) {
    return TestCells.point(cell.rows, x);
  }

  /** The first row at a place. */
  static long row(VariantCell cell, double x) {
    return cell.rows.first(point(cell, x));
  }
}
