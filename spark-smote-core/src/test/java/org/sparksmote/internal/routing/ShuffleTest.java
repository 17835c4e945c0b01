// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.Smote;
import org.sparksmote.internal.rows.PackedRows;
import org.sparksmote.testing.SparkTest;

/** Class fraud is parted at 10, and rows less than 2 from there are candidates beyond. */
class ShuffleTest extends SparkTest {

  private static final double[] FAIR = {5, 10.5};
  private static final double[] FRAUD = {1, 1, 9, 11, 30};

  private static RoutingPlan plan(CellNeeds.Enemies enemies) {
    CellNeeds needs = new CellNeeds(true, true, 1, enemies, false, false, 0);
    return LinePlan.of(new Smote().setPassengerColumns("copy"), needs, 20, FAIR, FRAUD);
  }

  private static Dataset<Row> routed(RoutingPlan plan, BlockForm form, int... cells) {
    BitSet wanted = new BitSet();
    Arrays.stream(cells).forEach(wanted::set);
    return Shuffle.routed(plan, form, LinePlan.data(FAIR, FRAUD), wanted);
  }

  /** Partition, cell, form and place of every row that is sent. */
  private static Set<String> sent(RoutingPlan plan, int... cells) {
    Set<String> sent = new TreeSet<>();
    List<Row> blocks =
        routed(plan, BlockForm.toSearch(plan.input()), cells)
            .withColumn("partition", functions.spark_partition_id())
            .collectAsList();
    for (Row block : blocks) {
      if (!BlockForm.isSums(block)) {
        PackedRows.Reader rows = new PackedRows.Reader(BlockForm.rows(block), 1);
        while (rows.next()) {
          String role = rows.enemy ? " enemy " : rows.home ? " home " : " near ";
          sent.add(block.getInt(3) + "/" + BlockForm.cell(block) + role + rows.row.values[0]);
        }
      }
    }

    return sent;
  }

  @Test
  void rowsComeToTheirCell_andCandidatesBeyondTheBorder() {
    assertThat(sent(plan(CellNeeds.Enemies.NONE), 0, 1))
        .containsExactly(
            "0/0 home 1.0",
            "0/0 home 9.0",
            "0/0 near 11.0",
            "1/1 home 11.0",
            "1/1 home 30.0",
            "1/1 near 9.0");
  }

  @Test
  void rowsOfOtherClasses_comeTheSameWay_whereTheyAreNeeded() {
    assertThat(sent(plan(CellNeeds.Enemies.NEAR), 0, 1))
        .filteredOn(row -> row.contains("enemy"))
        .containsExactly("0/0 enemy 10.5", "0/0 enemy 5.0", "1/1 enemy 10.5");
  }

  @Test
  void cellsThatAreNotAskedFor_getNothing() {
    assertThat(sent(plan(CellNeeds.Enemies.NONE), 1))
        .containsExactly("1/1 home 11.0", "1/1 home 30.0", "1/1 near 9.0");
  }

  @Test
  void passengers_followTheirCell_inTheOrderOfPlaces() {
    RoutingPlan plan = plan(CellNeeds.Enemies.NONE);
    List<Cell> together = plan.cells().stream().map(cell -> cell.inPartition(0)).toList();
    RoutingPlan one = plan.settled(plan.classes(), together);
    List<Row> rows = routed(one, BlockForm.toMake(plan.input()), 0, 1).collectAsList();
    assertThat(rows).isSortedAccordingTo((a, b) -> Integer.compare(a.getInt(1), b.getInt(1)));
    for (int cell : new int[] {0, 1}) {
      List<Row> ofCell = rows.stream().filter(row -> row.getInt(1) == cell).toList();
      List<byte[]> places = new ArrayList<>();
      List<String> texts = new ArrayList<>();
      for (Row row : ofCell) {
        if (BlockForm.isBlock(row)) {
          assertThat(places).as("blocks come first").isEmpty();
        } else {
          places.add(row.getAs(3));
          texts.add(BlockForm.own(row).getString(0));
        }
      }

      assertThat(texts)
          .containsExactlyInAnyOrder(
              cell == 0
                  ? new String[] {"fraud 1.0", "fraud 1.0", "fraud 9.0"}
                  : new String[] {"fraud 11.0", "fraud 30.0"});
      assertThat(places).isSortedAccordingTo(Arrays::compareUnsigned);
    }
  }

  @Test
  void littleData_isNotShuffled() {
    RoutingPlan plan = plan(CellNeeds.Enemies.NONE);
    List<Cell> together = plan.cells().stream().map(cell -> cell.inPartition(0)).toList();
    for (boolean isLittle : new boolean[] {true, false}) {
      RoutingPlan one =
          new RoutingPlan(
              plan.input(),
              plan.sums(),
              isLittle,
              plan.weights(),
              plan.classes(),
              together,
              plan.search());
      Dataset<Row> routed = routed(one, BlockForm.toSearch(plan.input()), 0, 1);
      String steps = routed.queryExecution().executedPlan().toString();
      assertThat(steps.contains("Exchange SinglePartition")).isEqualTo(!isLittle);
      assertThat(routed.rdd().getNumPartitions()).isEqualTo(1);
    }
  }

  /** Where Spark itself sends the keys. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 50})
  void partitionKeys_areSentEachToItsPartition(int partitions) {
    List<Integer> keys = Arrays.stream(Shuffle.partitionKeys(partitions)).boxed().toList();
    List<Row> sent =
        spark
            .createDataset(keys, Encoders.INT())
            .toDF("key")
            .repartition(partitions, functions.col("key"))
            .withColumn("partition", functions.spark_partition_id())
            .collectAsList();
    assertThat(sent).hasSize(partitions);
    assertThat(sent).allMatch(row -> keys.indexOf(row.getInt(0)) == row.getInt(1));
  }
}
