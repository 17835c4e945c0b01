// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.examples.CommandTest;

class BenchmarkCommandTest extends CommandTest {

  private Path generated(String name) {
    Path output = dir.resolve(name);
    Outcome outcome =
        words("generate --workload a --rows 300 --dims 4 --seed 7 --output " + output);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    return output;
  }

  private static Outcome words(String line) {
    return run(line.split(" "));
  }

  private static List<JsonNode> lines(Outcome outcome) throws IOException {
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : outcome.out().lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }

    return lines;
  }

  private static List<String> rows(Path generated) {
    return read(generated, "parquet").orderBy("number").collectAsList().stream()
        .map(Row::toString)
        .toList();
  }

  @Test
  void generate_twice_writesTheSameRows() {
    List<String> rows = rows(generated("one"));
    assertThat(rows).hasSize(1300).isEqualTo(rows(generated("two")));
    assertThat(rows.get(0)).startsWith("[grown,[").endsWith(",0]");
    assertThat(rows.get(300)).startsWith("[other,[").endsWith(",300]");
  }

  @Test
  void generate_putsTheNumbersWhereOtherToolsFindThem() {
    Path output = generated("data");
    List<Row> values =
        spark
            .read()
            .schema("features struct<values: array<double>>")
            .parquet("" + output)
            .collectAsList();
    assertThat(values)
        .hasSize(1300)
        .allMatch(row -> row.getStruct(0).<Double>getList(0).size() == 4);
  }

  /** A CSV holds the numbers of the Parquet file, a column per feature. */
  @Test
  void generate_csv_writesAColumnPerFeature() {
    Path csv = dir.resolve("csv");
    String options = "--workload a --rows 300 --dims 4 --seed 7 --format csv --output ";
    assertThat(words("generate " + options + csv).code()).isZero();
    List<String> plain =
        spark
            .read()
            .option("header", true)
            .schema("label string, f0 double, f1 double, f2 double, f3 double, number long")
            .csv("" + csv)
            .orderBy("number")
            .selectExpr("label", "array(f0, f1, f2, f3) AS features", "number")
            .collectAsList()
            .stream()
            .map(row -> row.get(0) + " " + row.getList(1) + " " + row.get(2))
            .toList();
    List<String> vectors =
        read(generated("data"), "parquet").orderBy("number").collectAsList().stream()
            .map(
                row ->
                    row.get(0)
                        + " "
                        + DoubleStream.of(row.<Vector>getAs(1).toArray()).boxed().toList()
                        + " "
                        + row.get(2))
            .toList();
    assertThat(plain).hasSize(1300).isEqualTo(vectors);
  }

  @Test
  void benchmark_csv_isReadByColumns() throws IOException {
    List<JsonNode> lines =
        lines(words("benchmark --workload a --rows 300 --dims 4 --format csv --runs 1"));
    assertThat(lines.get(0).get("format").asText()).isEqualTo("csv");
    assertThat(lines.get(0).get("made").asLong()).isEqualTo(300);
    assertThat(words("benchmark --engine under --workload a --rows 300 --format csv").err())
        .contains("Cannot measure that on CSV");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--rows 300", "--others 2", "--dims 4", "--seed 7", "--format csv"})
  void benchmark_whatIsGeneratedBesideAnInput_isRefused(String option) {
    Outcome outcome = words("benchmark --input somewhere " + option);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.errorLines()).singleElement().asString().contains("either --input, or");
  }

  @Test
  void generate_existingOutput_isRefused() {
    Path output = generated("data");
    Outcome outcome = words("generate --workload a --rows 300 --output " + output);
    assertThat(outcome.code()).isEqualTo(4);
    assertThat(outcome.errorLines()).singleElement().asString().contains("it exists");
  }

  @Test
  void benchmark_input_measuresWhatWasGenerated() throws IOException {
    List<JsonNode> lines = lines(words("benchmark --runs 1 --input " + generated("data")));
    assertThat(lines).hasSize(1);
    JsonNode figures = lines.get(0);
    assertThat(figures.get("workload").asText()).isEqualTo("a");
    assertThat(figures.get("rows").asLong()).isEqualTo(300);
    assertThat(figures.get("dims").asInt()).isEqualTo(4);
    assertThat(figures.get("seconds_warm").asDouble()).isPositive();
    assertThat(figures.has("peak_resident_mb")).isTrue();
  }

  @Test
  void benchmark_lsh_tellsMoreLineByLine() throws IOException {
    String options = "benchmark --engine lsh --runs 1 --lsh-recall 0.9 --input ";
    List<JsonNode> lines = lines(words(options + generated("data")));
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0).get("bucket_length").asDouble()).isPositive();
    // 1500 neighbours are looked for: 0.9 plus or minus some times 0.01.
    assertThat(lines.get(0).get("recall").asDouble()).isBetween(0.8, 1.0);
    assertThat(lines.get(0).get("mean_distance_ratio").asDouble()).isBetween(1.0, 1.2);
    assertThat(lines.get(0).has("seconds_cold")).isFalse();
    assertThat(lines.get(1).get("seconds_cold").asDouble()).isPositive();
    assertThat(lines.get(1).has("seconds_warm")).isFalse();
    assertThat(lines.get(2).get("seconds_warm").asDouble()).isPositive();
    assertThat(lines.get(2).get("made").asLong()).isBetween(290L, 300L);
  }

  @Test
  void benchmark_inputOfOthers_isIo() {
    Outcome outcome = words("benchmark --input " + dir);
    assertThat(outcome.code()).isEqualTo(4);
    assertThat(outcome.errorLines()).singleElement().asString().contains("_workload.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "benchmark",
        "benchmark --rows 1000",
        "benchmark --workload a --rows 99",
        "benchmark --input x --workload a --rows 1000",
        "benchmark --input x --lsh-recall 1",
        "benchmark --input x --engine lsh --sample 0",
        "benchmark --input x --engine lsh --variant borderline1",
        "generate --output x --rows 1000"
      })
  void contradictionsAndGaps_areUsage(String line) {
    Outcome outcome = words(line);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(Stream.of(outcome.err().split("\n"))).singleElement().asString().contains("Cannot");
  }
}
