// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.quality;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.sparksmote.internal.routing.BlockForm;
import org.sparksmote.internal.routing.RoutingPlan;
import org.sparksmote.internal.routing.Shuffle;
import org.sparksmote.report.NeighborQuality;

/**
 * Compares the engine's neighbours with the exact ones for a bounded sample of rows: one job
 * searches some cells as a resampling would, one more looks at every row of the class.
 */
public final class QualityCheck {

  private final RoutingPlan plan;
  private final Dataset<?> data;

  /** Of the plan of a fit and the data of that fit. */
  public QualityCheck(RoutingPlan plan, Dataset<?> data) {
    this.plan = plan;
    this.data = data;
  }

  /** Quality by class index; classes that are searched exactly are left out. */
  public Map<Integer, NeighborQuality> check(int sampleRows, int maxCells) {
    BitSet cells = cells(maxCells);
    if (cells.isEmpty()) {
      return Map.of();
    }

    int rowsPerCell = Math.max(1, sampleRows / Math.min(maxCells, mostCellsOfAClass()));
    List<Row> reports =
        Shuffle.routed(plan, BlockForm.toSearch(plan.input()), data, cells)
            .mapPartitions(new NeighborProbe(plan, rowsPerCell), Encoders.row(NeighborProbe.SCHEMA))
            .collectAsList(); // bounded by the sample
    ExactDistances exact = new ExactDistances(plan, reports);
    return qualities(reports, exact.find(plan.input().select(data)));
  }

  private static Map<Integer, NeighborQuality> qualities(List<Row> reports, double[][] nearest) {
    Map<Integer, List<double[]>> found = new TreeMap<>();
    Map<Integer, List<double[]>> exact = new TreeMap<>();
    for (int i = 0; i < reports.size(); i++) {
      int c = reports.get(i).getInt(0);
      List<Double> distances = reports.get(i).getList(2);
      double[] values = distances.stream().mapToDouble(Double::doubleValue).toArray();
      found.computeIfAbsent(c, any -> new ArrayList<>()).add(values);
      exact
          .computeIfAbsent(c, any -> new ArrayList<>())
          .add(ExactDistances.withoutSelf(nearest[i]));
    }

    Map<Integer, NeighborQuality> qualities = new TreeMap<>();
    found.forEach((c, rows) -> qualities.put(c, quality(rows, exact.getOrDefault(c, List.of()))));
    return qualities;
  }

  private static NeighborQuality quality(List<double[]> found, List<double[]> exact) {
    return NeighborQuality.of(found.toArray(new double[0][]), exact.toArray(new double[0][]));
  }

  /** At most {@code maxCells} cells of every class that is not searched exactly. */
  private BitSet cells(int maxCells) {
    BitSet chosen = new BitSet();
    int[] perClass = new int[plan.classes().size()];
    for (int cell = 0; cell < plan.cells().size(); cell++) {
      int c = plan.cells().get(cell).classIndex();
      if (plan.isApproximate(c) && perClass[c]++ < maxCells) {
        chosen.set(cell);
      }
    }

    return chosen;
  }

  private int mostCellsOfAClass() {
    int most = 1;
    for (int c = 0; c < plan.classes().size(); c++) {
      most = Math.max(most, plan.cellsOf(c));
    }

    return most;
  }
}
