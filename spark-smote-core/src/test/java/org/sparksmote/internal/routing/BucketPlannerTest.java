// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.commons.lang3.SerializationUtils;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sparksmote.Recipes;
import org.sparksmote.Smote;
import org.sparksmote.internal.census.ClassCounter.Counts;
import org.sparksmote.internal.census.ClassPlan;
import org.sparksmote.internal.census.ClassSamples;
import org.sparksmote.internal.census.TestCounts;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.columns.NominalDemand;
import org.sparksmote.internal.columns.NominalRule;
import org.sparksmote.internal.distance.RowDistance;
import org.sparksmote.internal.routing.CellNeeds.Enemies;
import org.sparksmote.testing.Jobs;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Classes that were counted in tables that nobody made: no plan here looks at a row. */
class BucketPlannerTest extends SparkTest {

  private static final CellNeeds NEIGHBORS =
      new CellNeeds(true, true, 1, Enemies.NONE, false, false, 0);
  private static final CellNeeds OF_ALL =
      new CellNeeds(true, true, 1, Enemies.NEAR, false, true, 0);

  /** The plan of classes of so many rows, of which each but the first gets 100 more. */
  private static RoutingPlan plan(Smote smote, CellNeeds needs, long... rowsOfClass) {
    NominalDemand demand = new NominalDemand(NominalRule.REFUSED, "smote", false, true);
    InputSchema input = InputSchema.resolve(smote, demand, Tables.SCHEMA);
    Dataset<Row> nobody = Tables.of(Tables.SCHEMA);
    return plan(smote, needs, input, nobody, TestCounts.of(2, rowsOfClass));
  }

  private static RoutingPlan plan(
      Smote smote, CellNeeds needs, InputSchema input, Dataset<Row> data, Counts counts) {
    List<RoutedClass> classes = new ArrayList<>();
    for (int c = 0; c < counts.classes().size(); c++) {
      ClassPlan plan = new ClassPlan(counts.classes().get(c), c == 0 ? 0 : 100, 5, "");
      classes.add(new RoutedClass(plan, RowDistance.ofNumbers(counts.weights()), needs));
    }

    return new BucketPlanner(smote, 0, input, data, counts, classes).plan();
  }

  @Test
  void classThatFitsATask_isOneCell_andAnUntouchedOneHasNone() {
    RoutingPlan plan = plan(new Smote(), NEIGHBORS, 900, 30);
    assertThat(plan.cells()).containsExactly(new Cell(1, 30, 0, 100, 0));
    assertThat(plan.classes().get(0).route().isNone()).isTrue();
    assertThat(plan.classes().get(1).route().cellOfBucket()).containsExactly(0);
    assertThat(plan.partitions()).isEqualTo(1);
    assertThat(plan.size()).isEqualTo(2);
  }

  @Test
  void nothingToMake_isNoCellAndNoPartition() {
    RoutingPlan plan = plan(new Smote(), NEIGHBORS, 900);
    assertThat(plan.cells()).isEmpty();
    assertThat(plan.partitions()).isZero();
  }

  @Test
  void planOfCells_takesNoJob() {
    assertThat(Jobs.startedBy(() -> plan(new Smote(), NEIGHBORS, 900, 30, 40))).isZero();
  }

  /** 12,000 rows of which the count keeps fewer, but all that are drawn for the rule. */
  @Test
  void sampleOfTheCount_splitsAsOneThatIsDrawnFromAllRows() {
    Smote smote = new Smote().setExactBelow(0).setBucketRows(3_000);
    Dataset<Row> data = Tables.clouds(13_000, 12_000);
    InputSchema input = Recipes.schema(smote, data.schema());
    Counts counted = Recipes.counts(smote, input, data);
    List<RoutingPlan> plans = new ArrayList<>();
    assertThat(Jobs.startedBy(() -> plans.add(plan(smote, NEIGHBORS, input, data, counted))))
        .isZero();
    assertThat(
            Jobs.startedBy(
                () -> plans.add(plan(smote, NEIGHBORS, input, data, withoutSamples(counted)))))
        .isEqualTo(2);
    RoutingPlan open = plans.get(0);
    RoutingPlan known = plans.get(1);
    assertThat(rule(open)).isEqualTo(rule(known));
    assertThat(open.cells()).hasSize(4).containsOnly(Cell.open(1));
    assertThat(known.cells()).hasSize(4).allMatch(cell -> cell.rows() > 1_000 && cell.make() > 9);
    assertThat(settled(open, data)).hasSize(1).containsOnly(known.cells()); // with digests
    assertThat(settled(known, data)).containsOnly(known.cells());
  }

