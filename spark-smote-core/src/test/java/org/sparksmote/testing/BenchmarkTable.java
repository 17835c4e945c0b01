// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.testing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/**
 * What benchmarks found, as a table in Markdown. Those with a parameter {@code dims} count pairs of
 * rows, others count rows; a baseline is named so, and is that of its class.
 */
final class BenchmarkTable {
  static final String PEAK = "PeakBenchmark";

  private static final List<String> HEAD =
      List.of("benchmark", "with", "ns", "per", "G pairs/s", "% of peak", "time / baseline");
  private static final String NONE = "–";

  private final Collection<RunResult> results;

  private BenchmarkTable(Collection<RunResult> results) {
    this.results = results;
  }

  static String of(Collection<RunResult> results) {
    return new BenchmarkTable(results).markdown();
  }

  private String markdown() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    rows.add(HEAD.stream().map(title -> "-").toList());
    results.forEach(result -> rows.add(row(result)));
    int[] widths =
        IntStream.range(0, HEAD.size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining()) + caption();
  }

  private String caption() {
    return results.stream()
        .map(RunResult::getParams)
        .findFirst()
        .map(
            params ->
                "\nProcessor time, the mean of %d iterations of %s; JDK %s.\n"
                    .formatted(
                        params.getForks() * params.getMeasurement().getCount(),
                        params.getMeasurement().getTime(),
                        params.getJdkVersion()))
        .orElse("");
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder("|");
    for (int column = 0; column < widths.length; column++) {
      String cell = row.get(column);
      String filler = (cell.equals("-") ? "-" : " ").repeat(widths[column] - cell.length());
      line.append(' ').append(cell).append(filler).append(" |");
    }

    return line.append('\n').toString();
  }

  private List<String> row(RunResult result) {
    BenchmarkParams params = result.getParams();
    boolean peak = isPeak(result);
    boolean pairs = peak || params.getParamsKeys().contains("dims");
    double nanos = nanos(result);
    return List.of(
        type(params).replaceFirst("Benchmark$", "") + "." + method(params),
        settings(params),
        number(nanos),
        peak ? "pair and dimension" : pairs ? "pair" : "row",
        pairs ? number(1 / nanos) : NONE,
        pairs ? shareOfPeak(result) : NONE,
        method(params).startsWith("baseline") ? "1" : timesBaseline(result));
  }

  private String shareOfPeak(RunResult result) {
    int dims = isPeak(result) ? 1 : Integer.parseInt(result.getParams().getParam("dims"));
    return results.stream()
        .filter(BenchmarkTable::isPeak)
        .map(peak -> number(100 * dims * nanos(peak) / nanos(result)))
        .findFirst()
        .orElse(NONE);
  }

  private String timesBaseline(RunResult result) {
    BenchmarkParams own = result.getParams();
    return results.stream()
        .filter(other -> method(other.getParams()).startsWith("baseline"))
        .filter(other -> type(other.getParams()).equals(type(own)))
        .filter(other -> settings(other.getParams()).equals(settings(own)))
        .map(baseline -> number(nanos(result) / nanos(baseline)))
        .findFirst()
        .orElse(NONE);
  }

  private static double nanos(RunResult result) {
    return Objects.requireNonNull(result.getSecondaryResults().get(ProcessorTime.LABEL)).getScore();
  }

  private static boolean isPeak(RunResult result) {
    return type(result.getParams()).equals(PEAK);
  }

  private static String settings(BenchmarkParams params) {
    return params.getParamsKeys().stream()
        .map(key -> params.getParam(key) + " " + key)
        .collect(Collectors.joining(", "));
  }

  private static String type(BenchmarkParams params) {
    String[] path = params.getBenchmark().split("\\.");
    return path[path.length - 2];
  }

  private static String method(BenchmarkParams params) {
    return params.getBenchmark().replaceFirst(".*\\.", "");
  }

  /** Three significant digits. */
  private static String number(double value) {
    return BigDecimal.valueOf(value).round(new MathContext(3)).toPlainString();
  }
}
