// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.sparksmote.testing.Jobs;
import org.sparksmote.testing.SparkTest;
import scala.Tuple2;

/** Passes over the numbers 0 to 9 in three partitions. */
class PassesTest extends SparkTest {

  private static final Dataset<Row> NUMBERS = spark.range(0, 10, 1, 3).toDF();

  private static Row sum(Iterator<Row> rows) {
    long sum = 0;
    while (rows.hasNext()) {
      sum += rows.next().getLong(0);
    }

    return RowFactory.create(sum);
  }

  private static Row add(Row a, Row b) {
    return RowFactory.create(a.getLong(0) + b.getLong(0));
  }

  private static Iterator<Tuple2<Long, Row>> byParity(Iterator<Row> rows) {
    List<Tuple2<Long, Row>> pairs = new ArrayList<>();
    rows.forEachRemaining(row -> pairs.add(new Tuple2<>(row.getLong(0) % 2, row)));
    return pairs.iterator();
  }

  /** Each number under its parity, as itself without its last bit: 0 and 1 are one, 2 and 3. */
  private static Iterator<Tuple2<Tuple2<Integer, Long>, Row>> keyed(Iterator<Row> rows) {
    List<Tuple2<Tuple2<Integer, Long>, Row>> pairs = new ArrayList<>();
    rows.forEachRemaining(
        row -> {
          long number = row.getLong(0);
          int half = number < 4 ? 0 : 1;
          pairs.add(new Tuple2<>(new Tuple2<>(half, number / 2), RowFactory.create(number / 2)));
        });
    return pairs.iterator();
  }

  private static Row learn(Tuple2<Integer, Iterable<Row>> told) {
    return RowFactory.create((long) told._1(), sum(told._2().iterator()).getLong(0));
  }

  /** Spark merges 100 partitions to 10 and 1,000 to 10 before the driver gets them. */
  @Test
  void room_isForWhatAllTasksSend() {
    for (int[] partitions : new int[][] {{1, 4}, {5, 5}, {100, 10}, {1000, 10}}) {
      Dataset<Row> rows = spark.range(0, 10, 1, partitions[0]).toDF();
      long values = Passes.valuesPerResult(rows, 1_000_000);
      assertThat(values * partitions[1]).isBetween(700_000L, 1_000_000L);
    }
  }

  private static List<Long> first(List<Row> rows) {
    return rows.stream().map(row -> row.getLong(0)).sorted().toList();
  }

  @Test
  void collect_bringsWhatEachPartitionSays() {
    List<Row> sums = Passes.collect(NUMBERS, part -> List.of(sum(part)).iterator());
    assertThat(first(sums)).as("0 to 2, 3 to 5, 6 to 9").containsExactly(3L, 12L, 30L);
  }

  @Test
  void merge_isOneResult_ofOneJob() {
    Row nothing = RowFactory.create(0L);
    List<Row> merged = new ArrayList<>();
    int jobs =
        Jobs.startedBy(
            () -> merged.add(Passes.merge(NUMBERS, PassesTest::sum, nothing, PassesTest::add)));
    assertThat(merged).containsExactly(RowFactory.create(45L));
    assertThat(jobs).isEqualTo(1);
  }

  @Test
  void mergeOfNoPartition_isNothing() {
    Row nothing = RowFactory.create(-1L);
    Dataset<Row> empty = spark.emptyDataFrame();
    assertThat(Passes.merge(empty, PassesTest::sum, nothing, (a, b) -> b)).isEqualTo(nothing);
  }

  @Test
  void collectByKey_mergesWhatAllPartitionsSayAboutAKey() {
    List<Row> sums = Passes.collectByKey(NUMBERS, PassesTest::byParity, PassesTest::add);
    assertThat(first(sums)).as("even and odd ones").containsExactly(20L, 25L);
  }

  @Test
  void learn_seesEveryKeyOfANumberOnce() {
    List<Row> learned = Passes.learn(NUMBERS, PassesTest::keyed, 2, PassesTest::learn);
    assertThat(learned)
        .as("keys 0 and 1; keys 2, 3 and 4")
        .containsExactlyInAnyOrder(RowFactory.create(0L, 1L), RowFactory.create(1L, 9L));
  }
}
