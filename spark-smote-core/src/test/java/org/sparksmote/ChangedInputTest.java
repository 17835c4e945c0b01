// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF0;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;

/** A dataset that is different on every evaluation is noticed, never mixed up (C1, C2, C3). */
class ChangedInputTest extends SparkTest {

  private static final AtomicLong CALLS = new AtomicLong();

  @BeforeAll
  static void registerUdf() {
    UDF0<Double> next = () -> CALLS.incrementAndGet() * 0.618 % 1;
    spark
        .udf()
        .register(
            "other_each_time", functions.udf(next, DataTypes.DoubleType).asNondeterministic());
  }

  private static void assertNoticed(Smote smote, Dataset<Row> data) {
    assertThat(Refusal.inCausesOf(() -> smote.fitResample(data).count()))
        .startsWith("[SMOTE-040] Cannot finish class '")
        .contains("': the input changed between two passes (")
        .endsWith("Write the input to a file or checkpoint() it first.");
  }

  @RepeatedTest(5)
  @DisplayName("C1 values")
  void otherValuesOnEveryPass_areNoticed() {
    Dataset<Row> data =
        spark.range(400).selectExpr("int(id < 60) as label", "other_each_time() as x");
    assertNoticed(new Smote().setInputCols("x"), data);
  }

  @RepeatedTest(5)
  @DisplayName("C1 labels")
  void otherLabelsOnEveryPass_areNoticed() {
    Dataset<Row> data =
        spark.range(400).selectExpr("int(other_each_time() < 0.2) as label", "double(id) as x");
    assertNoticed(new Smote().setInputCols("x"), data);
  }

  @Test
  @DisplayName("C1 in a class of several buckets")
  void otherValuesOnEveryPass_areNoticed_inAnApproximateSearch() {
    Dataset<Row> data =
        spark
            .range(9000)
            .selectExpr("int(id < 4000) as label", "other_each_time() as x", "double(id) as y");
    Smote smote = new Smote().setExactBelow(200).setBucketRows(1000);
    assertNoticed(smote.setInputCols("x", "y"), data);
  }

  @Test
  void randWithASeed_isTheSameOnEveryPass_andFine() {
    Dataset<Row> data = spark.range(400).selectExpr("int(id < 60) as label", "rand(7) as x");
    assertThat(new Smote().setInputCols("x").fitResample(data).count()).isEqualTo(680);
  }

  @Test
  void passengersMayChange_withoutHarm() {
    Dataset<Row> data =
        spark
            .range(100)
            .selectExpr("int(id < 30) as label", "double(id) as x", "other_each_time() as p");
    assertThat(new Smote().setInputCols("x").fitResample(data).count()).isEqualTo(140);
  }

  @ParameterizedTest
  @ValueSource(strings = {"smote", "random", "adasyn", "borderline1"})
  @DisplayName("C1 a majority with other values on every pass")
  void movingMajority_isNoticed(String variant) {
    Dataset<Row> data =
        spark
            .range(400)
            .selectExpr(
                "int(id < 60) as label",
                "if(id < 60, double(id), other_each_time()) as x",
                "double(id % 7) as y");
    assertNoticed(new Smote().setVariant(variant).setInputCols("x", "y"), data);
  }

  /** {@code early()} is true for the first hundred calls, which are those of the first pass. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "true | int(early() and id < 30) | id",
        "early() or id < 30 | int(id < 30) | id",
        "true | if(early() or id < 99, int(id < 30), 2) | id",
        "true | if(early() or id < 99, int(id < 30), null) | id",
        "true | int(id < 30) | if(early() or id < 99, id, null)"
      })
  @DisplayName("C2 rows, a class, labels or features come or go")
  void rowsThatComeOrGo_areNoticed(String filter, String label, String x) {
    CALLS.set(0);
    UDF0<Boolean> early = () -> CALLS.incrementAndGet() <= 100;
    spark.udf().register("early", functions.udf(early, DataTypes.BooleanType).asNondeterministic());
    Dataset<Row> data =
        spark.range(100).filter(filter).selectExpr(label + " as label", x + " as x");
    assertNoticed(new Smote().setInputCols("x").setHandleInvalid("keep"), data);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "parquet"})
  @DisplayName("C3 a part that is rewritten in place")
  void fileThatIsRewritten_isNoticed(String format, @TempDir Path folder) throws IOException {
    String path = folder.resolve("data").toString();
    Dataset<Row> rows = spark.range(100).selectExpr("int(id < 30) as label", "double(id) as x");
    rows.coalesce(1).write().format(format).save(path);
    Dataset<Row> data = spark.read().format(format).schema(rows.schema()).load(path);
    Dataset<Row> out = new Smote().setInputCols("x").fitResample(data);
    assertThat(out.count()).isEqualTo(140);

    String other = folder.resolve("other").toString();
    Dataset<Row> changed = rows.withColumn("x", functions.expr("if(x = 77, 78, x)"));
    changed.coalesce(1).write().format(format).save(other);
    Files.copy(part(other, format), part(path, format), StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(checksum(part(path, format)));
    assertThat(Refusal.inCausesOf(out::count))
        .startsWith("[SMOTE-040] Cannot finish class '0': ")
        .contains("(70 rows planned, 70 found, or");
  }

  private static Path part(String folder, String format) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(format)).findFirst().orElseThrow();
    }
  }

  private static Path checksum(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".crc");
  }

  @Test
  @DisplayName("C2 a cached majority whose blocks are lost")
  void cachedRowsThatAreLostAndMadeAgain_areNoticed() {
    Dataset<Row> data =
        spark
            .range(100)
            .selectExpr("int(id < 30) as label", "if(id < 30, double(id), other_each_time()) as x")
            .persist();
    try {
      data.count();
      Dataset<Row> out = new Smote().setInputCols("x").fitResample(data);
      assertThat(out.count()).isEqualTo(140);
      spark
          .sparkContext()
          .getPersistentRDDs()
          .foreachEntry((id, rdd) -> spark.sparkContext().env().blockManager().removeRdd((int) id));
      assertThat(Refusal.inCausesOf(out::count)).startsWith("[SMOTE-040] Cannot finish class '0'");
    } finally {
      data.unpersist(true);
    }
  }
}
