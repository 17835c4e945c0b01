// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.SparkException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparksmote.report.SmoteSummary;
import org.sparksmote.testing.ChildJvm;
import org.sparksmote.testing.SparkTest;

/**
 * The same rows come out of another JVM, whose driver has little memory and may not collect a
 * megabyte, and whose kernel is the portable one: data stays on the executors (B6, D1).
 */
class OwnJvmTest extends SparkTest {

  private static final int ROWS = 140_000;

  @TempDir private Path dir = Path.of("");

  /** The program that runs in both: prints what came out, and that the rows are too much for it. */
  static final class Child {

    private Child() {}

    public static void main(String[] args) {
      SparkSession small =
          SparkSession.builder()
              .master("local[1]")
              .config("spark.ui.enabled", false)
              .config("spark.driver.host", "127.0.0.1")
              .config("spark.driver.bindAddress", "127.0.0.1")
              .config("spark.default.parallelism", 7)
              .config("spark.sql.shuffle.partitions", 5)
              .config("spark.driver.maxResultSize", "1m")
              .getOrCreate();
      System.out.println(report("smote", table(small)));
      System.out.println(report("svm", table(small).filter("id < 12000")));
      System.out.println(collecting(table(small).filter("label = 1")));
      small.stop();
    }

    /** Values follow from the id alone; 60,000 rows are of class 1. */
    static Dataset<Row> table(SparkSession session) {
      return session
          .range(ROWS)
          .selectExpr(
              "id",
              "if(id % 7 < 3, 1, 0) as label",
              "xxhash64(id, 1) / pow(2, 63) as x",
              "xxhash64(id, 2) / pow(2, 63) as y",
              "xxhash64(id, 3) / pow(2, 63) as z");
    }

    static String report(String variant, Dataset<Row> data) {
      Smote smote = new Smote().setVariant(variant).setInputCols("x", "y", "z");
      smote.setBucketRows(15_000).setExactBelow(2_000);
      smote.setNumTrees(4).setLeafSize(64);
      smote.setSeed(11).setSyntheticCol("synthetic").setProvenanceCol("from").setIdCol("id");
      SmoteModel model = smote.fit(data);
      SmoteSummary.ClassRows minority = model.summary().classes().get(1);
      Dataset<Row> out = model.transform(data);
      Row totals =
          out.selectExpr("count(*)", "count_if(synthetic)", "sum(cast(xxhash64(*) as decimal(20)))")
              .head();
      return "%s in %d buckets, rows, synthetic rows and sum of hashes %s"
          .formatted(minority.search(), minority.buckets(), totals);
    }

    private static String collecting(Dataset<Row> data) {
      try {
        return "collected " + data.collectAsList().size();
      } catch (Exception e) { // SparkException is checked, and Scala does not declare it
        return e instanceof SparkException ? "too large to collect" : e.toString();
      }
    }
  }

  @Test
  @DisplayName("B6, D1 another JVM")
  void anotherJvm_withASmallDriver_makesTheSameRows() throws Exception {
    ChildJvm child = ChildJvm.start(Child.class, dir);
    String here = Child.report("smote", Child.table(spark).repartition(3));
    String svm = Child.report("svm", Child.table(spark).filter("id < 12000").repartition(3));
    assertThat(child.lines()).containsExactly(here, svm, "too large to collect");
    assertThat(here)
        .startsWith(
            "approximate in 4 buckets, rows, synthetic rows and sum of hashes [160000,20000,");
  }
}
