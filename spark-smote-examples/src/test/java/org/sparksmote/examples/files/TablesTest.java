// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.examples.CommandTest;
import org.sparksmote.examples.cli.ExitCode;
import org.sparksmote.examples.cli.Session;
import org.sparksmote.examples.cli.UsageException;

/** Tables of the catalogue instead of files: the old one or the complete new one. */
class TablesTest extends CommandTest {

  @BeforeEach
  void makeDatabase() {
    spark.sql("CREATE DATABASE smote LOCATION '" + dir.toUri() + "warehouse'");
    rows().write().saveAsTable("smote.train");
  }

  @AfterEach
  void dropDatabase() {
    spark.sql("DROP DATABASE smote CASCADE");
  }

  private static Dataset<Row> rows() {
    return spark
        .range(40)
        .selectExpr("sin(id) x", "int(id % 3) whole", "if(id >= 30, 'b', 'a') label")
        .coalesce(1);
  }

  private static Outcome toTable(String from, String to, String... more) {
    List<String> args = new ArrayList<>(List.of("resample", "--label-col", "label"));
    args.addAll(List.of("--table", from, "--output-table", to));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  private static List<String> tables() {
    return spark.sql("SHOW TABLES IN smote").select("tableName").collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "smote.train, smote.balanced",
    "spark_catalog.smote.train, spark_catalog.smote.balanced",
    "`smote`.`train`, smote.`balanced`"
  })
  void table_becomesATable(String from, String to) {
    Outcome outcome = toTable(from, to);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("(table, 1 file)", "output    " + to + " (parquet)");
    assertThat(tables()).containsExactlyInAnyOrder("train", "balanced");
    Dataset<Row> out = spark.table("smote.balanced");
    assertThat(out.groupBy("label").count().filter("count = 30").count()).isEqualTo(2);
    assertThat(out.intersectAll(spark.table("smote.train")).count()).isEqualTo(40);
  }

  @ParameterizedTest
  @ValueSource(strings = {"orc", "json", "avro"})
  void format_partitionsAndFiles_canBeSet(String format) {
    Outcome outcome =
        toTable(
            "smote.train",
            "smote.out",
            "--format",
            format,
            "--partition-by",
            "label",
            "--output-files",
            "1");
    assertThat(outcome.err()).isEmpty();
    assertThat(spark.table("smote.out").count()).isEqualTo(60);
    assertThat(spark.table("smote.out").inputFiles()).hasSize(2);
    assertThat(spark.sql("SHOW PARTITIONS smote.out").count()).isEqualTo(2);
  }

  @Test
  void tableToFiles_andFilesToTable() throws IOException {
    Outcome files =
        run(
            "resample",
            "--table",
            "smote.train",
            "--label-col",
            "label",
            "--output",
            dir + "/out.csv",
            "--summary",
            dir + "/summary.json");
    assertThat(files.err()).isEmpty();
    assertThat(read(dir.resolve("out.csv"), "csv").count()).isEqualTo(60);
    assertThat(dir.resolve("summary.json"))
        .content()
        .contains("\"smote.train\"", "\"inputFormat\" : \"table\"");
    Outcome table =
        run(
            "resample",
            "--input",
            "" + csv("in.csv"),
            "--label-col",
            "label",
            "--output-table",
            "smote.csv");
    assertThat(table.err()).isEmpty();
    assertThat(spark.table("smote.csv").schema().apply("whole").dataType().simpleString())
        .isEqualTo("int");
  }

  @Test
  void existingTable_isReplacedOnlyIfOurs_andOnlyWhenToldTo() {
    rows().limit(1).write().saveAsTable("smote.theirs");
    assertRefused(toTable("smote.train", "smote.theirs"), "it exists");
    assertRefused(toTable("smote.train", "smote.theirs", "--overwrite"), "not written by");
    assertThat(toTable("smote.train", "smote.ours").err()).isEmpty();
    assertRefused(toTable("smote.train", "smote.ours"), "--overwrite");
    assertRefused(toTable("smote.train", "smote.ours", "--plan"), "--overwrite");
    Outcome again = toTable("smote.train", "smote.ours", "--overwrite", "--strategy", "none");
    assertThat(again.err()).isEmpty();
    assertThat(spark.table("smote.ours").count()).isEqualTo(40);
    assertThat(tables()).containsExactlyInAnyOrder("train", "theirs", "ours");
  }

