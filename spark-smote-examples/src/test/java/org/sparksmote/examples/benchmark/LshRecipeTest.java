// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.util.LongAccumulator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.sparksmote.examples.CommandTest;
import org.sparksmote.examples.workloads.Workload;
import org.sparksmote.examples.workloads.WorkloadTable;

class LshRecipeTest extends CommandTest {

  private static final int K = 3;

  private static final Offset<Double> EXACT = Offset.offset(1e-9);

  private static final LshSettings WIDE = new LshSettings(1e6, 8, 1e6, 1, 8);

  private static final LshSettings NARROW = new LshSettings(1, 2, 3, 0.5, 1);

  private static Dataset<Row> table() {
    return new WorkloadTable(Workload.A, 200, 20, 3, 5).make(spark, 2);
  }

  private static Dataset<Row> grown() {
    return LshRecipe.grown(table());
  }

  /** The distances that the join finds, of every row in the order of their numbers. */
  private static double[][] joined(LshSettings settings) {
    Map<Long, double[]> found = new TreeMap<>();
    for (long number = 0; number < 200; number++) {
      found.put(number, new double[0]);
    }

    for (Row row : new LshRecipe(settings, K, 1).neighbors(grown()).collectAsList()) {
      double distance = row.<Double>getAs("distance");
      found.merge(
          row.<Long>getAs("base"),
          new double[] {distance},
          (a, b) -> DoubleStream.concat(Arrays.stream(a), Arrays.stream(b)).sorted().toArray());
    }

    return found.values().toArray(new double[0][]);
  }

  private static double[][] exact() {
    return new NearestRows(grown().orderBy("number").collectAsList(), K).among(grown());
  }

  @Test
  void wideBuckets_findTheTrueNeighbors_andMakeOneRowPerRow() {
    double[][] exact = exact();
    double[][] joined = joined(WIDE);
    for (int i = 0; i < exact.length; i++) {
      assertThat(joined[i]).containsExactly(exact[i], EXACT);
    }

    LongAccumulator made = spark.sparkContext().longAccumulator();
    Dataset<Row> doubled = new LshRecipe(WIDE, K, 1).resample(table(), made);
    List<Row> grown = doubled.filter("label = 'grown'").collectAsList();
    assertThat(grown).hasSize(400);
    assertThat(made.sum()).isEqualTo(200);
    assertThat(doubled.count()).isEqualTo(420);
    assertThat(grown).allMatch(row -> row.<Vector>getAs("features").size() == 3);
  }

  @Test
  void narrowBuckets_areJudgedByWhatTheJoinFinds() {
    double[][] exact = exact();
    Dataset<Row> hashed = new LshRecipe(NARROW, K, 1).model(grown()).transform(grown());
    List<Row> sample = hashed.orderBy("number").collectAsList();
    double[][] meeting = new NearestRows(sample, K).among(hashed);
    LshQuality judged = LshQuality.of(meeting, exact, NARROW.threshold());
    LshQuality joined = LshQuality.of(joined(NARROW), exact, NARROW.threshold());
    assertThat(judged.recall()).isCloseTo(joined.recall(), EXACT).isBetween(0.1, 0.9);
    assertThat(judged.meanDistanceRatio()).isCloseTo(joined.meanDistanceRatio(), EXACT);
  }

  @Test
  void quality_knownDistances_givesKnownFigures() {
    double inf = Double.POSITIVE_INFINITY;
    double[][] exact = {{1, 2}, {1, 4}, {1, 1}};
    double[][] found = {{2, 3}, {1, inf}, {9, inf}};
    // 1 of 2, 1 of 2 and none; 3 instead of 2, then 1 instead of 1; 9 is no pair of the join.
    assertThat(LshQuality.of(found, exact, 9)).isEqualTo(new LshQuality(2.0 / 6, 1.25));
  }

  @Test
  void settings_moreRecall_comparesMorePairs() {
    double[][] neighbors = {{1, 2}, {2, 3}};
    double[] pairs = {5, 10, 20};
    LshSettings some = LshSettings.search(neighbors, pairs, 9, 0.5);
    LshSettings most = LshSettings.search(neighbors, pairs, 9, 0.95);
    assertThat(some.expectedRecall()).isBetween(0.5, 0.6);
    assertThat(most.expectedRecall()).isBetween(0.95, 1.0);
    assertThat(most.pairShare()).isGreaterThan(some.pairShare());
    assertThat(some.threshold()).isGreaterThan(3).isCloseTo(3, EXACT);
  }

  @Test
  void settings_copiesOnly_areStillOnes() {
    double[][] copies = {{0, 0}, {0, 0}};
    LshSettings settings = LshSettings.search(copies, new double[] {0}, 4, 0.5);
    assertThat(settings.expectedRecall()).isCloseTo(1, Offset.offset(1e-6));
    assertThat(settings.threshold()).isPositive();
  }
}
