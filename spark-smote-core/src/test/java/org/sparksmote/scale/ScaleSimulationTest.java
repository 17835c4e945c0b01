// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sparksmote.Smote;
import org.sparksmote.internal.routing.BlockForm;
import org.sparksmote.internal.routing.CountingRouter;
import org.sparksmote.internal.routing.RoutedRows;
import org.sparksmote.internal.routing.RoutingPlan;
import org.sparksmote.internal.routing.Shuffle;
import org.sparksmote.testing.SparkTest;

/** The simulation of a cluster counts what a real shuffle moves. */
class ScaleSimulationTest extends SparkTest {

  /** Enough for several partitions: small cells share one. */
  private static final int ROWS = 60_000;

  @Test
  void counts_areThoseOfARealShuffle() {
    Dataset<Row> data = new ScaleTable(ROWS, 6, 5).make(spark);
    Smote smote = new Smote().setSamplingStrategy(Map.of(ScaleTable.GROWN, 2 * ROWS));
    RoutingPlan plan =
        ScaleSimulation.plan(smote.setExactBelow(1000).setBucketRows(ROWS / 5), data).routing();
    int partitions = CountingRouter.partitions(plan);
    RoutedRows.Sum sum = RoutedRows.Sum.on(spark.sparkContext(), partitions);
    List<Row> kept = CountingRouter.route(plan, data, 3, sum).collectAsList();
    RoutedRows counted = sum.value();

    List<RoutedRows> shuffled =
        Shuffle.routed(plan, BlockForm.toMake(plan.input()), data, CountingRouter.allCells(plan))
            .javaRDD()
            .mapPartitionsWithIndex((p, blocks) -> count(p, blocks, partitions), false)
            .collect();
    RoutedRows real = new RoutedRows(partitions);
    shuffled.forEach(real::add);

    assertThat(partitions).isGreaterThan(3);
    assertThat(counted.blocks).isEqualTo(real.blocks);
    assertThat(counted.homes).isEqualTo(real.homes);
    assertThat(counted.candidates).isEqualTo(real.candidates);
    assertThat(counted.bytes).isEqualTo(real.bytes);
    assertThat(kept).hasSize((int) real.blocks[3]);
    assertThat(java.util.Arrays.stream(counted.homes).sum()).isEqualTo(ROWS);
  }

  private static Iterator<RoutedRows> count(int partition, Iterator<Row> blocks, int partitions) {
    RoutedRows counted = new RoutedRows(partitions);
    blocks.forEachRemaining(block -> counted.count(partition, block, 6));
    return List.of(counted).iterator();
  }

  @Test
  void rows_arePureFunctionsOfTheirNumber() {
    ScaleTable table = new ScaleTable(1000, 3, 4);
    List<Row> first = table.first(spark, 2).collectAsList();
    List<Row> all = table.make(spark).collectAsList();
    assertThat(first).hasSize(500).isEqualTo(all.subList(0, 500));
    assertThat(all.stream().filter(row -> row.getString(0).equals(ScaleTable.GROWN))).hasSize(1000);
  }

  @Test
  void options_haveDefaults_andRefuseWhatTheyDoNotKnow() {
    ScaleOptions options = ScaleOptions.parse("5000", "--cores", "4", "--docs", "x.md", "7");
    assertThat(options.command()).isEqualTo("simulate-scale 5000 --cores 4 7");
    assertThat(options.rows()).isEqualTo(5000);
    assertThat(options.dims()).isEqualTo(7);
    assertThat(options.cluster().slots()).isEqualTo(400);
    assertThat(options.partitions()).isEqualTo(400);
    assertThatThrownBy(() -> ScaleOptions.parse("--cpus", "4"))
        .hasMessageContaining("Cannot tell what is meant by [--cpus]");
  }

  @Test
  void report_goesBetweenItsMarkers_orToTheEnd() {
    String once = ScaleReport.inPage("# Page\n", "old\n");
    assertThat(once).startsWith("# Page\n\n## ").contains("old\n");
    assertThat(ScaleReport.inPage(once + "more\n", "new\n"))
        .isEqualTo(once.replace("old", "new") + "more\n");
  }
}
