// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.examples.CommandTest;
import org.sparksmote.examples.cli.Session;

/** Files of formats with types are read as they were found, too. */
class TypedInputTest extends CommandTest {

  private static Dataset<Row> rows(String... more) {
    Dataset<Row> rows = spark.range(28).selectExpr("rand(1) x", "rand(2) y", "int(id >= 20) label");
    for (String column : more) {
      rows = rows.selectExpr("*", column);
    }

    return rows.coalesce(1);
  }

  private Outcome resampleAll(String... inputs) {
    List<String> args =
        new java.util.ArrayList<>(
            List.of("resample", "--label-col", "label", "--output", dir + "/out.parquet"));
    for (String input : inputs) {
      args.addAll(List.of("--input", dir + "/" + input));
    }

    return run(args.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void grownTable_isMerged_whicheverFileIsFirst(boolean grownFirst) {
    String folder = dir + "/grown.parquet";
    rows(grownFirst ? new String[] {"1.5 z"} : new String[0]).write().parquet(folder);
    rows(grownFirst ? new String[0] : new String[] {"1.5 z"})
        .write()
        .mode(SaveMode.Append)
        .parquet(folder);
    Outcome outcome =
        run(
            "resample",
            "--input",
            folder,
            "--label-col",
            "label",
            "--output",
            dir + "/out",
            "--handle-invalid",
            "keep");
    assertThat(outcome.err()).isEmpty();
    Dataset<Row> out = read(dir.resolve("out"), "parquet");
    assertThat(out.columns()).contains("z");
    assertThat(out.filter("z is null").count()).isEqualTo(28);
    assertThat(out.filter("z is not null").count()).isGreaterThanOrEqualTo(28);
  }

  @Test
  void foldersAsInputs_tellTheirColumns() {
    rows("2023 + int(x > 0.5) year", "string('0' || int(y > 0.5)) code")
        .write()
        .partitionBy("year", "code")
        .parquet(dir + "/years");
    Outcome outcome = resampleAll("years/year=2023", "years/year=2024");
    assertThat(outcome.err()).isEmpty();
    Dataset<Row> out = read(dir.resolve("out.parquet"), "parquet");
    assertThat(out.columns()).containsExactlyInAnyOrder("x", "y", "label", "year", "code");
    assertThat(out.dtypes()[3]._2()).isEqualTo("IntegerType");
    assertThat(out.filter("code in ('00', '01')").count()).isEqualTo(28);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "t[12].parquet",
        "a b.parquet",
        "50%25.parquet",
        "{a,b}.parquet",
        "a 10:30.parquet"
      })
  void oddNames_areRead(String name) throws IOException {
    rows().write().parquet(dir + "/plain");
    Files.move(dir.resolve("plain"), dir.resolve(name));
    rows("1 more").write().parquet(dir + "/t1.parquet");
    Outcome outcome = resampleAll(name, name);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("1 file)", "(named more than once)");
    Dataset<Row> out = read(dir.resolve("out.parquet"), "parquet");
    assertThat(out.count()).isEqualTo(40);
    assertThat(out.columns()).hasSize(3);
  }

  @Test
  void colonInTheNameOfAFile_isRead() throws IOException {
    rows().write().parquet(dir + "/plain");
    Path part;
    try (var files = Files.list(dir.resolve("plain"))) {
      part = files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }

    for (String name : new String[] {"run 10:30.parquet", "d/run 10:30.parquet"}) {
      Files.createDirectories(dir.resolve("d"));
      Files.copy(part, dir.resolve(name));
      Outcome outcome = resampleAll(name);
      assertThat(outcome.err()).isEmpty();
      assertThat(read(dir.resolve("out.parquet"), "parquet").count()).isEqualTo(40);
      Session.delete(dir.resolve("out.parquet"));
    }

    assertThat(resampleAll("d").err()).isEmpty();
  }
}
