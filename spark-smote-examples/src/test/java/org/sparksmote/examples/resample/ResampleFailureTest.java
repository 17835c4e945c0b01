// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.resample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.sparksmote.examples.CommandTest;

/** Every failure: its exit code, and one line that says what is wrong. */
class ResampleFailureTest extends CommandTest {

  private void assertFails(Outcome outcome, int code, String text) {
    assertThat(outcome.errorLines()).as("stderr").hasSize(1);
    assertThat(outcome.err()).contains(text);
    assertThat(outcome.code()).isEqualTo(code);
    assertThat(dir.resolve("out")).doesNotExist();
  }

  private Outcome resampleCsv(String... more) throws IOException {
    return resample(csv("in.csv"), dir.resolve("out"), more);
  }

  @Test
  void command_unknownOption_isUsage() throws IOException {
    assertFails(resampleCsv("--nonsense"), 2, "Unknown option: '--nonsense'");
  }

  @Test
  void command_missing_isUsage() {
    assertFails(run(), 2, "Missing command");
  }

  @Test
  void resample_badStrategy_isUsage() throws IOException {
    assertFails(resampleCsv("--strategy", "much"), 2, "[SMOTE-030]");
  }

  @Test
  void resample_percentagesThatContradict_areUsage_beforeAnythingIsRead() {
    Path missing = dir.resolve("nothing.csv");
    assertFails(
        resample(missing, dir.resolve("out"), "--under", "100"), 2, "Cannot use --under alone");
    assertFails(
        resample(missing, dir.resolve("out"), "--over", "100", "--strategy", "all"),
        2,
        "Cannot use --over beside --strategy");
  }

  @Test
  void resample_badRule_isUsageAndListsChoices() throws IOException {
    assertFails(resampleCsv("--small-class", "x"), 2, "error, shrinkK, duplicate, skip");
  }

  @Test
  void resample_badK_isUsage() throws IOException {
    assertFails(resampleCsv("--k", "0"), 2, "Cannot use --k 0.");
  }

  @Test
  void resample_unknownColumn_isUsage() throws IOException {
    assertFails(resampleCsv("--exclude", "idd"), 2, "'idd' of --exclude");
  }

  @Test
  void resample_textFeature_isUsage() throws IOException {
    assertFails(resampleCsv("--features", "whole,word"), 2, "[SMOTE-010]");
  }

  @Test
  void resample_unknownClass_isData() throws IOException {
    assertFails(resampleCsv("--strategy", "{\"z\": 90}"), 3, "[SMOTE-031]");
  }

  @Test
  void resample_smallClass_isDataAndNamesOptions() throws IOException {
    assertFails(resampleCsv("--k", "10"), 3, "smallClass is --small-class");
  }

  @Test
  void resample_missingValue_isData() throws IOException {
    Path input = Files.writeString(dir.resolve("in.csv"), "x,y,label\n1,2,a\n,2,b\n3,4,a\n");
    assertFails(resample(input, dir.resolve("out")), 3, "handleInvalid is --handle-invalid");
  }

  @Test
  void resample_raggedCsv_isDataWithoutValues() throws IOException {
    Path input = Files.writeString(dir.resolve("in.csv"), "x,y,label\n1,2,a\n77123,a\n3,4,b\n");
    Outcome outcome = resample(input, dir.resolve("out"));
    assertFails(outcome, 3, "Cannot parse");
    assertThat(outcome.err()).contains("in.csv").doesNotContain("77123");
  }

  @Test
  void resample_damagedGzip_isData() throws IOException {
    Path input = Files.writeString(dir.resolve("in.csv.gz"), "this is no gzip file");
    assertFails(resample(input, dir.resolve("out")), 3, "Cannot parse");
  }

  @Test
  void resample_noParquetFile_isData() throws IOException {
    Path input = Files.writeString(dir.resolve("in.parquet"), "this is no parquet file");
    assertFails(resample(input, dir.resolve("out")), 3, "Cannot parse");
  }

  @Test
  void resample_emptyFile_isData() throws IOException {
    Path input = Files.writeString(dir.resolve("in.csv"), "");
    assertFails(resample(input, dir.resolve("out")), 3, "Cannot");
  }

  @Test
  void resample_headerOnly_isData() throws IOException {
    Path input = Files.writeString(dir.resolve("in.csv"), "x,y,label\n");
    assertFails(resample(input, dir.resolve("out"), "--features", "x"), 2, "[SMOTE-010]");
  }

  @Test
  void resample_missingInput_isIo() {
    assertFails(resample(dir.resolve("nothing.csv"), dir.resolve("out")), 4, "no such file");
  }

  @Test
  void resample_unknownFileSystem_isIo() {
    Outcome outcome =
        run("resample", "--input", "nofs://a/b.csv", "--label-col", "y", "--output", dir + "/out");
    assertFails(outcome, 4, "nofs");
  }

  @Test
  void resample_stackTrace_isShownIfAskedFor() {
    Outcome outcome = resample(dir.resolve("nothing.csv"), dir.resolve("out"), "--stacktrace");
    assertThat(outcome.code()).isEqualTo(4);
    assertThat(outcome.errorLines()).hasSizeGreaterThan(1);
  }
}
