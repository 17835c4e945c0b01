// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.scale;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import org.apache.spark.SparkContext;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.routing.CountingRouter;
import org.sparksmote.report.NeighborQuality;
import org.sparksmote.testing.StageMeter;

/** The figures and the model as Markdown, with what they rest on. */
final class ScaleReport {

  private static final String BEGIN = "<!-- scale:begin -->\n";
  private static final String END = "<!-- scale:end -->\n";
  private static final double MB = 1e6;

  private final ScaleOptions options;
  private final ScaleFigures figures;
  private final ScaleModel model;
  private final StringBuilder text = new StringBuilder();

  ScaleReport(ScaleOptions options, ScaleFigures figures, SparkContext context) {
    this.options = options;
    this.figures = figures;
    this.model = new ScaleModel(options, figures);
    add(
        """
        %,d rows of %d features in %d input partitions, planned and routed on %s with a heap of \
        %.1f GB (load %.1f) by `spark-smote-core/bin/%s`. %s

        """,
        options.rows(),
        options.dims(),
        options.partitions(),
        context.master().equals("local[*]")
            ? context.defaultParallelism() + " cores"
            : context.master(),
        Runtime.getRuntime().maxMemory() / (double) (1 << 30),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        options.command(),
        figures.search() == null
            ? "Blocks of rows were counted, not shuffled."
            : "Blocks of rows were counted, not shuffled; only the fullest bucket was searched.");
    add("| what | figure | how |\n|---|---|---|\n");
    buckets();
    shuffle();
    memory();
    planning();
    quality();
    time();
    assumptions();
  }

  private void buckets() {
    LongSummaryStatistics homes =
        Arrays.stream(figures.planning().rowsOfTasks()).summaryStatistics();
    LongSummaryStatistics arrivals =
        Arrays.stream(figures.routing().arrivals(options.rows())).summaryStatistics();
    row(
        "buckets, each a reduce task",
        "%,d",
        "planned",
        CountingRouter.partitions(figures.planning().plan().routing()));
    row(
        "rows of a bucket: mean, least, most",
        "%,.0f, %,d, %,d",
        "counted by the third pass",
        homes.getAverage(),
        homes.getMin(),
        homes.getMax());
    row("most / mean", "%.2f", "must stay below 2", homes.getMax() / homes.getAverage());
    row(
        "rows that arrive: mean, least, most",
        "%,.0f, %,d, %,d",
        "with the copies beyond borders",
        arrivals.getAverage(),
        arrivals.getMin(),
        arrivals.getMax());
    row("most / mean", "%.2f", "", arrivals.getMax() / arrivals.getAverage());
    row("copies beyond borders, per row", "%.3f", routed(), figures.routing().copiesPerRow());
  }

  private String routed() {
    double share = (double) options.routedPartitions() / options.partitions();
    return share == 1 ? "all rows routed" : format("%.1f %% of the rows routed", 100 * share);
  }

  private void shuffle() {
    int nodes = options.cluster().nodes();
    long blocks = Arrays.stream(figures.routing().sums().blocks).sum();
    long bytes = Arrays.stream(figures.routing().sums().bytes).sum();
    row("bytes per row, packed", "%.1f", routed(), figures.routing().bytesPerRow());
    row(
        "bytes per row, as Spark writes them",
        "%.1f",
        format("a real shuffle of %,d rows", figures.shuffle().rows()),
        figures.shuffle().writtenPerRow());
    row("bytes of a block, mean", "%,d", routed(), bytes / Math.max(1, blocks));
    row("shuffle, GB", "%.1f", "bytes per row × rows", model.shuffleBytes() / 1e9);
    row(
        "out of a node and into it, GB",
        "%.3f",
        format("buckets spread evenly over %d nodes", nodes),
        model.bytesIntoNode() / 1e9);
    int tasks = CountingRouter.partitions(figures.planning().plan().routing());
    row(
        "cores that search",
        "%,d of %,d",
        "each bucket is one task",
        Math.min(tasks, options.cluster().slots()),
        options.cluster().slots());
  }

