// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.sparksmote.Smote;
import org.sparksmote.SmoteModel;
import org.sparksmote.SmoteVariant;
import org.sparksmote.examples.cli.Machine;
import org.sparksmote.examples.workloads.GeneratedTable;
import org.sparksmote.examples.workloads.WorkloadTable;
import org.sparksmote.report.NeighborQuality;

/**
 * Measures a resampling from files to nowhere: read, fit, transform, write to Spark's {@code noop}
 * sink. One cold run, then warm ones; run by hand, since figures need a quiet machine.
 *
 * <p>What the figures mean: {@code seconds_cold} is the first run, {@code seconds_warm} the median
 * of the warm ones. {@code kernel_seconds} is the executor run time of the tasks that read the
 * shuffle, which find neighbours and make rows, summed and divided by the cores: the time the
 * search would take if all cores were always busy. {@code shuffle_bytes_per_row} counts what
 * transform and write put into shuffles. {@code distance_share} is told by {@link DistanceShare},
 * for all warm runs of an embedded Spark. {@code jobs} are those of fit, transform and write. The
 * last three are medians or values of the warm run with the median time. {@code danger_agreement}
 * is the share of a sample of rows that {@link DangerMask} and the stage agree about.
 */
final class ScalingBenchmark {

  private static final long TASK_EVENT_TIMEOUT_MILLIS = 60_000;

  private static final int DANGER_SAMPLE = 2000;

  /**
   * What is measured.
   *
   * @param data what was generated
   * @param variant the over-sampler
   * @param k neighbours
   * @param trees the engine's setting, or null for its default
   * @param bucketRows the engine's setting, or null for its default
   * @param runs warm runs
   * @param sample rows whose neighbours are compared with the true ones, 0 for none
   */
  record Setup(
      GeneratedTable data,
      SmoteVariant variant,
      int k,
      @Nullable Integer trees,
      @Nullable Integer bucketRows,
      int runs,
      int sample) {

    WorkloadTable table() {
      return data.shape();
    }
  }

  /** One run: from reading to the last row written. */
  private record Run(double seconds, int jobs, TaskMeter.Sums transform) {}

  private final SparkSession spark;
  private final Setup setup;
  private final TaskMeter meter = new TaskMeter();

  ScalingBenchmark(SparkSession spark, Setup setup) {
    this.spark = spark;
    this.setup = setup;
  }

  /** Runs everything and returns the figures by name. */
  Map<String, Object> run() {
    context().addSparkListener(meter);
    try {
      Run cold = measure();
      HeapPeak.reset();
      List<Run> warm = new ArrayList<>();
      for (int i = 0; i < setup.runs(); i++) {
        warm.add(measure());
      }

      long peak = HeapPeak.megabytes();
      Map<String, Object> figures = figures(cold, warm, peak);
      addDistanceShare(figures);
      addQuality(figures);
      addDanger(figures);
      return figures;
    } finally {
      context().removeSparkListener(meter);
    }
  }

  private Run measure() {
    sums();
    long start = System.nanoTime();
    Dataset<Row> table = setup.data().read(spark);
    SmoteModel model = smote().fit(table);
    TaskMeter.Sums fit = sums();
    Figures.makeAll(model.transform(table));
    double seconds = Figures.secondsSince(start);
    TaskMeter.Sums transform = sums();
    return new Run(seconds, fit.jobs() + transform.jobs(), transform);
  }

  private Smote smote() {
    Smote smote =
        new Smote()
            .setVariant(setup.variant().label())
            .setKNeighbors(setup.k())
            .setSamplingStrategy(Map.of(WorkloadTable.GROWN, 2 * setup.table().rows()));
    if (setup.data().format() == GeneratedTable.Format.CSV) {
      smote.setInputCols(setup.data().inputCols());
    }

    if (setup.bucketRows() != null) {
      smote.setBucketRows(setup.bucketRows());
    }

    return setup.trees() == null ? smote : smote.setNumTrees(setup.trees());
  }

