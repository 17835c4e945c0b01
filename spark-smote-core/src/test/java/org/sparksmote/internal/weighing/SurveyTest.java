// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.weighing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sparksmote.Recipes;
import org.sparksmote.Smote;
import org.sparksmote.internal.routing.Cell;
import org.sparksmote.internal.routing.LinePlan;
import org.sparksmote.internal.routing.RoutingPlan;
import org.sparksmote.internal.variants.BaseWeight;
import org.sparksmote.internal.variants.ClassFacts;
import org.sparksmote.internal.variants.Geometry;
import org.sparksmote.internal.variants.Recipe;
import org.sparksmote.internal.variants.ResamplingPlan;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;

/**
 * Cell 0 has rows below 10, cell 1 the others. Of the three nearest of a row in danger two are of
 * class fair: 5 (twice) in cell 0; 20, 22, 40 and 43 in cell 1. The row at 60 is noise.
 */
class SurveyTest extends SparkTest {

  private static final double[] FRAUD = {0, 0.5, 1, 5, 5, 20, 22, 40, 43, 60};
  private static final double[] FAIR = {4.9, 5.2, 20.5, 21.5, 39, 39.5, 60.1, 60.2, 60.3};

  private static Smote danger() {
    return new Smote().setBaseWeight("danger").setKNeighbors(2).setMNeighbors(3);
  }

  private static ResamplingPlan unweighed(Smote smote, long make, double[] fair, double[] fraud) {
    Recipe recipe = Recipes.of(smote);
    RoutingPlan routing = LinePlan.of(smote, recipe.parts().needs(), make, fair, fraud);
    ClassFacts facts = ClassFacts.of(recipe.parts());
    return new ResamplingPlan(routing, List.of(facts, facts), recipe.settings());
  }

  private static ResamplingPlan settled(Smote smote, long make, double[] fair, double[] fraud) {
    Dataset<Row> data = LinePlan.data(fair, fraud);
    ResamplingPlan plan = unweighed(smote, make, fair, fraud);
    return Survey.settle(Recipes.of(smote), plan, plan.routed(data));
  }

  private static long[] make(ResamplingPlan plan) {
    return plan.routing().cells().stream().mapToLong(Cell::make).toArray();
  }

  private static ClassFacts fraudFacts(ResamplingPlan plan) {
    return plan.facts().get(1);
  }

  private static String note(ResamplingPlan plan) {
    return plan.routing().plans().get(1).note();
  }

  @Test
  void newRows_areSharedOutByWhatCellsWeigh_copiesCount() {
    ResamplingPlan plan = settled(danger(), 48, FAIR, FRAUD);
    assertThat(make(plan)).as("2 of 6 and 4 of 6").containsExactly(16, 32);
    assertThat(note(plan)).isEmpty();
    assertThat(fraudFacts(plan).parts().baseWeight()).isEqualTo(BaseWeight.DANGER);
  }

  @Test
  void rowsLeftOver_goToTheLargestRemainder() {
    assertThat(make(settled(danger(), 49, FAIR, FRAUD))).as("16.33, 32.67").containsExactly(16, 33);
  }

  @Test
  void cellWithoutABase_getsNothing() {
    double[] onlyLow = {4.9, 5.2};
    assertThat(make(settled(danger(), 7, onlyLow, FRAUD))).containsExactly(7, 0);
  }

  @Test
  void uniformBases_needNoSurvey() {
    assertThat(Survey.isNeeded(unweighed(new Smote(), 48, FAIR, FRAUD))).isFalse();
    assertThat(Survey.isNeeded(unweighed(danger(), 0, FAIR, FRAUD))).as("untouched").isFalse();
    assertThat(Survey.isNeeded(unweighed(danger(), 48, FAIR, FRAUD))).isTrue();
  }

  private static final double[] SAFE = {0, 1, 2, 3, 20, 21, 22, 23};
  private static final double[] FAR = {-500};

  @Test
  void classWithoutABase_isRefused_withWhatHelps() {
    assertThat(Refusal.of(() -> settled(danger(), 48, FAR, SAFE)))
        .startsWith("[SMOTE-046]")
        .contains(
            "class 'fraud'", "baseWeight danger", "none of its 8 usable rows", "variant smote");
  }

  @Test
  void classWithoutABase_fallsBackToUniformOnes_ifItMay() {
    ResamplingPlan plan = settled(danger().setOnShortfall("fallback"), 48, FAR, SAFE);
    assertThat(fraudFacts(plan).parts().baseWeight()).isEqualTo(BaseWeight.UNIFORM);
    assertThat(note(plan)).isEqualTo("uniform bases: no row is a base by danger");
  }

  private static Smote slGraph() {
    return new Smote().setVariant("sl_graph").setKNeighbors(2).setMNeighbors(3);
  }

  /** Of their two nearest are of the class: 4 rows none, 3 rows one, 3 rows both. */
  @Test
  void fewSafeRows_chooseDanger_onWholeSegments() {
    ResamplingPlan plan = settled(slGraph(), 48, FAIR, FRAUD);
    assertThat(fraudFacts(plan).parts().baseWeight()).isEqualTo(BaseWeight.DANGER);
    assertThat(fraudFacts(plan).parts().geometry()).isEqualTo(Geometry.SEGMENT);
    assertThat(make(plan)).containsExactly(16, 32);
  }

  /** Of their two nearest are of the class: 2 rows one, 8 rows both. */
  @Test
  void manySafeRows_chooseSafeLevel_nearTheSaferEnd() {
    ResamplingPlan plan = settled(slGraph(), 48, new double[] {4.9, 5.2}, FRAUD);
    assertThat(fraudFacts(plan).parts().baseWeight()).isEqualTo(BaseWeight.SAFE_LEVEL);
    assertThat(fraudFacts(plan).parts().geometry()).isEqualTo(Geometry.SAFE_SEGMENT);
    assertThat(make(plan)).as("every row is a base").containsExactly(24, 24);
  }

  /**
   * The five nearest rows of 0 and those of 20 are the first level, which has 10 rows; what is left
   * is the second, with 2 rows of cell 0 and 3 of cell 1, and weighs 1 / e.
   */
  @Test
  void levels_weighAsAWhole_whicheverCellsTheirRowsAreIn() {
    Smote smote = new Smote().setVariant("prowsyn");
    double[] rows = {1, 2, 3, 4, 5, 6, 7, 21, 22, 23, 24, 25, 26, 27, 28};
    ResamplingPlan plan = settled(smote, 1000, new double[] {0, 20}, rows);
    double second = Math.exp(-1);
    assertThat(fraudFacts(plan).levelWeights())
        .containsExactly(new double[] {1.0 / 10, second / 5, 0, 0, 0}, within(1e-12));
    assertThat(make(plan)).as("0.647 and 0.721 of 1.368").containsExactly(473, 527);
  }
}
