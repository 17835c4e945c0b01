// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.examples.CommandTest;
import org.sparksmote.examples.cli.ExitCode;

/** Folders that tell columns tell them of every row. */
class PartitionByTest extends CommandTest {

  private Path input(String... more) {
    Dataset<Row> rows =
        spark
            .range(40)
            .selectExpr("sin(id) x", "int(id % 3) whole", "if(id >= 30, 'b', 'a') label");
    for (String column : more) {
      rows = rows.selectExpr("*", column);
    }

    rows.coalesce(1).write().parquet(dir + "/in.parquet");
    return dir.resolve("in.parquet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc", "json", "avro"})
  void label_becomesFolders(String format) throws IOException {
    Path output = dir.resolve("out");
    Outcome outcome = resample(input(), output, "--partition-by", "label", "--format", format);
    assertThat(outcome.err()).isEmpty();
    assertThat(names(output)).contains("label=a", "label=b");
    assertThat(read(output, format).groupBy("label").count().filter("count = 30").count())
        .isEqualTo(2);
  }

  @Test
  void folders_areReadAgain_andHaveOneFileEach() throws IOException {
    Path output = dir.resolve("out");
    Outcome outcome =
        resample(input(), output, "--partition-by", "label,whole", "--output-files", "1");
    assertThat(outcome.err()).isEmpty();
    assertThat(names(output.resolve("label=a"))).containsExactly("whole=0", "whole=1", "whole=2");
    assertThat(names(output.resolve("label=a/whole=0")))
        .filteredOn(name -> name.startsWith("part-"))
        .hasSize(1);
    Outcome again = resample(output, dir.resolve("again"), "--strategy", "none");
    assertThat(again.err()).isEmpty();
    assertThat(read(dir.resolve("again"), "parquet").count()).isEqualTo(60);
  }

  @Test
  void nameWithComma_isTakenWhole() throws IOException {
    Outcome outcome =
        resample(
            input("label as `a,b`"),
            dir.resolve("out"),
            "--partition-by",
            "a,b",
            "--carried",
            "copy");
    assertThat(outcome.err()).isEmpty();
    assertThat(names(dir.resolve("out"))).contains("a,b=a", "a,b=b");
  }

  @Test
  void columnThatSyntheticRowsLack_isRefused_unlessCopied() throws IOException {
    Path in = input("string(whole % 2) day");
    Outcome outcome = resample(in, dir.resolve("out"), "--partition-by", "day");
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("'day'", "null in synthetic rows", "--carried copy");
    assertThat(dir.resolve("out")).doesNotExist();
    Outcome copied = resample(in, dir.resolve("out"), "--partition-by", "day", "--carried", "copy");
    assertThat(copied.err()).isEmpty();
    assertThat(names(dir.resolve("out"))).contains("day=0", "day=1");
    Outcome id =
        resample(
            in,
            dir.resolve("out2"),
            "--partition-by",
            "day",
            "--carried",
            "copy",
            "--id-col",
            "day");
    assertThat(id.err()).contains("'day'", "--id-col");
  }

  @ParameterizedTest
  @CsvSource({
    "x, a folder's name does not tell values of type double",
    "nothing, Cannot find the column 'nothing' of --partition-by",
    "'x,whole,label', no column would be left"
  })
  void columnsThatCannotBeFolders_areRefused_alsoInAPlan(String columns, String said) {
    Path in = input();
    Outcome outcome = resample(in, dir.resolve("out"), "--partition-by", columns);
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains(said);
    assertThat(resample(in, dir.resolve("out"), "--partition-by", columns, "--plan").err())
        .isEqualTo(outcome.err());
  }

  @Test
  void emptyTexts_areRefused() {
    Path in = input("if(whole = 1, '', 'd') day");
    Outcome outcome =
        resample(in, dir.resolve("out"), "--partition-by", "day", "--carried", "copy");
    assertThat(outcome.code()).isEqualTo(ExitCode.DATA);
    assertThat(outcome.err()).contains("'day'", "the text of 13 rows is empty");
  }

  @Test
  void csv_isRefused() throws IOException {
    Outcome outcome = resample(csv("in.csv"), dir.resolve("out"), "--partition-by", "label");
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("--partition-by for csv", "--format parquet");
  }
}
