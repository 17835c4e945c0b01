// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Under locales with digits and letters of their own, text, codes and files are the same. */
class LocaleTest extends CommandTest {

  private final Locale before = Locale.getDefault();

  @AfterEach
  void putBack() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "tr-TR"})
  void refusals_haveTheSameCodeAndExitCode(String locale) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(locale));
    Path input = csv("in.csv");
    List<Outcome> outcomes =
        List.of(
            resample(input, dir.resolve("out"), "--strategy", "1.5"),
            resample(input, dir.resolve("out"), "--k", "10", "--exclude", "id"),
            resample(input, dir.resolve("out"), "--strategy", "{\"z\": 90}"));
    assertThat(outcomes).extracting(Outcome::code).containsExactly(2, 3, 3);
    assertThat(outcomes.get(0).err()).contains("[SMOTE-034] Cannot use the ratio 1.5");
    assertThat(outcomes.get(1).err()).contains("[SMOTE-027] Cannot find 10 neighbours");
    assertThat(outcomes.get(2).err()).contains("[SMOTE-031] Cannot resample class 'z'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "tr-TR"})
  void files_andWhatIsPrinted_areTheSame(String locale) throws IOException {
    Path input =
        Files.writeString(
            dir.resolve("i.csv"), Files.readString(csv("in.csv")).replace("id,", "I,"));
    Locale.setDefault(Locale.ROOT);
    Outcome expected = resample(input, dir.resolve("root"), "--exclude", "i");
    Locale.setDefault(Locale.forLanguageTag(locale));
    Outcome outcome = resample(input, dir.resolve(locale), "--exclude", "i");
    assertThat(outcome.err()).isEmpty();
    assertThat(counts(outcome)).isEqualTo(counts(expected)).isNotEmpty();
    assertThat(lines(locale)).isEqualTo(lines("root")).hasSizeGreaterThan(80);
  }

  /** The table of classes, without the times. */
  private static List<String> counts(Outcome outcome) {
    return outcome.out().lines().filter(line -> line.matches("\\s*[ab] .*")).toList();
  }

  private List<String> lines(String output) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String name : names(dir.resolve(output))) {
      if (name.endsWith(".csv")) {
        lines.addAll(Files.readAllLines(dir.resolve(output).resolve(name)));
      }
    }

    return lines.stream().sorted().toList();
  }
}
