// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.sparksmote.Recipes;
import org.sparksmote.Smote;
import org.sparksmote.internal.cells.SearchPlan;
import org.sparksmote.internal.census.ClassPlan;
import org.sparksmote.internal.census.InputSums;
import org.sparksmote.internal.distance.RowDistance;
import org.sparksmote.internal.rows.ColumnValues;
import org.sparksmote.internal.rows.FeatureWeights;
import org.sparksmote.internal.strategy.ClassCount;

/**
 * Class a of 30 rows in one cell, b of 100 in two, c of 200 that gets no rows. Up to 50 rows are
 * searched exactly.
 */
class RoutingPlanTest {

  private static final FeatureWeights WEIGHTS = new FeatureWeights(ColumnValues.same(3, 1));

  private static CellNeeds needs(boolean neighbors, CellNeeds.Enemies enemies) {
    return new CellNeeds(true, neighbors, 1, enemies, false, false, 0);
  }

  private static final CellNeeds OWN = needs(true, CellNeeds.Enemies.NONE);

  private static RoutedClass routed(String name, long rows, long make, int k, CellNeeds needs) {
    ClassCount count = new ClassCount(name, name, rows, rows, rows, 0);
    return new RoutedClass(
        new ClassPlan(count, make, k, ""), RowDistance.ofNumbers(WEIGHTS), needs);
  }

  private static RoutingPlan plan(RoutedClass a) {
    return new RoutingPlan(
        Recipes.schema(
            new Smote().setInputCols("x"),
            new StructType().add("label", DataTypes.StringType).add("x", DataTypes.DoubleType)),
        new InputSums(3),
        true,
        WEIGHTS,
        List.of(a, routed("b", 100, 100, 5, OWN), routed("c", 200, 0, 5, OWN)),
        List.of(new Cell(0, 30, 0, 170, 0), new Cell(1, 60, 0, 60, 0), new Cell(1, 40, 0, 40, 1)),
        new SearchPlan(4, 32, 50, 1, 1, 10));
  }

  private final RoutingPlan plan = plan(routed("a", 30, 170, 5, OWN));

  @Test
  void cells_areOfTheirClass() {
    assertThat(plan.planOf(0).count().name()).isEqualTo("a");
    assertThat(plan.planOf(2).count().name()).isEqualTo("b");
    assertThat(List.of(plan.cellsOf(0), plan.cellsOf(1), plan.cellsOf(2))).containsExactly(1, 2, 0);
    assertThat(plan.partitions()).isEqualTo(2);
    assertThat(plan.size()).isEqualTo(3);
  }

  @Test
  void approximate_isAClassOfSeveralCells_orOfMoreRowsThanAreSearchedExactly() {
    assertThat(plan.isApproximate(0)).isFalse();
    assertThat(plan.isApproximate(1)).isTrue();
    assertThat(plan.isApproximate(2)).as("gets no rows").isFalse();
  }

  @Test
  void approximate_rowsOfOtherClassesCount_whereTheyAreSearchedToo() {
    CellNeeds all = needs(true, CellNeeds.Enemies.NEAR);
    assertThat(plan(routed("a", 30, 170, 5, all)).isApproximate(0)).isTrue();
  }

  @Test
  void approximate_isNothingThatIsNotSearched() {
    CellNeeds none = needs(false, CellNeeds.Enemies.NONE);
    assertThat(plan(routed("a", 300, 170, 5, none)).isApproximate(0)).isFalse();
    assertThat(plan(routed("a", 300, 170, 0, OWN)).isApproximate(0)).as("copies").isFalse();
    assertThat(plan(routed("a", 300, 170, 5, OWN)).isApproximate(0)).isTrue();
  }

  @Test
  void settled_hasOtherClassesAndCells() {
    RoutingPlan other = plan.settled(plan.classes().subList(0, 1), plan.cells().subList(0, 1));
    assertThat(other.plans()).hasSize(1);
    assertThat(other.partitions()).isEqualTo(1);
    assertThat(other.search()).isEqualTo(plan.search());
  }
}
