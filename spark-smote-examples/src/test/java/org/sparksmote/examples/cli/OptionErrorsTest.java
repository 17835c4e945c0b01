// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.examples.CommandTest;

/** Errors call an option what the user called it. */
class OptionErrorsTest extends CommandTest {

  private Outcome fails(int code, String options) throws IOException {
    Outcome outcome = resample(csv("in.csv"), dir.resolve("out"), options.split(" "));
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(code);
    assertThat(outcome.errorLines()).hasSize(1);
    assertThat(names(dir)).containsExactly("in.csv");
    return outcome;
  }

  @ParameterizedTest
  @CsvSource({
    "--k 0, Cannot use --k 0. It sets nearest neighbours",
    "--k=many, Cannot use --k many.",
    "--k-neighbors 0, Cannot use --k-neighbors 0.",
    "--set kNeighbors=0, Cannot use --set kNeighbors 0.",
    "--k 3 --k-neighbors 4, option '--k-neighbors' (INT) should be specified only once",
    "--k-neighbors 3 --k 4, option '--k' (INT) should be specified only once",
    "--small-class no, 'It sets classes with at most kNeighbors rows'",
    "--strategy much, samplingStrategy is --strategy",
    "--sampling-strategy much, samplingStrategy is --sampling-strategy",
    "--exclude id --k, for option '--k'",
    "--variant smoot, 'Cannot use --variant smoot. It sets the over-sampler: random, rose, smote,'",
    "--log-level loud, '--log-level'",
    "--conf executors=3, Cannot use --conf executors=3. The names of Spark's settings begin"
  })
  void usage(String options, String said) throws IOException {
    assertThat(fails(2, options).err()).contains(said);
  }

  @ParameterizedTest
  @CsvSource({
    "--k 10, 'kNeighbors is --k, smallClass is --small-class'",
    "--k-neighbors=10, 'kNeighbors is --k-neighbors, smallClass is --small-class'",
    "--set kNeighbors=10, 'kNeighbors is --k-neighbors, smallClass is --small-class'"
  })
  void problemsOfTheLibrary(String options, String said) throws IOException {
    assertThat(fails(3, options + " --exclude id").err()).contains("[SMOTE-027]", said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--features",
        "--exclude",
        "--summary",
        "--k",
        "--seed",
        "--sampling-strategy",
        "--carried",
        "--weight-col",
        "--variant",
        "--master"
      })
  void emptyValues_areUsage(String option) throws IOException {
    Outcome outcome = resample(csv("in.csv"), dir.resolve("out"), option, "");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.errorLines()).hasSize(1);
    assertThat(outcome.err()).startsWith("Cannot use " + option + " '': the value is empty.");
    assertThat(names(dir)).containsExactly("in.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--set", "--format", "--input-format", "--input-option", "--conf"})
  void emptyValues_thatDoNotParse_areUsage(String option) throws IOException {
    Outcome outcome = resample(csv("in.csv"), dir.resolve("out"), option, "");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.errorLines()).hasSize(1).first().asString().contains(option);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--input", "--output", "--label-col"})
  void emptyValues_ofWhatIsRequired_areUsage(String option) {
    List<String> words =
        Arrays.asList("resample --input a.csv --output b --label-col c".split(" "));
    words.set(words.indexOf(option) + 1, "");
    Outcome outcome = run(words.toArray(String[]::new));
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("Cannot use " + option + " '': the value is empty.");
  }
}
