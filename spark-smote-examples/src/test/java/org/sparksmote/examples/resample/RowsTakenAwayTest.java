// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.examples.CommandTest;

/** Runs that also take rows away, and report and check how many. */
class RowsTakenAwayTest extends CommandTest {

  @ParameterizedTest
  @ValueSource(strings = {"csv", "parquet"})
  void resample_overAndUnder_growsOneClassAndShrinksOthers(String format) throws IOException {
    Path output = dir.resolve("out." + format);
    Outcome outcome =
        resample(csv("in.csv"), output, "--exclude", "id", "--over", "100", "--under", "150");
    assertThat(outcome.err()).isEmpty();
    Dataset<Row> rows = read(output, format);
    assertThat(rows.filter("label = 'b'").count()).isEqualTo(20);
    assertThat(rows.filter("label = 'a'").count()).isEqualTo(15);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "parquet"})
  void resample_cleaning_takesRowsAwayThatTheReportCounts(String format) throws IOException {
    StringBuilder text = new StringBuilder("x,label\n4.2,b\n20,b\n21,b\n22,b\n");
    for (int x = 0; x < 10; x++) {
      text.append(x).append(",a\n");
    }

    Path input = Files.writeString(dir.resolve("line.csv"), text);
    Path output = dir.resolve("out." + format);
    Path report = dir.resolve("report.json");
    Outcome outcome =
        resample(input, output, "--cleaning", "tomek", "--k", "2", "--summary", report.toString());
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("Removed by cleaning:");
    Dataset<Row> rows = read(output, format);
    for (JsonNode of : new ObjectMapper().readTree(report.toFile()).path("classes")) {
      assertThat(of.path("removedOriginal").asLong()).isPositive();
      assertThat(rows.filter("label = '" + of.path("label").asText() + "'").count())
          .isEqualTo(of.path("has").asLong());
    }
  }

  /** Ten rows of a class and forty of the other weigh what they weighed, however many there are. */
  @ParameterizedTest
  @ValueSource(strings = {"csv", "parquet"})
  void resample_balanceWeights_areWrittenBesideTheRows(String format) throws IOException {
    for (String mark : new String[] {"", "--synthetic-col"}) {
      Path output = dir.resolve("out" + mark + "." + format);
      List<String> options = new ArrayList<>(List.of("--exclude", "id", "--over", "100"));
      options.addAll(List.of("--under", "150", "--balance-weight-col", "balance"));
      options.addAll(mark.isEmpty() ? List.of() : List.of(mark, "made"));
      Outcome outcome = resample(csv("in.csv"), output, options.toArray(new String[0]));
      assertThat(outcome.err()).isEmpty();
      Dataset<Row> rows = read(output, format);
      assertThat(rows.columns()).endsWith("balance");
      assertThat(List.of(rows.columns()).contains("made")).isEqualTo(!mark.isEmpty());
      // 10 of b became 20; of a 15 stay.
      assertThat(rows.filter("label = 'b' and double(balance) = 0.5").count()).isEqualTo(20);
      Row of = rows.filter("label = 'a'").selectExpr("count(*)", "sum(balance)").head();
      assertThat(of.getLong(0)).isEqualTo(15);
      assertThat(of.getDouble(1)).isCloseTo(40.0, within(1e-9));
    }
  }
}
