// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.counterexamples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sparksmote.examples.CommandTest;
import org.sparksmote.examples.workloads.Draws;

/** What is printed says what the page on judging a model says. */
class CounterexamplesCommandTest extends CommandTest {

  private static final int RATIO = 3;
  private static final int RECALL = 5;

  /** The cells of each row of the table by its name. */
  private static Map<String, double[]> figures(Outcome outcome) {
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    Map<String, double[]> figures = new LinkedHashMap<>();
    for (String line : outcome.out().lines().toList()) {
      List<String> cells = new ArrayList<>(Arrays.asList(line.strip().split(" {2,}", -1)));
      if (cells.size() == 8 && cells.get(1).matches("[01]\\.[0-9]+")) {
        figures.put(
            cells.get(0),
            cells.stream()
                .mapToDouble(cell -> cell.matches("-?[0-9.]+") ? Double.parseDouble(cell) : 0)
                .toArray());
      }
    }

    return figures;
  }

  private static double cell(Map<String, double[]> figures, String name, int column) {
    return Objects.requireNonNull(figures.get(name))[column];
  }

  private static double misplaced(Outcome outcome) {
    String line =
        outcome.out().lines().filter(l -> l.startsWith("New rows where")).findAny().orElseThrow();
    return Double.parseDouble(line.replaceAll("[^0-9.]", ""));
  }

  @Test
  void probabilities_areRuinedBySmote_andMendedByWeightsAndCalibration() throws IOException {
    Outcome outcome =
        run("counterexamples", "probabilities", "--rows", "4000", "--plots", dir.toString());
    Map<String, double[]> figures = figures(outcome);
    assertThat(figures).hasSize(6);
    assertThat(cell(figures, "SMOTE", RATIO)).isGreaterThan(3);
    assertThat(cell(figures, "class weights", RATIO)).isGreaterThan(3);
    for (String right : List.of("as it is", "SMOTE, weights restored", "SMOTE, calibrated")) {
      assertThat(cell(figures, right, RATIO)).as(right).isCloseTo(1, within(0.3));
    }

    assertThat(cell(figures, "as it is, own threshold", RECALL))
        .isGreaterThan(cell(figures, "as it is", RECALL) + 0.2);
    assertThat(Files.readString(dir.resolve("probabilities.svg")))
        .startsWith("<svg ")
        .contains("truth", "SMOTE, calibrated")
        .endsWith("</svg>\n");
  }

  @Test
  void smallIslands_areJoined_andLargeOnesAreNot() {
    assertThat(misplaced(run("counterexamples", "small-islands", "--rows", "1000")))
        .isGreaterThan(20);
    assertThat(misplaced(run("counterexamples", "large-islands", "--rows", "1000"))).isZero();
  }

  @Test
  void aHardBoundary_isSharpened() {
    Outcome outcome = run("counterexamples", "boundary", "--rows", "2000");
    Map<String, double[]> figures = figures(outcome);
    assertThat(cell(figures, "SMOTE", RECALL))
        .isGreaterThan(cell(figures, "as it is", RECALL) + 0.1);
    assertThat(misplaced(outcome)).isZero();
  }

  @Test
  void theLogisticLaw_hasTheRareClassThatItSays() {
    double rare = 0;
    for (int row = 0; row < 100_000; row++) {
      rare += Counterexample.PROBABILITIES.draw(Draws.of(1, row), row, 100_000)[1];
    }

    assertThat(rare / 100_000).isCloseTo(0.045, within(0.002));
  }

  @Test
  void whatIsNotThere_isUsage() {
    assertThat(run("counterexamples", "circles").code()).isEqualTo(2);
    assertThat(run("counterexamples", "--rows", "10").code()).isEqualTo(2);
  }
}
