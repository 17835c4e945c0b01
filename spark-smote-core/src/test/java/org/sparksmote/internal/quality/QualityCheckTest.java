// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sparksmote.Smote;
import org.sparksmote.internal.routing.CellNeeds;
import org.sparksmote.internal.routing.LinePlan;
import org.sparksmote.internal.routing.RoutingPlan;
import org.sparksmote.report.NeighborQuality;
import org.sparksmote.testing.Jobs;
import org.sparksmote.testing.SparkTest;

/**
 * Cell 0 has rows at 5 and 9.5, cell 1 at 12.5 and 13, and of each the nearest row is asked for.
 * The one of 9.5 is at 12.5, 3 away and beyond a border that it is not near enough to: in its cell
 * 5 is found, 4.5 away. Nothing else is missed.
 */
class QualityCheckTest extends SparkTest {

  private static final CellNeeds NEEDS =
      new CellNeeds(true, true, 1, CellNeeds.Enemies.NONE, false, false, 0);
  private static final double[] FRAUD = {5, 9.5, 12.5, 13};
  private static final double[] FAIR = {5.1, 9.6, 12.4, 13.1}; // nearer, and nobody's neighbours

  private final RoutingPlan plan =
      LinePlan.of(new Smote().setKNeighbors(1), NEEDS, 20, FAIR, FRAUD);
  private final Dataset<Row> data = LinePlan.data(FAIR, FRAUD);

  private NeighborQuality check(int sampleRows, int maxCells) {
    Map<Integer, NeighborQuality> found = new QualityCheck(plan, data).check(sampleRows, maxCells);
    assertThat(found).containsOnlyKeys(1);
    return Objects.requireNonNull(found.get(1));
  }

  /** Found 4.5, 4.5, 0.5, 0.5; true 4.5, 3, 0.5, 0.5, then 7.5, 3.5, 3, 3.5. */
  @Test
  void allRowsOfAllCells_areComparedWithAllRowsOfTheirClass() {
    NeighborQuality quality = check(4, 2);
    assertThat(quality.sampled()).isEqualTo(4);
    assertThat(quality.recall()).isEqualTo(3.0 / 4);
    assertThat(quality.meanDistanceRatio()).isEqualTo((1 + 1.5 + 1 + 1) / 4);
    assertThat(quality.ks()).as("up to 3 are 2 of 4, and 3 of 4").isEqualTo(0.25);
    double one = (4.5 + 3 + 0.5 + 0.5) / 4;
    double two = ((4.5 + 7.5) / 2 + (3 + 3.5) / 2 + (0.5 + 3) / 2 + (0.5 + 3.5) / 2) / 4;
    assertThat(quality.effectiveK()).isEqualTo(1 + (2.5 - one) / (two - one), within(1e-12));
  }

  @Test
  void fewCells_areThoseOfTheFront() {
    NeighborQuality quality = check(4, 1);
    assertThat(quality.sampled()).isEqualTo(2);
    assertThat(quality.recall()).as("of cell 0").isEqualTo(0.5);
  }

  @Test
  void fewRows_areSharedOutOverTheCells_oneEachAtLeast() {
    assertThat(check(2, 2).sampled()).isEqualTo(2);
    assertThat(check(1, 2).sampled()).isEqualTo(2);
  }

  @Test
  void classThatIsSearchedExactly_takesNoJob() {
    RoutingPlan exact = plan.settled(plan.classes(), plan.cells().subList(0, 1));
    QualityCheck check = new QualityCheck(exact, data);
    assertThat(Jobs.startedBy(() -> assertThat(check.check(4, 2)).isEmpty())).isZero();
    assertThat(List.of(exact.isApproximate(1), plan.isApproximate(1))).containsExactly(false, true);
  }
}
