// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.sparksmote.testing.Jobs;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Samplers that judge in rounds: where they stop, and what they cost and leave behind. */
class RoundsTest extends SparkTest {

  /** Labels that tasks have read, in the one JVM of the tests. */
  private static final AtomicInteger READ = new AtomicInteger();

  /** Class 0 at the places given, one row of class 1 at 0, and ten more of it far away. */
  private static Dataset<Row> line(double... zeros) {
    List<Row> rows = new ArrayList<>();
    for (double x : zeros) {
      rows.add(Tables.row(Vectors.dense(x), 0, rows.size()));
    }

    rows.add(Tables.row(Vectors.dense(0), 1, 100));
    for (int far = 0; far < 10; far++) {
      rows.add(Tables.row(Vectors.dense(-1e7 - far), 1, 101 + far));
    }

    return Tables.of(Tables.SCHEMA, rows);
  }

  private static RepeatedEditedNearestNeighbours byOne() {
    return new RepeatedEditedNearestNeighbours().setKNeighbors(1).setSamplingStrategy(List.of(0));
  }

  /** Twenty rows at powers of 2.1: in every round 0 is the nearest row of the first one alone. */
  private static Dataset<Row> chain() {
    double[] places = new double[20];
    Arrays.setAll(places, i -> Math.pow(2.1, i));
    return line(places);
  }

  @Test
  void maxIter_isTheNumberOfRounds() {
    Dataset<Row> chain = chain();
    assertThat(CleaningOracleTest.removed(byOne().setMaxIter(1), chain)).containsExactly(0L);
    assertThat(CleaningOracleTest.removed(byOne().setMaxIter(3), chain))
        .containsExactly(0L, 1L, 2L);
  }

  /** The smallest class has 11 rows: the round is the last one that leaves 10 of the other. */
  @Test
  void classThatGetsSmallerThanTheSmallestWas_endsTheRounds_andStaysSo() {
    Set<Long> gone = CleaningOracleTest.removed(byOne(), chain());
    assertThat(gone).hasSize(10).contains(0L, 9L);
  }

  @Test
  void roundThatRemovesNothing_isTheLast() {
    Dataset<Row> rows = line(1, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
    int two = Jobs.startedBy(() -> byOne().setMaxIter(2).fitResample(rows));
    assertThat(Jobs.startedBy(() -> byOne().fitResample(rows))).isEqualTo(two);
    assertThat(CleaningOracleTest.removed(byOne(), rows)).containsExactly(0L);
  }

  /** With one neighbour all rows of class 0 go, each next to its own row of class 1. */
  @Test
  void classThatVanished_endsTheRounds() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      rows.add(Tables.row(Vectors.dense(10 * i), 0, 2L * i));
      rows.add(Tables.row(Vectors.dense(10 * i + 1), 1, 2L * i + 1));
    }

    rows.add(Tables.row(Vectors.dense(100), 1, 50));
    AllKNN all = new AllKNN().setAllowMinority(true).setSamplingStrategy(List.of(0));
    Dataset<Row> kept = all.fitResample(Tables.of(Tables.SCHEMA, rows));
    assertThat(kept.filter("label = 0").count()).isZero();
    assertThat(kept.count()).isEqualTo(7);
  }

  @Test
  void earlierRounds_areNotJudgedAgain_andNothingIsPersisted() {
    Dataset<Row> chain = chain().cache();
    chain.count();
    int before = spark.sparkContext().getPersistentRDDs().size();
    int two = Jobs.startedBy(() -> byOne().setMaxIter(2).fitResample(chain));
    int four = Jobs.startedBy(() -> byOne().setMaxIter(4).fitResample(chain));
    int eight = Jobs.startedBy(() -> byOne().setMaxIter(8).fitResample(chain));
    assertThat(eight - four).isEqualTo(2 * (four - two));
    Dataset<Row> kept = byOne().setMaxIter(4).fitResample(chain);
    List<String> once = Rows.texts(kept);
    assertThat(Rows.texts(kept)).hasSize(27).isEqualTo(once);
    assertThat(spark.sparkContext().getPersistentRDDs().size()).isEqualTo(before);
    chain.unpersist();
  }

  @Test
  void failure_leavesNothingPersisted() {
    UserDefinedFunction failing =
        functions.udf(
            (UDF1<Integer, Integer>)
                label -> {
                  if (READ.incrementAndGet() > 100) { // the first round reads 31 rows twice
                    throw new IllegalStateException("lost");
                  }

                  return label;
                },
            DataTypes.IntegerType);
    Dataset<Row> data = chain().withColumn("label", failing.apply(functions.col("label")));
    int before = spark.sparkContext().getPersistentRDDs().size();
    assertThatThrownBy(() -> byOne().fitResample(data)).hasStackTraceContaining("lost");
    assertThat(READ).hasValueGreaterThan(100);
    assertThat(spark.sparkContext().getPersistentRDDs().size()).isEqualTo(before);
  }

  @Test
  void summary_countsAllRounds() {
    CleaningSummary summary = byOne().setMaxIter(3).summary(chain());
    assertThat(summary)
        .hasToString("class 0: 20 rows, 3 removed, 17 left\nclass 1: 11 rows, 0 removed, 11 left");
  }

  /** Known before the first round, not when the last one is reached. */
  @Test
  void moreNeighboursThanRows_areRefused() {
    assertThat(Refusal.of(() -> new AllKNN().setKNeighbors(31).fitResample(chain())))
        .startsWith("[SMOTE-112] Cannot find 31 neighbours of a row among 31 usable rows");
  }

  @Test
  void invalidRows_staySilentInAllRounds() {
    Dataset<Row> rows =
        chain().union(Tables.of(Tables.SCHEMA, Tables.row(Vectors.dense(Double.NaN), 0, 70)));
    RepeatedEditedNearestNeighbours sampler = byOne().setMaxIter(3).setHandleInvalid("keep");
    assertThat(sampler.fitResample(rows).count()).isEqualTo(29);
    assertThat(sampler.setHandleInvalid("skip").fitResample(rows).count()).isEqualTo(28);
  }
}
