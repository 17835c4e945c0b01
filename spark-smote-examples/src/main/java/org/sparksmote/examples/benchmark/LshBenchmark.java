// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.util.LongAccumulator;
import org.sparksmote.examples.cli.Machine;
import org.sparksmote.examples.workloads.GeneratedTable;
import org.sparksmote.examples.workloads.WorkloadTable;

/**
 * Measures {@link LshRecipe} as {@link ScalingBenchmark} measures the library, in steps, each of
 * which returns all that is known by then: settings and quality are known even if the join never
 * ends.
 */
final class LshBenchmark {

  private static final long SEED = 42;

  private final SparkSession spark;
  private final GeneratedTable data;
  private final LshRecipe recipe;
  private final Map<String, Object> figures = new LinkedHashMap<>();

  private LshBenchmark(SparkSession spark, GeneratedTable data, LshRecipe recipe) {
    this.spark = spark;
    this.data = data;
    this.recipe = recipe;
  }

  /**
   * Chooses the settings, and measures how near the neighbours they find come to the true ones.
   *
   * @param k neighbours
   * @param sample rows that are compared with all, about
   * @param recall the share of neighbours that the settings are to find
   */
  static LshBenchmark prepare(
      SparkSession spark, GeneratedTable data, int k, int sample, double recall) {
    Dataset<Row> grown = LshRecipe.grown(data.readNumbered(spark));
    long stride = (data.shape().rows() + sample - 1) / sample;
    NearestRows rows = new NearestRows(everyOf(grown, stride), k);
    double[][] exact = rows.among(grown);
    LshSettings settings =
        LshSettings.search(exact, rows.withinSample(), data.shape().dims(), recall);
    LshRecipe recipe = new LshRecipe(settings, k, SEED);
    Dataset<Row> hashed = recipe.model(grown).transform(grown);
    double[][] found = new NearestRows(everyOf(hashed, stride), k).among(hashed);
    LshBenchmark benchmark = new LshBenchmark(spark, data, recipe);
    benchmark.describe(LshQuality.of(found, exact, settings.threshold()), exact.length);
    return benchmark;
  }

  /** In the order of their numbers, so that two samples can be compared. */
  private static List<Row> everyOf(Dataset<Row> rows, long stride) {
    return rows.filter(functions.col(WorkloadTable.NUMBER).mod(stride).equalTo(0))
        .orderBy(WorkloadTable.NUMBER)
        .collectAsList(); // bounded by the sample
  }

  private void describe(LshQuality quality, int sampled) {
    WorkloadTable shape = data.shape();
    LshSettings settings = recipe.settings();
    figures.put("engine", "lsh");
    figures.putAll(Figures.ofTable(shape));
    figures.put("k", recipe.k());
    figures.put("bucket_length", Figures.rounded(settings.bucketLength()));
    figures.put("hash_tables", settings.hashTables());
    figures.put("threshold", Figures.rounded(settings.threshold()));
    double pairs = settings.pairShare() * shape.rows() * shape.rows();
    figures.put("expected_pairs", Math.round(pairs));
    figures.put("recall", Figures.rounded(quality.recall()));
    figures.put("mean_distance_ratio", Figures.rounded(quality.meanDistanceRatio()));
    figures.put("sampled", sampled);
    figures.put("cores", spark.sparkContext().defaultParallelism());
    figures.putAll(Machine.describe());
  }

  /** What is known without having made a row. */
  Map<String, Object> prepared() {
    return figures;
  }

  /** The same with the first run. */
  Map<String, Object> runCold() {
    figures.put("seconds_cold", measure());
    return figures;
  }

  /** The same with the median of some more. */
  Map<String, Object> runWarm(int runs) {
    HeapPeak.reset();
    List<Double> seconds = IntStream.range(0, runs).mapToObj(i -> measure()).toList();
    figures.put("seconds_warm", Figures.median(seconds, Double::doubleValue));
    figures.put("peak_heap_mb", HeapPeak.megabytes());
    figures.put("peak_resident_mb", Machine.peakResidentMegabytes());
    return figures;
  }

  /** From reading to the last row written. */
  private double measure() {
    LongAccumulator made = spark.sparkContext().longAccumulator();
    long start = System.nanoTime();
    Dataset<Row> table = data.readNumbered(spark);
    Figures.makeAll(recipe.resample(table, made));
    double seconds = Figures.rounded(Figures.secondsSince(start));
    figures.put("made", made.sum());
    return seconds;
  }
}
