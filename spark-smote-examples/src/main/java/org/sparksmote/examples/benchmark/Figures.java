// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.benchmark;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Dataset;
import org.sparksmote.examples.workloads.WorkloadTable;

/** How every benchmark takes figures and writes them. */
final class Figures {

  private static final double NANOS = 1e9;

  private Figures() {}

  /** A figure with four places: more would be noise. */
  static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }

  /** Seconds since a {@code System.nanoTime()}. */
  static double secondsSince(long start) {
    return (System.nanoTime() - start) / NANOS;
  }

  /** Makes all rows and keeps none, so that no disk is measured. */
  static void makeAll(Dataset<?> rows) {
    rows.write().format("noop").mode("overwrite").save();
  }

  /** The run in the middle; of two the slower or larger: never flattering. */
  static <R> R median(List<R> runs, ToDoubleFunction<R> figure) {
    return runs.stream().sorted(Comparator.comparingDouble(figure)).toList().get(runs.size() / 2);
  }

  /** The figures that name a table. */
  static Map<String, Object> ofTable(WorkloadTable shape) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("workload", shape.workload().name().toLowerCase(Locale.ROOT));
    figures.put("rows", shape.rows());
    figures.put("others", shape.others());
    figures.put("dims", shape.dims());
    return figures;
  }
}
