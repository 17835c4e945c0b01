// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparksmote.examples.CommandTest;
import org.sparksmote.examples.cli.ExitCode;

/** Why a column is a feature or not is said, and what looks like a mistake too. */
class ColumnRolesTest extends CommandTest {

  private static Dataset<Row> vectors() {
    return new VectorAssembler()
        .setInputCols(new String[] {"x", "y"})
        .setOutputCol("features")
        .transform(
            spark
                .range(40)
                .selectExpr(
                    "id as code", "sin(id) as x", "cos(id) as y", "int(id % 4 = 0) as label"));
  }

  private Path parquet(Dataset<Row> rows) {
    Path path = dir.resolve("in.parquet");
    rows.write().parquet("" + path);
    return path;
  }

  @Test
  void vectorColumn_holdsAllFeatures() {
    Path in = parquet(vectors().drop("x", "y"));
    Outcome outcome = resample(in, dir.resolve("out"));
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("features  1: features", "carried   1: code");
    Dataset<Row> out = read(dir.resolve("out"), "parquet");
    assertThat(out.count()).isEqualTo(60);
    assertThat(out.filter("features is null").count()).isZero();
    assertThat(out.filter("code is null").count()).isEqualTo(20);
  }

  @Test
  void arrayColumn_holdsAllFeatures_alsoNamed() {
    Path in = parquet(vectors().selectExpr("array(x, y) as embedding", "code", "label"));
    for (String[] more : new String[][] {{}, {"--features", "embedding"}}) {
      Path output = dir.resolve("out" + more.length);
      Outcome outcome = resample(in, output, more);
      assertThat(outcome.code()).as(outcome.err()).isZero();
      assertThat(read(output, "parquet").filter("embedding is null").count()).isZero();
    }
  }

  @Test
  void severalVectors_areNotChosenFrom() {
    Path in = parquet(vectors().selectExpr("features", "features as scaled", "label"));
    Outcome outcome = resample(in, dir.resolve("out"));
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("[features, scaled]", "--features");
    assertThat(resample(in, dir.resolve("out"), "--exclude", "scaled").code()).isZero();
  }

  @Test
  void plan_saysWhyForEveryColumn() throws IOException {
    Outcome outcome =
        run(
            "resample",
            "--input",
            "" + csv("in.csv"),
            "--label-col",
            "label",
            "--exclude",
            "flag",
            "--plan");
    assertThat(outcome.out())
        .contains(
            "    whole: feature, of numbers (int)",
            "    flag: carried, left out by --exclude",
            "    word: carried, of texts, which variant smotenc takes",
            "    label: label, named by --label-col");
  }

  @Test
  void summary_saysWhyForEveryColumn() throws IOException {
    Path summary = dir.resolve("summary.json");
    resample(csv("in.csv"), dir.resolve("out"), "--summary", "" + summary);
    assertThat(Files.readString(summary).replaceAll("\\s+", " "))
        .contains("\"columns\" :", "of texts, which variant smotenc takes");
  }

  private Path table(String header, String word) throws IOException {
    StringBuilder text = new StringBuilder(header + "\n");
    for (int i = 0; i < 30; i++) {
      text.append(i == 7 ? word : "" + i * 37 % 1000).append(',').append(i % 7).append(',');
      text.append(i % 5 == 0 ? "b" : "a").append('\n');
    }

    return Files.writeString(dir.resolve("in.csv"), text);
  }

  @ParameterizedTest
  @CsvSource({"NA", "?", "inf", "'\"1,234\"'", "-"})
  void aFewWordsAmongNumbers_areNamed(String word) throws IOException {
    Path in = table("income,n,label", word);
    Outcome outcome = resample(in, dir.resolve("out"));
    assertThat(outcome.code()).isEqualTo(ExitCode.DATA);
    assertThat(outcome.err())
        .contains(
            "'income'", "1 of its 30 values", word.replace("\"", ""), "nullValue", "--exclude");
    assertThat(resample(in, dir.resolve("out"), "--exclude", "income").code()).isZero();
  }

  @Test
  void theRemedyForWords_works() throws IOException {
    Outcome outcome =
        resample(
            table("income,n,label", "NA"),
            dir.resolve("out"),
            "--input-option",
            "nullValue=NA",
            "--handle-invalid",
            "keep");
    assertThat(outcome.code()).as(outcome.err()).isZero();
  }

  @Test
  void aColumnThatCountsTheRows_isWarnedOf_andStrictRefusesIt() throws IOException {
    Path in = csv("in.csv");
    Outcome outcome = resample(in, dir.resolve("out"));
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("Warning: features that seem to be ids are [id]: ");
    Outcome strict = resample(in, dir.resolve("strict"), "--strict");
    assertThat(strict.code()).isEqualTo(ExitCode.USAGE);
    assertThat(strict.err()).contains("[id]");
    assertThat(resample(in, dir.resolve("out2"), "--strict", "--exclude", "id").out())
        .doesNotContain("Warning");
  }

  @Test
  void namesWithCommas_areTakenWhole() throws IOException {
    Path in = table("\"a,b\",n,label", "5");
    Outcome outcome = resample(in, dir.resolve("out"), "--features", "a,b", "--features", "n");
    assertThat(outcome.out()).contains("features  2: a,b, n");
    assertThat(resample(in, dir.resolve("out2"), "--features", "a,b,n").code())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void blanksInTheHeader_areShown() throws IOException {
    Path in = table("a, n,label ", "5");
    Outcome outcome = resample(in, dir.resolve("out"));
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("'label '", "' n'", "ignoreTrailingWhiteSpace=true");
  }

  @Test
  void aJsonArray_isNamedWithTheOptionThatReadsIt() throws IOException {
    StringBuilder text = new StringBuilder("[\n");
    for (int i = 0; i < 30; i++) {
      text.append(i == 0 ? "" : ",\n");
      text.append("{\"x\": %d, \"y\": %d, \"label\": %d}".formatted(i % 7, i % 11, i % 5 / 4));
    }

    Path in = Files.writeString(dir.resolve("in.json"), text + "\n]\n");
    Outcome outcome = resample(in, dir.resolve("out"));
    assertThat(outcome.code()).isEqualTo(ExitCode.DATA);
    assertThat(outcome.err()).contains("JSON array", "--input-option multiLine=true");
    assertThat(resample(in, dir.resolve("out"), "--input-option", "multiLine=true").code())
        .isZero();
  }

  @Test
  void labelsThatDifferByCaseOrBlanks_areWarnedOf() {
    Path in =
        parquet(
            spark
                .range(60)
                .selectExpr(
                    "sin(id) as x",
                    "cos(id) as y",
                    "elt(int(id % 3) + 1, 'Yes', 'yes ', 'no') as label"));
    assertThat(resample(in, dir.resolve("out")).out())
        .contains("Warning: the classes 'Yes' and 'yes ' differ only by blanks or case");
  }
}