  private static void assertRefused(Outcome outcome, String said) {
    assertThat(outcome.errorLines()).hasSize(1);
    assertThat(outcome.err()).contains("Cannot write to the table smote.").contains(said);
    assertThat(outcome.code()).isEqualTo(ExitCode.IO);
  }

  @Test
  void inputAsOutput_isRefused_whateverItsName() {
    assertThat(toTable("smote.train", "smote.ours").err()).isEmpty();
    spark.sql("CREATE VIEW smote.seen AS SELECT * FROM smote.ours");
    String said = "holds files of, the input";
    assertRefused(toTable("smote.ours", "smote.ours", "--overwrite"), said);
    assertRefused(toTable("spark_catalog.smote.ours", "smote.OURS", "--overwrite"), said);
    assertRefused(toTable("smote.seen", "smote.ours", "--overwrite"), said);
    Outcome files =
        run(
            "resample",
            "--input",
            dir + "/warehouse/ours",
            "--label-col",
            "label",
            "--output-table",
            "smote.ours",
            "--overwrite");
    assertRefused(files, said);
    Outcome inside =
        run(
            "resample",
            "--table",
            "smote.train",
            "--label-col",
            "label",
            "--output",
            dir + "/warehouse/train/out");
    assertThat(inside.err()).contains("lies inside the input");
    assertThat(spark.table("smote.ours").count()).isEqualTo(60);
  }

  @Test
  void failedRun_leavesTheOldTable_andNoOther() {
    assertThat(toTable("smote.train", "smote.ours").err()).isEmpty();
    Outcome failed = toTable("smote.train", "smote.ours", "--overwrite", "--k", "50");
    assertThat(failed.code()).isEqualTo(ExitCode.DATA);
    Outcome tooMany = toTable("smote.train", "smote.ours", "--overwrite", "--output-files", "99");
    assertThat(tooMany.code()).isEqualTo(ExitCode.USAGE);
    assertThat(tables()).containsExactlyInAnyOrder("train", "ours");
    assertThat(spark.table("smote.ours").count()).isEqualTo(60);
  }

  @Test
  void tableThatAppearsMeanwhile_stays() throws IOException {
    java.io.PrintWriter err = new java.io.PrintWriter(new java.io.StringWriter());
    TableName late = TableName.of("smote.late");
    try (Staging staged = StagedTable.prepare(late, StagedOutput.Existing.REFUSE, spark, err)) {
      rows().write().saveAsTable(staged.place());
      rows().limit(2).write().saveAsTable("smote.late");
      org.assertj.core.api.Assertions.assertThatThrownBy(staged::publish)
          .isInstanceOf(RefusedPathException.class)
          .hasMessageContaining("it exists");
    }

    assertThat(tables()).containsExactlyInAnyOrder("train", "late");
    assertThat(spark.table("smote.late").count()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--table smote.nothing --output-table smote.x | Cannot find the table smote.nothing",
        "--table smote.train --output-table a;b | Cannot use 'a;b' as the name of a table",
        "--table smote.train --input a.csv --output-table x | Cannot read --input and --table",
        "--output-table x | Cannot run without an input",
        "--table smote.train --output a --output-table x | Cannot write --output and --output-table",
        "--table smote.train --input-format csv --output-table x | Cannot use --input-format or",
        "--table smote.train --format csv --output-table x | Cannot write a table as csv."
      })
  void wrongUse_isTold(String options, String said) {
    Outcome outcome = run(("resample --label-col label " + options).split(" "));
    assertThat(outcome.errorLines()).hasSize(1);
    assertThat(outcome.err()).contains(said);
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
  }

  /** In a session of its own, whose catalogue nobody would find again. */
  @Test
  void catalogueInMemory_isNoPlaceForATable() {
    Session own = new Session(spark, dir);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> StagedTable.refuseSessionCatalogue(TableName.of("x"), own))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("in memory and ends with it");
    StagedTable.refuseSessionCatalogue(TableName.of("lake.db.x"), own);
    StagedTable.refuseSessionCatalogue(TableName.of("x"), new Session(spark, null));
  }
}
