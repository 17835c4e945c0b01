// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.scale;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import org.sparksmote.Recipes;
import org.sparksmote.Smote;
import org.sparksmote.internal.census.ClassCounter;
import org.sparksmote.internal.census.ClassPlan;
import org.sparksmote.internal.census.ClassPlanner;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.making.RowMaker;
import org.sparksmote.internal.quality.QualityCheck;
import org.sparksmote.internal.routing.BlockForm;
import org.sparksmote.internal.routing.CountingRouter;
import org.sparksmote.internal.routing.RoutedRows;
import org.sparksmote.internal.routing.Shuffle;
import org.sparksmote.internal.variants.Recipe;
import org.sparksmote.internal.variants.ResamplingPlan;
import org.sparksmote.report.NeighborQuality;
import org.sparksmote.testing.HeapProbe;
import org.sparksmote.testing.StageMeter;

/**
 * What a resampling of very many rows would do to a cluster, found out on one machine. The real
 * planner plans them, the real router routes them, but blocks are counted instead of shuffled; only
 * the fullest bucket is searched. Run by hand: {@code spark-smote-core/bin/simulate-scale}.
 */
public final class ScaleSimulation {

  /** A real shuffle takes one in so many input partitions. */
  private static final int SHUFFLE_SAMPLE = 100;

  private static final int EMPTY_TASKS = 1000;

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private static final double STARTED = now();

  private final ScaleOptions options;
  private final SparkSession spark;
  private final StageMeter meter;
  private final Dataset<Row> data;

  ScaleSimulation(ScaleOptions options, SparkSession spark) {
    this.options = options;
    this.spark = spark;
    this.meter = StageMeter.on(spark.sparkContext());
    this.data = options.table().make(spark);
  }

