// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sparksmote.examples.cli.ExitCode;
import org.sparksmote.examples.testing.CsvCommandTest;

/** Tables of many thousands of columns. */
class WideCsvTest extends CsvCommandTest {

  @Test
  void manyColumns_areRead() throws IOException {
    int width = 21_000;
    String header =
        IntStream.range(0, width).mapToObj(i -> "g" + i).collect(Collectors.joining(","));
    List<String> rows =
        IntStream.range(0, 15)
            .mapToObj(
                row ->
                    IntStream.range(0, width)
                        .mapToObj(i -> "" + (row * 7 + i) % 10)
                        .collect(Collectors.joining(",", "", row < 8 ? ",0" : ",1")))
            .toList();
    Written out = resampled(write("in.csv", header + ",label", rows), "--k", "3");
    assertThat(out.headers()).containsExactly(header + ",label");
    assertThat(out.madeBeside(rows)).hasSize(1);
  }

  @Test
  void idAmongPackedFeatures_isWarnedOf_andStrictRefusesIt() throws IOException {
    int width = 2_001;
    String header =
        IntStream.range(0, width)
            .mapToObj(i -> "g" + i)
            .collect(Collectors.joining(",", "id,", ""));
    List<String> rows =
        rows(
            row ->
                IntStream.range(0, width)
                    .mapToObj(i -> (row * 7 + i) % 10 + ".5")
                    .collect(Collectors.joining(",", (row * 7 % 19) + ",", "," + label(row))));
    Path input = write("in.csv", header + ",label", rows);
    String said = "[id]: their values all differ and follow each other";
    assertThat(plan(input).out()).contains("Warning: ", said);
    Outcome strict = plan(input, "--strict");
    assertThat(strict.err()).contains("Cannot take as features " + said);
    assertThat(strict.code()).isEqualTo(ExitCode.USAGE);
    assertThat(plan(input, "--strict", "--exclude", "id").err()).isEmpty();
  }

  private static Outcome plan(Path input, String... more) {
    Stream<String> fixed =
        Stream.of("resample", "--input", "" + input, "--label-col", "label", "--plan");
    return run(Stream.concat(fixed, Stream.of(more)).toArray(String[]::new));
  }
}
