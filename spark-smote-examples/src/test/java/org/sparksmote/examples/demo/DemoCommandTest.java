// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.assertj.core.data.Offset;
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
        .contains("as it is ", "SMOTE ", "class weights ", "PR-AUC")
        .containsPattern("(improves|worsens|hardly changes) the ranking");
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

  private static Scores scores(double[] probabilities, double[] labels) {
    StructType schema =
        new StructType()
            .add("probability", SQLDataTypes.VectorType())
            .add(FraudTable.LABEL, DataTypes.DoubleType);
    Row[] rows = new Row[labels.length];
    for (int i = 0; i < rows.length; i++) {
      double p = probabilities[i];
      rows[i] = RowFactory.create(Vectors.dense(1 - p, p), labels[i]);
    }

    Dataset<Row> predictions = spark.createDataFrame(List.of(rows), schema);
    return Scores.of(predictions);
  }

  @Test
  void scores_knownRanking_giveKnownFigures() {
    Scores scores = scores(new double[] {0.9, 0.8, 0.7, 0.3, 0}, new double[] {1, 0, 1, 0, 0});
    // Precision 1 at the first fraud, 2/3 at the second.
    assertThat(scores.prAuc()).isCloseTo((1 + 2.0 / 3) / 2, Offset.offset(1e-12));
    assertThat(scores.at(0.5)).isEqualTo(new Scores.AtThreshold(1, 2.0 / 3));
    assertThat(scores.at(0.85)).isEqualTo(new Scores.AtThreshold(0.5, 1));
    assertThat(scores.at(scores.bestF1Threshold()).f1()).isCloseTo(0.8, Offset.offset(1e-12));
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
