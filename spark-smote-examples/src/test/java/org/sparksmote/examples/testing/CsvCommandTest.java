// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.sparksmote.examples.CommandTest;

/** Runs commands on small CSV files, and looks at what they wrote line by line. */
public abstract class CsvCommandTest extends CommandTest {

  /** Twelve rows of one class and seven of another, made by their number. */
  protected static List<String> rows(IntFunction<String> row) {
    return IntStream.range(0, 19).mapToObj(row).toList();
  }

  protected static String label(int row) {
    return row < 12 ? "a" : "b";
  }

  protected Path write(String name, String header, List<String> rows) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, header + "\n" + String.join("\n", rows) + "\n");
  }

  /** Resamples, and gives the lines that were written: those that were read first. */
  protected Written resampled(Path input, String... more) throws IOException {
    Path output = dir.resolve("out");
    Outcome outcome = resample(input, output, more);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    return written(output, StandardCharsets.UTF_8, outcome);
  }

  protected static Written written(Path output, Charset charset, Outcome outcome)
      throws IOException {
    List<String> headers = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String name : names(output)) {
      if (name.endsWith(".csv")) {
        List<String> all = Files.readAllLines(output.resolve(name), charset);
        headers.addAll(all.subList(0, Math.min(1, all.size())));
        lines.addAll(all.subList(Math.min(1, all.size()), all.size()));
      }
    }

    return new Written(headers.stream().distinct().toList(), lines, outcome);
  }

  /**
   * What was written.
   *
   * @param headers first lines of files, each once
   * @param lines all others
   */
  protected record Written(List<String> headers, List<String> lines, Outcome outcome) {

    /** The lines beside those that were read, which all must be there. */
    public List<String> madeBeside(List<String> read) {
      List<String> rest = new ArrayList<>(lines);
      for (String line : read) {
        assertThat(rest.remove(line)).as(line).isTrue();
      }

      return rest;
    }
  }

  protected void assertRefused(Outcome outcome, int code, String... parts) {
    assertThat(outcome.errorLines()).as("stderr").hasSize(1);
    assertThat(outcome.err()).contains(parts);
    assertThat(outcome.code()).isEqualTo(code);
    assertThat(dir.resolve("out")).doesNotExist();
  }
}