  /** Rows of both classes travel, those that are near; how near takes a pass over the class. */
  @Test
  void samplesOfAllClasses_splitAsOneThatIsDrawnFromAllRows() {
    Smote smote = new Smote().setExactBelow(0).setBucketRows(3_000);
    Dataset<Row> data = Tables.clouds(40_000, 12_000);
    InputSchema input = Recipes.schema(smote, data.schema());
    Counts counted = Recipes.counts(smote, input, data);
    List<RoutingPlan> plans = new ArrayList<>();
    int jobs = Jobs.startedBy(() -> plans.add(plan(smote, OF_ALL, input, data, counted)));
    int jobsWithout =
        Jobs.startedBy(() -> plans.add(plan(smote, OF_ALL, input, data, withoutSamples(counted))));
    assertThat(jobs).isPositive().isEqualTo(jobsWithout / 2); // each sample is followed by a count
    assertThat(rule(plans.get(0))).isEqualTo(rule(plans.get(1)));
    assertThat(plans.get(0).cells()).hasSizeGreaterThan(1).isEqualTo(plans.get(1).cells());
  }

  private static Counts withoutSamples(Counts counted) {
    return new Counts(
        counted.classes(),
        counted.weights(),
        counted.invalidRows(),
        counted.sums(),
        counted.storedPerRow(),
        counted.moments(),
        counted.distinct(),
        new ClassSamples(1_000_000),
        counted.isLittle());
  }

  /** The tree and what rows of other classes must be near to, as they travel. */
  private static byte[] rule(RoutingPlan plan) {
    return SerializationUtils.serialize(plan.classes().get(1).route().rule());
  }

  /** The cells as each partition of the shuffle knows them. */
  private static List<List<Cell>> settled(RoutingPlan plan, Dataset<Row> data) {
    BlockForm form = BlockForm.toSearch(plan.input());
    BitSet all = new BitSet();
    all.set(0, plan.cells().size());
    return Shuffle.routed(plan, form, data, all)
        .javaRDD()
        .mapPartitions(
            blocks -> List.of(new ArrivedCells(plan, form, blocks).plan().cells()).iterator())
        .collect();
  }

  /** Of three classes that grow one has open cells, one a cell that was counted. */
  @Test
  void openCells_areSettledBesideOthers() {
    Smote smote = new Smote().setExactBelow(1_000).setBucketRows(3_000);
    Dataset<Row> data = Tables.clouds(13_000, 12_000, 600);
    InputSchema input = Recipes.schema(smote, data.schema());
    RoutingPlan plan = plan(smote, NEIGHBORS, input, data, Recipes.counts(smote, input, data));
    assertThat(plan.openCells()).isEqualTo(4);
    for (List<Cell> cells : settled(plan, data)) {
      assertThat(cells).hasSize(5).noneMatch(Cell::isOpen);
      assertThat(cells.subList(0, 4).stream().mapToLong(Cell::rows).sum()).isEqualTo(12_000);
      assertThat(cells.subList(0, 4).stream().mapToLong(Cell::make).sum()).isEqualTo(100);
      assertThat(cells.get(4)).isEqualTo(plan.cells().get(4));
    }
  }

  /** Rows of few values fill some buckets and leave others all but empty. */
  @Test
  void bucketsThatMayBeSmall_areCountedBefore() {
    Smote smote = new Smote().setExactBelow(0).setBucketRows(3_000);
    List<Row> rows = new ArrayList<>(Tables.cloudRows(2, 13_000, 300));
    for (int i = 0; i < 11_700; i++) {
      rows.add(Tables.row(Vectors.dense(i % 3, 0), 1, i));
    }

    Dataset<Row> data = Tables.of(Tables.SCHEMA, rows);
    InputSchema input = Recipes.schema(smote, data.schema());
    Counts counted = Recipes.counts(smote, input, data);
    RoutingPlan plan = plan(smote, NEIGHBORS, input, data, counted);
    assertThat(plan.cells()).noneMatch(Cell::isOpen);
    assertThat(plan.cells().stream().mapToLong(Cell::rows).sum()).isEqualTo(12_000);
  }

  @Test
  void smallCells_shareATask_andLargeOnesDoNot() {
    Smote exact = new Smote().setNeighborSearch("exact");
    assertThat(plan(exact, NEIGHBORS, 900, 9_000, 8_000, 15_000, 30).cells())
        .extracting(Cell::partition)
        .as("17,000 rows share, 15,000 more would be above 20,000")
        .containsExactly(0, 0, 1, 1);
  }

  @Test
  void rowsOfOtherClasses_travelIfTheyAreNeeded() {
    assertThat(plan(new Smote(), NEIGHBORS, 900, 30).classes().get(1).route().takesEnemies())
        .isFalse();
    assertThat(plan(new Smote(), OF_ALL, 900, 30).classes().get(1).route().takesEnemies()).isTrue();
  }

  @Test
  void exactBelow_isWhatTheSearchIsSetTo() {
    assertThat(search("exact")).isEqualTo(Integer.MAX_VALUE);
    assertThat(search("approximate")).isZero();
    assertThat(search("auto")).isEqualTo(1234);
  }

  private static int search(String neighborSearch) {
    Smote smote = new Smote().setNeighborSearch(neighborSearch).setExactBelow(1234);
    return plan(smote, NEIGHBORS, 900, 30).search().exactBelow();
  }
}