  private void memory() {
    ScaleFigures.Planning planning = figures.planning();
    row(
        "open blocks of a map task, MB",
        "%.1f",
        "the most that a task still had to send when its input ended",
        figures.routing().sums().mostOpenBytes / MB);
    row(
        "heap of a map task's router, MB",
        "%.1f, then %.1f",
        format(
            "at the end of %,d rows (128 MB); when all blocks have been closed",
            options.rowsOfSplit()),
        figures.routerHeap().open() / MB,
        figures.routerHeap().peak() / MB);
    row(
        "the same of a node, MB",
        "%.0f",
        "all cores at once, all blocks closed",
        options.cluster().cores() * figures.routerHeap().peak() / MB);
    row(
        "plan, KB",
        "%.0f, %.0f",
        "serialized router and maker of rows; Spark sends each once to a node",
        planning.routerBytes() / 1e3,
        planning.makerBytes() / 1e3);
    row("results that reached the driver, MB", "%.2f", "planning", planning.resultBytes() / MB);
    row(
        "heap of driver and tasks together, MB",
        "%.0f, %.0f",
        "before planning; the most that a collection left meanwhile",
        planning.heapBefore() / MB,
        planning.mostHeap() / MB);
    ScaleFigures.Search search = figures.search();
    if (search != null) {
      row(
          "heap of the largest reduce task, MB",
          "%.0f",
          format("the fullest bucket, run: %.0f bytes per arrived row", search.heapPerRow()),
          search.heap() / MB);
      int tasks =
          (CountingRouter.partitions(planning.plan().routing()) - 1) / options.cluster().nodes()
              + 1;
      row(
          "the same of a node, MB",
          "%.0f",
          "if all its tasks were as large, all at once",
          Math.min(options.cluster().cores(), tasks) * search.heap() / MB);
      row(
          "search of the fullest bucket, s",
          "%.1f, %.1f",
          format("cold, warm; %.1f µs per arrived row, cold", search.coldMicrosPerRow()),
          search.coldSeconds(),
          search.warmSeconds());
    }
  }

  private void planning() {
    row("planning here, s", "%.0f", "wall clock", figures.planning().seconds());
    row(
        "routing here, s",
        "%.0f",
        format("wall clock; %.0f ns per row of one core", figures.routing().nanosPerRow()),
        figures.routing().seconds());
    row(
        "shuffle keys, ms",
        "%.2f",
        "one for each partition",
        figures.planning().keySeconds() * 1e3);
    add("\n| planning, stage by stage | tasks | core s | longest task s | results MB |\n");
    add("|---|---|---|---|---|\n");
    for (StageMeter.Stage stage : figures.planning().stages()) {
      add(
          "| %s | %,d | %.1f | %.2f | %.3f |\n",
          stage.name, stage.tasks, stage.coreSeconds, stage.longestSeconds, stage.resultBytes / MB);
    }
  }

  private void quality() {
    @Nullable NeighborQuality quality = figures.quality();
    if (quality != null) {
      add(
          "\nIn one bucket, against exact neighbours of %d rows: recall %.2f, k-th distance ratio"
              + " %.3f, effective k %.2f.\n",
          quality.sampled(), quality.recall(), quality.meanDistanceRatio(), quality.effectiveK());
    }
  }

  private void time() {
    add(
        "\n| expected on %d nodes of %d cores | how | s |\n|---|---|---|\n",
        options.cluster().nodes(), options.cluster().cores());
    for (ScaleModel.Step step : model.steps()) {
      add("| %s | %s | %.2f |\n", step.name(), step.how(), step.seconds());
    }

    add("| all | | %.1f |\n", model.seconds());
  }

  private void assumptions() {
    add(
        """

        What the model assumes:

        * Cores are as fast as those here. Times are core times: processor time and the pauses of \
        the collector.
        * Every pass makes its rows anew, which stands for reading them; reading the originals once \
        more and writing the result are not in the sum.
        * A network of %.1f GB/s into and out of every node, all nodes at once; nothing overlaps.
        * Spark spreads tasks evenly, all executors are there from the start, and their code is \
        compiled, but for the search, which counts as cold.
        * The search takes as long per row in every bucket as %s; the fullest one is in the last \
        wave.
        * Starting a task costs the driver what an empty task costs here, tasks one after the \
        other.
        """,
        options.cluster().network() / 1e9,
        options.searchMicros() == null && figures.search() != null
            ? "in the fullest"
            : "was given");
  }

  private void row(String what, String figure, String how, Object... values) {
    add("| %s | %s | %s |\n", what, format(figure, values), how);
  }

  private void add(String format, Object... values) {
    text.append(format(format, values));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** Puts the report between the markers of a page, or as a section at its end. */
  void writeTo(Path page) throws IOException {
    Files.writeString(page, inPage(Files.readString(page), toString()));
  }

  static String inPage(String page, String report) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      return page + "\n## A hundred nodes\n\n" + BEGIN + report + END;
    }

    return page.substring(0, begin + BEGIN.length()) + report + page.substring(end);
  }
}
