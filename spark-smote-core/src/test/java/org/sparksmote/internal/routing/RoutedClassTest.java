// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sparksmote.internal.census.ClassPlan;
import org.sparksmote.internal.distance.RowDistance;
import org.sparksmote.internal.routing.CellNeeds.Enemies;
import org.sparksmote.internal.rows.ColumnValues;
import org.sparksmote.internal.rows.FeatureWeights;
import org.sparksmote.internal.strategy.ClassCount;

class RoutedClassTest {

  private static final RowDistance DISTANCE =
      RowDistance.ofNumbers(new FeatureWeights(ColumnValues.same(1, 1)));

  private static CellNeeds needs(boolean neighbors, Enemies enemies) {
    return new CellNeeds(true, neighbors, 1, enemies, false, false, 0);
  }

  private static ClassPlan plan(long make, int k) {
    return new ClassPlan(new ClassCount("a", "a", 9, 9, 9, 0), make, k, "");
  }

  private static RoutedClass routed(long make, int k, CellNeeds needs) {
    return new RoutedClass(plan(make, k), DISTANCE, needs);
  }

  @Test
  void newClass_hasNoWayYet() {
    assertThat(routed(5, 3, needs(true, Enemies.NONE)).route().isNone()).isTrue();
  }

  @Test
  void settled_hasTheOtherPlanAndNeeds() {
    CellNeeds less = needs(false, Enemies.NONE);
    ClassRoute route = new ClassRoute(OnePlane.rule(null), new int[] {7, 4}, true);
    RoutedClass routed = routed(5, 3, needs(true, Enemies.NEAR)).on(route);
    assertThat(routed.settled(plan(6, 2), less))
        .as("rows have found their way")
        .isEqualTo(new RoutedClass(plan(6, 2), DISTANCE, less, route));
  }

  @Test
  void searched_isWhatGetsRows_fromNeighbours() {
    CellNeeds neighbors = needs(true, Enemies.NONE);
    assertThat(routed(5, 3, neighbors).isSearched()).isTrue();
    assertThat(routed(0, 3, neighbors).isSearched()).as("gets none").isFalse();
    assertThat(routed(5, 0, neighbors).isSearched()).as("copies").isFalse();
    assertThat(routed(5, 3, needs(false, Enemies.NONE)).isSearched()).isFalse();
    assertThat(routed(5, 3, needs(false, Enemies.NEAR)).isSearched()).isTrue();
  }
}
