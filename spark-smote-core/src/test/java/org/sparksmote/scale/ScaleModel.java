// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.scale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sparksmote.internal.routing.CountingRouter;
import org.sparksmote.testing.StageMeter;

/** What the figures of this machine mean for a cluster: a sum of steps, one after the other. */
record ScaleModel(ScaleOptions options, ScaleFigures figures) {

  /** Core time of the search per row where it is neither given nor measured. */
  private static final double SEARCH_MICROS = 10;

  /** A step, how long it takes and why. */
  record Step(String name, String how, double seconds) {}

  /** All steps in their order. */
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (StageMeter.Stage stage : figures.planning().stages()) {
      steps.add(stage.isPass() ? pass(stage) : alone(stage));
    }

    steps.add(dispatch());
    steps.add(route());
    steps.add(network());
    steps.add(search());
    return steps;
  }

  double seconds() {
    return steps().stream().mapToDouble(Step::seconds).sum();
  }

  private Step pass(StageMeter.Stage stage) {
    double perTask = stage.coreSeconds / stage.tasks;
    double nanos = stage.coreSeconds * 1e9 / options.rows();
    return new Step(
        stage.name,
        text("%d tasks of %.2f s (%.0f ns per row)", stage.tasks, perTask, nanos),
        waves(stage.tasks) * perTask);
  }

  private Step alone(StageMeter.Stage stage) {
    return new Step(
        stage.name, text("%d tasks, the longest, as here", stage.tasks), stage.longestSeconds);
  }

  private Step dispatch() {
    long tasks = figures.planning().stages().stream().mapToLong(stage -> stage.tasks).sum();
    long all =
        tasks
            + options.partitions()
            + CountingRouter.partitions(figures.planning().plan().routing());
    double millis = figures.taskSeconds() * 1e3;
    return new Step(
        "starting tasks",
        text("%,d tasks, %.1f ms of the driver each", all, millis),
        all * figures.taskSeconds());
  }

  private Step route() {
    double nanos = figures.shuffle().mapNanosPerRow();
    double perTask = nanos / 1e9 * options.rows() / options.partitions();
    return new Step(
        "route, pack, write the shuffle",
        text("%d tasks of %.2f s (%.0f ns per row)", options.partitions(), perTask, nanos),
        waves(options.partitions()) * perTask);
  }

  private Step network() {
    return new Step(
        "shuffle over the network",
        text("%.2f GB into each node", bytesIntoNode() / 1e9),
        bytesIntoNode() / options.cluster().network());
  }

  private Step search() {
    long[] arrivals = figures.routing().arrivals(options.rows());
    double mean = Arrays.stream(arrivals).average().orElse(0);
    long most = Arrays.stream(arrivals).max().orElse(0);
    int waves = waves(arrivals.length);
    return new Step(
        "unpack, search, make rows",
        text("%d waves, %.1f µs per row that arrives", waves, searchMicros()),
        ((waves - 1) * mean + most) * searchMicros() / 1e6);
  }

  /** The given figure, or the measured one. */
  double searchMicros() {
    Double given = options.searchMicros();
    ScaleFigures.Search search = figures.search();
    return given != null ? given : search != null ? search.coldMicrosPerRow() : SEARCH_MICROS;
  }

  /** Bytes of the whole shuffle. */
  double shuffleBytes() {
    return figures.shuffle().writtenPerRow() * options.rows();
  }

  /** What a node gets from others, or sends to them, when buckets are spread evenly. */
  double bytesIntoNode() {
    double nodes = options.cluster().nodes();
    return shuffleBytes() / nodes * (nodes - 1) / nodes;
  }

  /** How often all cores of the cluster are filled with tasks. */
  private int waves(int tasks) {
    return (tasks + options.cluster().slots() - 1) / options.cluster().slots();
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
