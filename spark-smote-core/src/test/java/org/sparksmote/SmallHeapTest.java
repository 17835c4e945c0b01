// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparksmote.testing.ChildJvm;

/** What is resampled in a JVM with half a gigabyte, driver and executor in one. */
class SmallHeapTest {

  @TempDir private Path dir = Path.of("");

  private static void report(Smote smote, Dataset<Row> data, String... figures) {
    SmoteModel model = smote.setSyntheticCol("synthetic").fit(data);
    System.out.println(model.summary().classes().get(1).buckets() + " buckets");
    System.out.println(model.transform(data).filter("synthetic").selectExpr(figures).head());
  }

  /** 2,500 rows to copy texts of 160 kB from: 400 MB. */
  static final class LongTexts {

    private LongTexts() {}

    public static void main(String[] args) {
      Dataset<Row> data =
          ChildJvm.session()
              .range(0, 8_000, 1, 4)
              .selectExpr(
                  "if(id < 2500, 1, 0) as label",
                  "xxhash64(id, 1) / pow(2, 63) as x",
                  "xxhash64(id, 2) / pow(2, 63) as y",
                  "repeat(hex(id % 16), if(id < 2500, 160000, 10)) as text");
      Smote smote = new Smote().setInputCols("x", "y").setPassengerColumns("copy");
      report(smote, data, "count(*)", "sum(length(text))", "count(distinct text)");
    }
  }

  @Test
  void longTexts_areCopied() throws Exception {
    assertThat(ChildJvm.start(LongTexts.class, dir).lines())
        .containsExactly("1 buckets", "[3000,480000000,16]");
  }

  /** Few bases are chosen of very many rows that are all alike. */
  static final class OneRowManyTimes {

    private OneRowManyTimes() {}

    public static void main(String[] args) {
      Dataset<Row> data =
          ChildJvm.session()
              .range(0, 12_000_010, 1, 4)
              .selectExpr("if(id < 10, 0, 1) as label", "if(id < 10, id, 20L) as x", "2.5 as y");
      Smote smote =
          new Smote().setInputCols("x", "y").setSamplingStrategy(Map.of("1", 12_000_100L));
      report(smote, data, "count(*)", "min(x)", "max(x)");
    }
  }

  @Test
  void oneRowManyTimes_isCounted() throws Exception {
    assertThat(ChildJvm.start(OneRowManyTimes.class, dir).lines())
        .containsExactly("1 buckets", "[100,20,20]");
  }

  /** The bucket planner must see the few values that there are. */
  static final class FewValues {

    private FewValues() {}

    public static void main(String[] args) {
      Dataset<Row> data =
          ChildJvm.session()
              .range(0, 10_000_010, 1, 4)
              .selectExpr(
                  "if(id < 10, 0, 1) as label",
                  "xxhash64(id % 1000, 1) / pow(2, 63) as x",
                  "xxhash64(id % 1000, 2) / pow(2, 63) as y");
      Smote smote =
          new Smote().setInputCols("x", "y").setSamplingStrategy(Map.of("1", 10_000_100L));
      report(smote, data, "count(*)");
    }
  }

  @Test
  void fewValues_areSharedOutOverBuckets() throws Exception {
    assertThat(ChildJvm.start(FewValues.class, dir).lines()).containsExactly("40 buckets", "[100]");
  }

  /** The only row of the other class stands there very often, and this seed draws it. */
  static final class OneEnemyManyTimes {

    private OneEnemyManyTimes() {}

    public static void main(String[] args) {
      Dataset<Row> data =
          ChildJvm.session()
              .range(0, 6_000_200, 1, 4)
              .selectExpr(
                  "if(id < 200, 1, 0) as label",
                  "if(id < 200, xxhash64(id, 1) / pow(2, 63), 0.5D) as x",
                  "if(id < 200, xxhash64(id, 2) / pow(2, 63), 0.5D) as y");
      Smote smote = new Smote().setInputCols("x", "y").setVariant("svm");
      smote.setSamplingStrategy(Map.of("1", 300L)).setSeed(417);
      report(smote, data, "count(*)");
    }
  }

  @Test
  void oneEnemyManyTimes_isOneRowOfTheSample() throws Exception {
    assertThat(ChildJvm.start(OneEnemyManyTimes.class, dir).lines())
        .containsExactly("1 buckets", "[100]");
  }
}
