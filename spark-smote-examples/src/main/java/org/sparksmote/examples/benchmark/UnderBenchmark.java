// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.sparksmote.examples.cli.Machine;
import org.sparksmote.examples.workloads.GeneratedTable;
import org.sparksmote.undersampling.RandomUnderSampler;

/**
 * Measures an under-sampling from Parquet files to nowhere, beside the least that it could take: a
 * pass that counts rows by label, and a filter by label and a random number. The figures are
 * medians of runs in turn.
 *
 * <p>{@code seconds_count_labels} counts with the label column alone, which Parquet can read by
 * itself; {@code seconds_count_rows} reads the features too, as a pass has to by which exactly
 * counted rows are chosen. {@code ratio} is the sampler by the sum of the latter and the filter.
 */
final class UnderBenchmark {

  private final SparkSession spark;
  private final GeneratedTable table;
  private final int runs;

  UnderBenchmark(SparkSession spark, GeneratedTable table, int runs) {
    this.spark = spark;
    this.table = table;
    this.runs = runs;
  }

  /** Runs everything and returns the figures by name. */
  Map<String, Object> run() {
    List<List<Double>> seconds = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      seconds.add(new ArrayList<>());
    }

    for (int run = 0; run <= runs; run++) {
      double[] found = {
        seconds(this::labels), seconds(this::rows), seconds(this::filter), seconds(this::sample)
      };
      for (int i = 0; i < found.length && run > 0; i++) { // the first run is cold
        seconds.get(i).add(found[i]);
      }
    }

    double[] medians = seconds.stream().mapToDouble(UnderBenchmark::median).toArray();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("workload", table.shape().workload().name().toLowerCase(Locale.ROOT));
    figures.put("rows", table.shape().rows());
    figures.put("others", table.shape().others());
    figures.put("dims", table.shape().dims());
    figures.put("seconds_count_labels", rounded(medians[0]));
    figures.put("seconds_count_rows", rounded(medians[1]));
    figures.put("seconds_filter", rounded(medians[2]));
    figures.put("seconds_under", rounded(medians[3]));
    figures.put("ratio", rounded(medians[3] / (medians[1] + medians[2])));
    figures.put("seconds_all_runs", seconds.get(3).stream().map(UnderBenchmark::rounded).toList());
    figures.putAll(Machine.describe());
    return figures;
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private Dataset<Row> data() {
    return table.read(spark);
  }

  private static void write(Dataset<Row> rows) {
    rows.write().format("noop").mode("overwrite").save();
  }

  private void labels() {
    write(data().groupBy("label").count());
  }

  private void rows() {
    write(data().groupBy("label").agg(functions.count("features")));
  }

  /** About as many rows as the sampler keeps. */
  private void filter() {
    double share = (double) smaller() / (table.shape().rows() + table.shape().others() - smaller());
    write(data().filter(functions.rand(1).lt(share)));
  }

  private long smaller() {
    return Math.min(table.shape().rows(), table.shape().others());
  }

  private void sample() {
    write(new RandomUnderSampler().fitResample(data()));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
