// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sparksmote.examples.CommandTest;
import org.sparksmote.examples.cli.ExitCode;

/** No spelling of a path lets a run write over its input or over what is not its own. */
class OutputRulesTest extends CommandTest {

  private Path input = Path.of("");

  @BeforeEach
  void makeInput() throws IOException {
    input = Files.createDirectories(dir.resolve("data/in"));
    Files.copy(csv("in.csv"), input.resolve("part.csv"));
  }

  private void assertRefused(String output, String reason) {
    Outcome outcome =
        run(
            "resample",
            "--input",
            input.toString(),
            "--label-col",
            "label",
            "--output",
            output,
            "--overwrite");
    assertThat(outcome.errorLines()).hasSize(1);
    assertThat(outcome.err()).contains("Cannot write to").contains(reason);
    assertThat(outcome.code()).isEqualTo(4);
    assertThat(input.resolve("part.csv")).exists();
  }

  @Test
  void output_equalsInput_isRefused() {
    assertRefused(input.toString(), "input");
    assertRefused(input + "/", "input");
    assertRefused("file:" + input, "input");
    assertRefused("file://" + input, "input");
    assertRefused(input + "/../in", "input");
    assertRefused(input + "//./", "input");
  }

  @Test
  void output_insideInput_isRefused() {
    assertRefused(input + "/out", "input");
    assertRefused(dir + "/data/x/../in/deep/out", "input");
  }

  @Test
  void output_containsInput_isRefused() {
    assertRefused(dir.resolve("data").toString(), "input");
  }

  @Test
  void output_meetsInputBySymbolicLink_isRefused() throws IOException {
    Path link = Files.createSymbolicLink(dir.resolve("link"), input);
    Path parent = Files.createSymbolicLink(dir.resolve("parent"), dir.resolve("data"));
    assertRefused(link.toString(), "input");
    assertRefused(link + "/out", "input");
    assertRefused(parent + "/in", "input");
  }

  @Test
  void output_rootOrHome_isRefused() {
    assertRefused("/", "root or home");
    assertRefused("file:///", "root or home");
    assertRefused(System.getProperty("user.home"), "root or home");
    assertRefused(System.getProperty("user.home") + "/x/..", "root or home");
  }

  @Test
  void output_notOurs_isRefusedEvenWithOverwrite() throws IOException {
    Path foreign = Files.createDirectories(dir.resolve("thesis"));
    Files.writeString(foreign.resolve("chapter"), "text");
    assertRefused(foreign.toString(), "not written by spark-smote");
    assertThat(foreign.resolve("chapter")).hasContent("text");
  }

  @Test
  void output_exists_isRefusedWithoutOverwrite() {
    Path output = dir.resolve("out");
    assertThat(resample(input, output).code()).isZero();
    Outcome again = resample(input, output);
    assertThat(again.code()).isEqualTo(4);
    assertThat(again.err()).contains("--overwrite");
  }

  @Test
  void output_nameStartsLikeInput_isAllowed() {
    assertThat(resample(input, dir.resolve("data/in-balanced")).code()).isZero();
  }

  @Test
  void summary_amongData_isRefused() {
    Path output = dir.resolve("out");
    Outcome outcome = resample(input, output, "--summary", output + "/summary.json");
    assertThat(outcome.code()).isEqualTo(4);
    assertThat(outcome.err()).contains("inside the output");
  }

  @Test
  void output_danglingLink_isRefused() throws IOException {
    Path link = Files.createSymbolicLink(dir.resolve("link"), dir.resolve("nowhere"));
    assertRefused(link.toString(), "nowhere, which does not exist. Remove the link");
    assertRefused(link + "/", "which does not exist");
    assertThat(link).isSymbolicLink();
    assertThat(names(dir)).containsExactly("data", "in.csv", "link");
  }

  @Test
  void output_linkToAnOwnOutput_isRefused() throws IOException {
    Path output = dir.resolve("out");
    assertThat(resample(input, output).code()).isZero();
    Path link = Files.createSymbolicLink(dir.resolve("link"), output);
    assertRefused(link.toString(), "it is a symbolic link to " + output);
    assertThat(link).isSymbolicLink();
    assertThat(output.resolve("_spark_smote")).exists();
  }

  @Test
  void summary_exists_isRefusedBeforeTheJob_unlessOverwritten() throws IOException {
    Path summary = Files.writeString(dir.resolve("summary.json"), "mine");
    Path output = dir.resolve("out");
    Outcome refused = resample(input, output, "--summary", "" + summary);
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err()).contains("summary.json: it exists", "--overwrite");
    assertThat(refused.out()).isEmpty();
    assertThat(summary).hasContent("mine");
    assertThat(output).doesNotExist();

    assertThat(resample(input, output, "--summary", "" + summary, "--overwrite").code()).isZero();
    assertThat(summary).content().contains("\"made\"");
  }

  /** A plan writes nothing, and says what a run would. */
  @Test
  void plan_isRefusedAsARunIs() throws IOException {
    Path there = Files.createDirectories(dir.resolve("there"));
    Path report = Files.writeString(dir.resolve("report.json"), "mine");
    Path free = dir.resolve("free");
    String[][] refused = {
      {"--output", "" + there},
      {"--output", "" + there, "--overwrite"},
      {"--output", "" + input.resolve("out")},
      {"--output", "" + free, "--summary", "" + report},
      {"--summary", "" + report},
      {"--summary", "" + input.resolve("report.json")},
      {"--output", "" + free, "--summary", "" + free.resolve("report.json")}
    };
    for (String[] options : refused) {
      Outcome run = plan(options);
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.IO);
      assertThat(run.err()).startsWith("Cannot write to ");
      assertThat(run.out()).isEmpty();
    }

    assertThat(plan("--output", "" + free).code()).isZero();
    assertThat(plan("--output", "" + free, "--summary", "" + dir.resolve("new.json")).code())
        .isZero();
    assertThat(dir.resolve("free")).doesNotExist();
    assertThat(dir.resolve("new.json")).doesNotExist();
    assertThat(report).hasContent("mine");
  }

  private Outcome plan(String... options) {
    Stream<String> fixed =
        Stream.of("resample", "--input", "" + input, "--label-col", "label", "--plan");
    return run(Stream.concat(fixed, Stream.of(options)).toArray(String[]::new));
  }

  @Test
  void summary_directory_isRefused() throws IOException {
    Files.createDirectories(dir.resolve("reports"));
    assertThat(
            resample(
                input, dir.resolve("out"), "--overwrite", "--summary", dir.resolve("reports") + ""))
        .satisfies(
            outcome -> {
              assertThat(outcome.code()).isEqualTo(4);
              assertThat(outcome.err()).contains("it is a directory");
            });
  }
}
