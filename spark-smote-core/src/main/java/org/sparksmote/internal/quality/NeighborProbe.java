// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.quality;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.cells.CellRows;
import org.sparksmote.internal.cells.Neighborhood;
import org.sparksmote.internal.cells.OwnRows;
import org.sparksmote.internal.cells.RowNeighbors;
import org.sparksmote.internal.exact.RankedRows;
import org.sparksmote.internal.exact.Shares;
import org.sparksmote.internal.routing.ArrivedCells;
import org.sparksmote.internal.routing.BlockForm;
import org.sparksmote.internal.routing.RoutedClass;
import org.sparksmote.internal.routing.RoutingPlan;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.rows.PackedRows;

/** Searches cells as a resampling would, and reports the neighbours of a few of their rows. */
final class NeighborProbe implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  /** Marks the draw that chooses the rows to report. */
  private static final int PROBE_DRAW = -2;

  /** The schema of a report: class, the row packed, distances to its neighbours. */
  static final StructType SCHEMA =
      new StructType()
          .add("class", DataTypes.IntegerType, false)
          .add("row", DataTypes.BinaryType, false)
          .add("distances", DataTypes.createArrayType(DataTypes.DoubleType, false), false);

  private final RoutingPlan plan;
  private final int rowsPerCell;

  NeighborProbe(RoutingPlan plan, int rowsPerCell) {
    this.plan = plan;
    this.rowsPerCell = rowsPerCell;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> blocks) {
    List<Row> reports = new ArrayList<>();
    Iterator<CellRows> cells = new ArrivedCells(plan, BlockForm.toSearch(plan.input()), blocks);
    while (cells.hasNext()) {
      report(cells.next(), reports);
    }

    return reports.iterator();
  }

  private void report(CellRows rows, List<Row> reports) {
    RowNeighbors partners = judged(rows);
    OwnRows home = OwnRows.atHome(rows);
    RankedRows ranked = home.ranked(plan.search().seed() + PROBE_DRAW);
    Shares sample = Shares.even(Math.min(rowsPerCell, home.size()), ranked);
    for (int i = 0; i < ranked.entries(); i++) {
      for (long row = 0; row < ranked.rows(i); row++) {
        if (sample.of(i, row) > 0) {
          reports.add(report(rows, rows.first(home.points()[i]) + row, partners));
        }
      }
    }
  }

  /**
   * The search of partners, to be judged; where partners are no neighbours, that of the rows that
   * are counted. What an approximate search misses has nothing to do with clusters, so these are
   * left aside.
   */
  private RowNeighbors judged(CellRows rows) {
    RoutedClass routed = plan.classOf(rows.cell);
    Neighborhood hood = new Neighborhood(rows, routed.distance(), plan.search());
    return routed.needs().judgedAmongAll()
        ? hood.amongAll(routed.plan().k(), routed.needs().enemiesAsk())
        : hood.inClass(routed.plan().k());
  }

  private Row report(CellRows rows, long row, RowNeighbors partners) {
    FeatureRow features = new FeatureRow();
    FeatureRow other = new FeatureRow();
    rows.store.read(rows.pointOf(row), features);
    Double[] distances = new Double[Math.min(plan.planOf(rows.cell).k(), partners.k())];
    for (int rank = 0; rank < distances.length; rank++) {
      rows.store.read(rows.pointOf(partners.row(row, rank)), other);
      distances[rank] = plan.classOf(rows.cell).distance().between(features, other);
    }

    PackedRows packed = new PackedRows();
    packed.add(true, features, PackedRows.NO_PAYLOAD);
    int classIndex = plan.cells().get(rows.cell).classIndex();
    return RowFactory.create(classIndex, packed.take(), distances);
  }
}
