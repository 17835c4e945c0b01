// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sparksmote.examples.CommandTest;

class DemoCommandTest extends CommandTest {

  @Test
  void demo_fewRows_printsThreeRowsAndAReading() {
    Outcome outcome = run("demo", "--rows", "5000", "--fraud-rate", "0.03", "--seed", "1");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .startsWith("Card fraud, simulated: 5,000 payments, 30 features, 3 % fraud, seed 1.")
        .contains("as it is ", "SMOTE ", "SMOTE, balanceWeightCol ", "class weights ", "PR-AUC")
        .containsPattern("(improves|worsens|hardly changes) the ranking");
    Matcher ratios =
        Pattern.compile(
                "right\\): (.*) with SMOTE, (.*) with class weights,\\s(.*) as it is, and (.*) where")
            .matcher(outcome.out());
    assertThat(ratios.find()).isTrue();
    double smote = Double.parseDouble(ratios.group(1));
    assertThat(smote).isGreaterThan(3);
    assertThat(Double.parseDouble(ratios.group(2))).isGreaterThan(3);
    assertThat(Double.parseDouble(ratios.group(3))).isBetween(0.5, smote / 2);
    assertThat(Double.parseDouble(ratios.group(4))).isBetween(0.5, smote / 2);
  }

  @Test
  void demo_variant_isNamedInTheReport() {
    Outcome outcome =
        run("demo", "--rows", "4000", "--fraud-rate", "0.03", "--variant", "polynom_star");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("training with polynom_star", "\n  polynom_star ");
  }

  @Test
  void demo_tooFewFrauds_isUsage() {
    Outcome outcome = run("demo", "--rows", "100");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.errorLines()).hasSize(1);
  }

  @Test
  void benchmark_smallRun_printsAllKeys() {
    Outcome outcome =
        run("benchmark", "--workload", "d", "--rows", "2000", "--dims", "6", "--runs", "1");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().lines()).hasSize(1);
    assertThat(outcome.out())
        .contains("\"workload\":\"d\"", "\"made\":2000", "kernel_seconds", "shuffle_bytes_per_row")
        .contains("\"recall\":1.0", "peak_heap_mb", "seconds_cold", "seconds_warm", "effective_k");
  }

  @Test
  void benchmark_neighborsAmongAllRows_comparesTheRowsInDanger() {
    Outcome outcome =
        run(
            "benchmark",
            "--workload",
            "e",
            "--rows",
            "1000",
            "--others",
            "3",
            "--dims",
            "4",
            "--runs",
            "1",
            "--variant",
            "borderline1");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .contains("\"variant\":\"borderline1\"", "\"others\":3000", "\"danger_sampled\":1000")
        .contains("\"danger_agreement\":1.0", "\"shuffle_bytes\":")
        .doesNotContain("\"danger_exact\":0.0,");
  }

  @Test
  void benchmark_mixedWorkload_isForNominalFeatures() {
    Outcome outcome =
        run(
            "benchmark",
            "--workload",
            "mixed",
            "--rows",
            "1000",
            "--dims",
            "6",
            "--runs",
            "1",
            "--variant",
            "smotenc");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("\"workload\":\"mixed\"", "\"made\":1000");
  }
}
