// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.resample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparksmote.examples.CommandTest;
import org.sparksmote.examples.tables.FormatsTest;

/** Every row of the table of errors in the docs is what the command says, and its remedy works. */
class JobErrorsTest extends CommandTest {

  private static final Path PAGE = Path.of("../docs/errors.md");

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** A row of the table. */
  record ErrorRow(String cause, String shownBy, int exit, String sentence, String remedy) {

    static ErrorRow parse(String line) {
      String[] cells = line.split(" ?\\| ?", -1);
      assertThat(cells).as(line).hasSize(7);
      return new ErrorRow(cells[1], cells[2], Integer.parseInt(cells[3]), cells[4], cells[5]);
    }

    private static Stream<String> codes(String cell) {
      return CODE.matcher(cell).results().map((MatchResult code) -> code.group(1));
    }

    /** The name of the input, or empty if there is none. */
    String input() {
      return codes(shownBy).filter(code -> !code.startsWith("--")).collect(Collectors.joining());
    }

    List<String> options() {
      return words(shownBy);
    }

    /** The options that help, if it is options that do. */
    List<String> remedies() {
      return words(remedy);
    }

    private static List<String> words(String cell) {
      return codes(cell)
          .filter(code -> code.startsWith("--"))
          .flatMap(code -> Arrays.stream(code.split(" ")))
          .toList();
    }

    Pattern expected() {
      return Pattern.compile(
          Arrays.stream(sentence.split("…", -1))
              .map(Pattern::quote)
              .collect(Collectors.joining(".*")));
    }

    @Override
    public String toString() {
      return cause;
    }
  }

  static List<ErrorRow> rows() throws IOException {
    String page = Files.readString(PAGE);
    return page.substring(page.indexOf("| Cause |"))
        .lines()
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(ErrorRow::parse)
        .toList();
  }

  private Outcome run(ErrorRow row, Path output, List<String> more) throws IOException {
    List<String> words = new ArrayList<>(List.of("resample", "--label-col", "label"));
    if (!row.input().isEmpty()) {
      words.addAll(List.of("--input", "" + dir.resolve(row.input())));
    }

    List<String> options = new ArrayList<>(row.options());
    for (int i = 0; i < more.size(); i += 2) {
      replace(options, more.subList(i, i + 2));
    }

    if (!options.contains("--output-table")) {
      words.addAll(List.of("--output", "" + output));
    }

    for (String option : options) {
      boolean file = !option.startsWith("-") && Files.exists(dir.resolve(option));
      words.add(file ? "" + dir.resolve(option) : option);
    }

    return row.input().startsWith("no-avro") && more.isEmpty()
        ? FormatsTest.withoutAvro(() -> run(words.toArray(String[]::new)))
        : run(words.toArray(String[]::new));
  }

  /** An option that may be given once takes the place of what it mends. */
  private static void replace(List<String> options, List<String> remedy) {
    int place = options.indexOf(remedy.get(0));
    boolean once = place >= 0 && !remedy.get(0).contains("-option");
    if (once) {
      options.set(place + 1, remedy.get(1));
    } else {
      options.addAll(remedy);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void row_isWhatTheCommandSays_andItsRemedyWorks(ErrorRow row) throws IOException {
    JobErrorInputs.make(row.input(), dir);
    Set<String> before = new TreeSet<>(names(dir));
    Outcome outcome = run(row, dir.resolve("out"), List.of());
    assertThat(outcome.err().strip()).matches(row.expected());
    assertThat(outcome.code()).isEqualTo(row.exit());
    assertThat(names(dir)).containsExactlyElementsOf(before);
    if (!row.remedies().isEmpty()) {
      assertHelps(row);
    }
  }

  private void assertHelps(ErrorRow row) throws IOException {
    List<String> remedies = new ArrayList<>(row.remedies());
    List<String> settings = new ArrayList<>();
    while (remedies.contains("--conf")) { // the session of tests is there already
      int place = remedies.indexOf("--conf");
      settings.add(remedies.remove(place + 1));
      remedies.remove(place);
    }

    settings.forEach(each -> spark.conf().set(each.split("=")[0], each.split("=")[1]));
    try {
      Outcome mended = run(row, dir.resolve("mended"), remedies);
      assertThat(mended.err()).isEmpty();
      assertThat(mended.code()).isZero();
    } finally {
      settings.forEach(each -> spark.conf().unset(each.split("=")[0]));
    }
  }

  @Test
  void everyInput_isInTheTable_andCausesAreToldOnce() throws IOException {
    Set<String> shown = rows().stream().map(ErrorRow::input).collect(Collectors.toSet());
    shown.remove("");
    assertThat(JobErrorInputs.names()).isEqualTo(shown);
    assertThat(rows()).extracting(ErrorRow::cause).doesNotHaveDuplicates().hasSizeGreaterThan(40);
  }
}
