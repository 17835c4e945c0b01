// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.functions;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparksmote.examples.CommandTest;
import org.sparksmote.examples.cli.ExitCode;
import org.sparksmote.examples.files.DataFormat;
import org.sparksmote.examples.files.TextHash;
import org.sparksmote.examples.testing.FaultyFileSystem;

/** Output of formats with types that is not what was read is not put in place. */
class TypedOutputTest extends CommandTest {

  @BeforeEach
  void knowTheFaultyFileSystem() {
    spark
        .sparkContext()
        .hadoopConfiguration()
        .set("fs.faulty.impl", FaultyFileSystem.class.getName());
  }

  @AfterEach
  void stopFailing() {
    FaultyFileSystem.failNothing();
  }

  private static Dataset<Row> rows(String... columns) {
    return spark.range(30).selectExpr(columns).coalesce(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"word\":\"w7\"', '\"word\":\"w8\"', 'values that were read back'",
    "'\"word\":\"w7\"', '\"word\":null', 'values that were read back'",
    "'(?m)^.*\"w7\".*\n', '', '39 rows were read back, not 40'"
  })
  void damagedOutput_isNotPutInPlace(String text, String instead, String said) throws IOException {
    rows("sin(id) x", "concat('w', id) word", "int(id >= 20) label").write().json(dir + "/in.json");
    FaultyFileSystem.before("create _SUCCESS", () -> damage(text, instead));
    Path output = Path.of("faulty:" + dir.resolve("out"));
    Outcome outcome = resample(dir.resolve("in.json"), output);
    assertThat(outcome.err()).startsWith("Cannot finish the output: ").contains(said);
    assertThat(outcome.err()).doesNotContain("w7");
    assertThat(outcome.code()).isEqualTo(ExitCode.IO);
    assertThat(names(dir)).containsExactly("in.json");
  }

  private void damage(String text, String instead) {
    try (Stream<Path> files = Files.walk(dir)) {
      List<Path> written =
          files
              .filter(file -> file.getFileName().toString().startsWith("part-"))
              .filter(file -> !file.startsWith(dir.resolve("in.json")))
              .toList();
      for (Path file : written) {
        Files.writeString(file, Files.readString(file).replaceFirst(text, instead));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TextHash digest(Dataset<Row> rows) {
    return RowDigest.of(rows.schema(), DataFormat.PARQUET).over(rows);
  }

  @Test
  void digest_dependsOnEveryValue_andNotOnTheOrder() {
    String[] columns = {"id", "if(id = 3, null, 'a') a", "'b' b", "double(id) d"};
    TextHash all = digest(rows(columns));
    assertThat(all.lines()).isEqualTo(30);
    assertThat(digest(rows(columns).repartition(3).sort("d"))).isEqualTo(all);
    assertThat(digest(rows("id", "if(id = 4, null, 'a') a", "'b' b", "double(id) d")))
        .isNotEqualTo(all);
    assertThat(digest(rows("id", "if(id = 3, null, 'a') a", "'b' b", "id + 1e-9D d")))
        .isNotEqualTo(all);
    assertThat(digest(rows("string(null) a", "'x' b")))
        .isNotEqualTo(digest(rows("'x' a", "string(null) b")));
    assertThat(digest(rows("1 a").limit(2))).isNotEqualTo(digest(rows("1 a").limit(4)));
  }

  @Test
  void digest_ofLibsvm_doesNotTellZeros() {
    Column array = org.apache.spark.sql.functions.col("v");
    Dataset<Row> dense =
        rows("array(0D, double(id), 0D) v").select(functions.array_to_vector(array));
    Dataset<Row> more =
        rows("array(double(id), 0D, 0D) v").select(functions.array_to_vector(array));
    Dataset<Row> renamed = dense.toDF("v");
    RowDigest digest = RowDigest.of(renamed.schema(), DataFormat.LIBSVM);
    Dataset<Row> sparse =
        renamed
            .sparkSession()
            .createDataFrame(
                renamed.collectAsList().stream()
                    .map(row -> ((org.apache.spark.ml.linalg.Vector) row.get(0)).toSparse())
                    .map(vector -> org.apache.spark.sql.RowFactory.create(vector))
                    .toList(),
                renamed.schema());
    assertThat(digest.over(sparse)).isEqualTo(digest.over(renamed));
    assertThat(digest.over(more.toDF("v"))).isNotEqualTo(digest.over(renamed));
  }
}
