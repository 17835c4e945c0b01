// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparksmote.SmoteVariant;
import org.sparksmote.examples.CommandTest;

class VariantsCommandTest extends CommandTest {

  private static final Path COMMITTED = Path.of("../docs/variants.md");

  /** The cells of the rows whose first cell is a name of a variant, but for the cost. */
  private static List<List<String>> rows(String page) {
    return page.lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> Arrays.asList(line.substring(2, line.length() - 2).split(" \\| ", -1)))
        .filter(cells -> cells.size() > 2)
        .map(cells -> cells.subList(0, 7))
        .toList();
  }

  private static List<List<String>> expected() {
    return Arrays.stream(SmoteVariant.values()).map(VariantsPage::cells).toList();
  }

  @Test
  void variants_printsEveryVariantWithItsParts() {
    Outcome outcome = run("variants");
    assertThat(outcome.code()).isZero();
    assertThat(rows(outcome.out())).isEqualTo(expected());
    assertThat(outcome.out())
        .contains(
            "| `borderline1` | danger | class_neighbors | segment | none | Han, Wang and Mao");
  }

  @Test
  void committedPage_agreesWithTheCode() throws IOException {
    assertThat(rows(Files.readString(COMMITTED))).isEqualTo(expected());
  }

  @Test
  void variants_output_isAPage() throws IOException {
    Path page = dir.resolve("page.md");
    Outcome outcome = run("variants", "--output", page.toString());
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).isEmpty();
    assertThat(Files.readString(page))
        .startsWith("# Variants")
        .contains("Costs were not measured.", "## What is not there")
        .doesNotContain("{table}", "{measurement}");
  }

  @Test
  void variants_measure_tellsCostsAndHow() throws IOException {
    Path page = dir.resolve("page.md");
    Outcome outcome =
        run(
            "variants",
            "--only",
            "smote,smotenc",
            "--measure",
            "--rows",
            "400",
            "--dims",
            "4",
            "--output",
            page.toString());
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    String text = Files.readString(page);
    assertThat(rows(text)).isEqualTo(expected());
    assertThat(text)
        .containsPattern("\\| `smote` \\|.*\\| 1\\.0 \\|")
        .containsPattern("\\| `smotenc` \\|.*\\| \\d+\\.\\d \\|")
        .containsPattern("\\| `rwo` \\|.*\\| – \\|")
        .contains("--rows 400 --dims 4 --cores 2 --only smote,smotenc` on 2 cores of");
  }
}