  /** The program. */
  public static void main(String[] args) throws Exception {
    ScaleOptions options = ScaleOptions.parse(args);
    SparkSession spark =
        SparkSession.builder()
            .master("local[*]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate();
    try {
      ScaleFigures figures = new ScaleSimulation(options, spark).run();
      ScaleReport report = new ScaleReport(options, figures, spark.sparkContext());
      new PrintStream(System.out, true, UTF_8).println(report);
      if (options.docs() != null) {
        report.writeTo(options.docs());
      }
    } finally {
      spark.stop();
    }
  }

  ScaleFigures run() throws Exception {
    double taskSeconds = taskSeconds();
    ScaleFigures.Planning planning = measurePlanning();
    ResamplingPlan plan = planning.plan();
    long[] rowsOfTasks = planning.rowsOfTasks();
    long most = Arrays.stream(rowsOfTasks).max().orElse(0);
    int fullest = Arrays.stream(rowsOfTasks).boxed().toList().indexOf(most);
    boolean all = options.routedPartitions() == options.partitions();

    tell("routing");
    RoutedRows.Sum sum =
        RoutedRows.Sum.on(spark.sparkContext(), CountingRouter.partitions(plan.routing()));
    Dataset<Row> routed = all ? data : options.table().first(spark, options.routedPartitions());
    double start = now();
    JavaRDD<Row> kept =
        CountingRouter.route(plan.routing(), routed, all ? fullest : -1, sum).javaRDD();
    kept.persist(StorageLevel.DISK_ONLY()).count();
    double seconds = now() - start;
    double core = coreSeconds(meter.take(), true);
    RoutedRows sums = sum.value();
    ScaleFigures.Routing routing =
        new ScaleFigures.Routing(Arrays.stream(sums.homes).sum(), seconds, core, sums);

    tell("shuffling a sample");
    ScaleFigures.Shuffle shuffle = measureShuffle(plan);
    tell("searching the fullest bucket");
    ScaleFigures.Search search =
        all ? measureSearch(plan, kept, sums.homes[fullest] + sums.candidates[fullest]) : null;
    return new ScaleFigures(
        taskSeconds, planning, routing, shuffle, routerHeap(plan), search, quality(plan));
  }

  /** What an empty task costs this process, driver and executor: an upper bound for the driver. */
  private double taskSeconds() {
    Dataset<Long> empty = spark.range(0, EMPTY_TASKS, 1, EMPTY_TASKS).as(Encoders.LONG());
    ForeachPartitionFunction<Long> nothing = rows -> {};
    empty.foreachPartition(nothing);
    long start = PROCESS.getProcessCpuTime();
    empty.foreachPartition(nothing);
    return (PROCESS.getProcessCpuTime() - start) / 1e9 / EMPTY_TASKS;
  }

  private ScaleFigures.Planning measurePlanning() {
    tell("planning");
    meter.take();
    long before = HeapProbe.live();
    double start = now();
    HeapProbe.Watched<ResamplingPlan> watched = HeapProbe.watch(() -> plan(smote(), data));
    double seconds = now() - start;
    ResamplingPlan plan = watched.result();
    CountingRouter.keys(plan.routing()); // compiled, then measured
    double keys = now();
    CountingRouter.keys(plan.routing());
    double keySeconds = now() - keys;
    return new ScaleFigures.Planning(
        plan,
        seconds,
        meter.take(),
        before,
        watched.mostLeft(),
        serializedBytes(CountingRouter.routerOf(plan.routing())),
        serializedBytes(RowMaker.of(plan, spark.sparkContext())),
        keySeconds);
  }

  private Smote smote() {
    return new Smote().setSamplingStrategy(Map.of(ScaleTable.GROWN, 2 * options.rows()));
  }

  /** What {@code Resampling.plan} does, up to the plan that it keeps to itself. */
  public static ResamplingPlan plan(Smote smote, Dataset<Row> data) {
    Recipe recipe = Recipes.of(smote);
    InputSchema input = Recipes.schema(smote, data.schema());
    ClassCounter.Counts counts = Recipes.counts(smote, input, data);
    List<ClassPlan> classes =
        ClassPlanner.plan(smote, recipe.parts().needsNeighbors(), counts.classes());
    return RowMaker.plan(smote, recipe, input, data, counts, classes);
  }

  private ScaleFigures.Shuffle measureShuffle(ResamplingPlan plan) {
    int parts = Math.max(2, options.partitions() / SHUFFLE_SAMPLE);
    Dataset<Row> data = options.table().first(spark, parts);
    ForeachPartitionFunction<Row> drain = ScaleSimulation::drain;
    for (int run = 0; run < 2; run++) { // the second one is warm
      meter.take();
      Shuffle.routed(
              plan.routing(),
              BlockForm.toMake(plan.routing().input()),
              data,
              CountingRouter.allCells(plan.routing()))
          .foreachPartition(drain);
    }

    List<StageMeter.Stage> stages = meter.take();
    return new ScaleFigures.Shuffle(
        parts * options.table().rowsPerPartition(),
        coreSeconds(stages, true),
        coreSeconds(stages, false),
        stages.stream().mapToLong(stage -> stage.written).sum());
  }

  private ScaleFigures.Search measureSearch(ResamplingPlan plan, JavaRDD<Row> blocks, long arrived)
      throws Exception {
    MapPartitionsFunction<Row, Row> maker = RowMaker.of(plan, spark.sparkContext());
    Runnable search = () -> blocks.mapPartitions(maker::call).foreachPartition(rows -> drain(rows));
    double[] seconds = new double[2];
    for (int run = 0; run < seconds.length; run++) {
      meter.take();
      search.run();
      seconds[run] = meter.take().stream().mapToDouble(stage -> stage.coreSeconds).sum();
    }

    long heap =
        HeapProbe.peakOf(
            () -> {
              search.run();
              return plan;
            });
    return new ScaleFigures.Search(arrived, seconds[0], seconds[1], heap);
  }

  /** Drives a router by hand, to look at the heap at the moment its input has ended. */
  private ScaleFigures.RouterHeap routerHeap(ResamplingPlan plan) throws Exception {
    long before = HeapProbe.live();
    CountingRouter.Input rows =
        new CountingRouter.Input(options.table().iterator(options.rowsOfSplit()));
    long[] open = new long[1];
    Iterator<Row> blocks =
        CountingRouter.routerOf(plan.routing())
            .call(
                new Iterator<>() {
                  @Override
                  public boolean hasNext() {
                    boolean more = rows.hasNext();
                    open[0] = more ? 0 : HeapProbe.live();
                    return more;
                  }

                  @Override
                  public Row next() {
                    return rows.next();
                  }
                });
    while (!rows.ended && blocks.hasNext()) {
      blocks.next();
    }

    long peak = HeapProbe.live();
    drain(blocks);
    return new ScaleFigures.RouterHeap(open[0] - before, peak - before);
  }

  private @Nullable NeighborQuality quality(ResamplingPlan plan) {
    if (options.qualityRows() == 0) {
      return null;
    }

    tell("comparing with exact neighbours");
    Map<Integer, NeighborQuality> byClass =
        new QualityCheck(plan.routing(), data).check(options.qualityRows(), 1);
    return byClass.values().stream().findFirst().orElse(null);
  }

  private static void drain(Iterator<Row> rows) {
    while (rows.hasNext()) {
      rows.next();
    }
  }

  private static double coreSeconds(List<StageMeter.Stage> stages, boolean passes) {
    return stages.stream()
        .filter(stage -> stage.isPass() == passes)
        .mapToDouble(stage -> stage.coreSeconds)
        .sum();
  }

  private static long serializedBytes(Object object) {
    long[] bytes = new long[1];
    OutputStream counter =
        new OutputStream() {
          @Override
          public void write(int b) {
            bytes[0]++;
          }
        };
    try (ObjectOutputStream out = new ObjectOutputStream(counter)) {
      out.writeObject(object);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }

    return bytes[0];
  }

  private static double now() {
    return System.nanoTime() / 1e9;
  }

  private static void tell(String step) {
    System.err.printf("%.0f s: %s%n", now() - STARTED, step);
  }
}