  /** The listener is told asynchronously: without waiting, the last tasks would be missing. */
  private TaskMeter.Sums sums() {
    try {
      context().listenerBus().waitUntilEmpty(TASK_EVENT_TIMEOUT_MILLIS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("Spark's listener bus does not empty", e);
    }

    return meter.takeSums();
  }

  /** One more run, because the flight recorder takes time. It sees nothing of a cluster. */
  private void addDistanceShare(Map<String, Object> figures) {
    if (context().isLocal()) {
      try (DistanceShare share = DistanceShare.start()) {
        measure();
        figures.put("distance_share", Figures.rounded(share.stop()));
      }
    }
  }

  /** A class that is searched exactly, or not at all, has nothing that could differ. */
  private void addQuality(Map<String, Object> figures) {
    if (setup.sample() == 0) {
      return;
    }

    Dataset<Row> table = setup.data().read(spark);
    NeighborQuality quality =
        smote()
            .fit(table)
            .neighborQuality(table, setup.sample(), Integer.MAX_VALUE)
            .getOrDefault(WorkloadTable.GROWN, new NeighborQuality(0, 1, 1, 0, setup.k()));
    figures.put("recall", Figures.rounded(quality.recall()));
    figures.put("mean_distance_ratio", Figures.rounded(quality.meanDistanceRatio()));
    figures.put("ks", Figures.rounded(quality.ks()));
    figures.put("effective_k", Figures.rounded(quality.effectiveK()));
    figures.put("sampled", quality.sampled());
  }

  /** The rows of a CSV are those of a Parquet file, where a vector is at hand. */
  private void addDanger(Map<String, Object> figures) {
    Smote smote = smote();
    boolean vectors = setup.data().format() == GeneratedTable.Format.PARQUET;
    if (setup.sample() > 0 && vectors && smote.getBaseWeight().equals("danger")) {
      Dataset<Row> table = setup.data().readNumbered(spark);
      DangerMask.Agreement found =
          DangerMask.compare(smote, table, setup.table().rows(), DANGER_SAMPLE);
      figures.put("danger_sampled", found.sampled());
      figures.put("danger_exact", Figures.rounded(found.exactShare()));
      figures.put("danger_used", Figures.rounded(found.usedShare()));
      figures.put("danger_agreement", Figures.rounded(found.agreement()));
    }
  }

  private Map<String, Object> figures(Run cold, List<Run> warm, long peak) {
    Run median = Figures.median(warm, Run::seconds);
    Map<String, Object> figures = Figures.ofTable(setup.table());
    figures.put("format", setup.data().format().name().toLowerCase(Locale.ROOT));
    figures.put("variant", setup.variant().label());
    figures.put("k", setup.k());
    figures.put("trees", setup.trees() == null ? new Smote().getNumTrees() : setup.trees());
    figures.put("bucket_rows", smote().getBucketRows());
    figures.put("seconds_cold", Figures.rounded(cold.seconds()));
    figures.put("seconds_warm", Figures.rounded(median.seconds()));
    figures.put(
        "kernel_seconds", Figures.rounded(median.transform().searchMillis() / 1e3 / cores()));
    long shuffled = median.transform().shuffleBytes();
    figures.put("shuffle_bytes", shuffled);
    figures.put("shuffle_bytes_per_row", Figures.rounded((double) shuffled / setup.table().rows()));
    figures.put("peak_heap_mb", peak);
    figures.put("peak_resident_mb", Machine.peakResidentMegabytes());
    figures.put("made", setup.table().rows());
    figures.put("jobs", median.jobs());
    figures.put(
        "seconds_all_runs", warm.stream().map(run -> Figures.rounded(run.seconds())).toList());
    figures.put("cores", cores());
    figures.putAll(Machine.describe());
    return figures;
  }

  private int cores() {
    return context().defaultParallelism();
  }

  private SparkContext context() {
    return spark.sparkContext();
  }
}
