// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.examples.testing.CsvCommandTest;
import org.sparksmote.examples.testing.FaultyFileSystem;

/** Options without effect, rows that do not fit, and outputs that are damaged. */
class CsvRefusalTest extends CsvCommandTest {

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

  @ParameterizedTest
  @ValueSource(strings = {"samplingRatio=0.5", "columnNameOfCorruptRecord=c", "sepp=;"})
  void inputOptions_withoutEffect_areRefused(String option) throws IOException {
    Outcome outcome = resample(csv("in.csv"), dir.resolve("out"), "--input-option", option);
    assertRefused(outcome, 2, option.split("=")[0].toLowerCase(java.util.Locale.ROOT));
  }

  @Test
  void outputOptions_withoutEffect_areRefused() throws IOException {
    Outcome outcome =
        resample(csv("in.csv"), dir.resolve("out"), "--output-option", "dateFormat=yyyy");
    assertRefused(outcome, 2, "--output-option dateformat");
  }

  @Test
  void raggedRow_isNamedByItsLine_unlessItIsToBeDropped() throws IOException {
    List<String> rows = rows(i -> i == 5 ? "77123" : i + ",1," + label(i));
    Path input = write("in.csv", "x,y,label", rows);
    Outcome refused = resample(input, dir.resolve("out"));
    assertRefused(refused, 3, "in.csv: line 7 has 1 fields, where there are 3 columns");
    assertThat(refused.err()).doesNotContain("77123");
    Written out = resampled(input, "--input-option", "mode=DROPMALFORMED");
    assertThat(out.lines()).hasSize(22).doesNotContain("77123");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a changed value", "a lost line"})
  void outputThatIsNotWhatWasRead_isNotPutInPlace(String fault) throws IOException {
    List<String> rows = rows(i -> i + ",secret," + label(i));
    Path input = write("in.csv", "x,y,label", rows);
    Runnable damage = () -> damage(fault.equals("a lost line") ? "3,secret,a\n" : "secret");
    FaultyFileSystem.before("create _SUCCESS", damage);
    Outcome outcome = resample(input, Path.of("faulty:" + dir.resolve("out")));
    assertRefused(outcome, 4, "Cannot finish the output", "read back");
    assertThat(outcome.err()).doesNotContain("secret");
    assertThat(names(dir)).containsExactly("in.csv");
  }

  private void damage(String text) {
    try (Stream<Path> files = Files.walk(dir)) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith("part-")).toList()) {
        Files.writeString(file, Files.readString(file).replaceFirst(text, ""));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
