// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Many users of one session, one estimator, one context do not meet (F1-F3). */
class ConcurrentUseTest extends SparkTest {

  private static String digest(Smote smote, Dataset<Row> data) {
    return Rows.digest(smote.fitResample(data));
  }

  private static List<String> inParallel(java.util.function.IntFunction<String> task, int tasks)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<String>> futures =
          IntStream.range(0, tasks).mapToObj(i -> threads.submit(() -> task.apply(i))).toList();
      List<String> results = new java.util.ArrayList<>();
      for (Future<String> future : futures) {
        results.add(future.get(120, TimeUnit.SECONDS));
      }

      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  @DisplayName("F1 eight threads in one session")
  void threadsInOneSession_eachGetTheirSoloRows() throws Exception {
    List<Dataset<Row>> tables =
        IntStream.range(0, 8).mapToObj(i -> Tables.clouds(60 + i, 20 + i)).toList();
    List<String> solo =
        IntStream.range(0, 8).mapToObj(i -> digest(new Smote().setSeed(i), tables.get(i))).toList();
    assertThat(inParallel(i -> digest(new Smote().setSeed(i), tables.get(i)), 8)).isEqualTo(solo);
  }

  @Test
  @DisplayName("F2 one estimator in several threads")
  void oneEstimator_fittedByManyThreads_sharesNoState() throws Exception {
    Smote smote = new Smote();
    List<Dataset<Row>> tables =
        IntStream.range(0, 4).mapToObj(i -> Tables.clouds(60 + i, 20 + i)).toList();
    List<String> solo = tables.stream().map(data -> digest(smote, data)).toList();
    assertThat(inParallel(i -> digest(smote, tables.get(i)), 4)).isEqualTo(solo);
  }

  @Test
  @DisplayName("F2 params change after fit")
  void paramsChangedAfterFit_doNotReachTheModel() {
    Dataset<Row> data = Tables.clouds(60, 20);
    Smote smote = new Smote();
    SmoteModel model = smote.fit(data);
    smote.setSeed(77).setKNeighbors(2).setLabelCol("id");
    assertThat(Rows.digest(model.transform(data))).isEqualTo(digest(new Smote(), data));
  }

  @Test
  @DisplayName("F3 two sessions of one context")
  void twoSessions_keepTheirOwnSettings() {
    SparkSession other = spark.newSession();
    other.conf().set("spark.sql.shuffle.partitions", "3");
    Dataset<Row> here = Tables.clouds(60, 20);
    Dataset<Row> there = other.createDataFrame(here.collectAsList(), here.schema());
    assertThat(digest(new Smote(), there)).isEqualTo(digest(new Smote(), here));
    assertThat(spark.conf().get("spark.sql.shuffle.partitions")).isEqualTo("4");
    assertThat(other.conf().get("spark.sql.shuffle.partitions")).isEqualTo("3");
    assertThat(spark.catalog().listTables().count()).isZero();
  }
}
