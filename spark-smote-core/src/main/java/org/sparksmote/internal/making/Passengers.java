// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.making;

import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.sparksmote.internal.cells.CellRows;
import org.sparksmote.internal.cells.OwnRows;
import org.sparksmote.internal.census.CensusProblems;
import org.sparksmote.internal.census.ClassPlan;
import org.sparksmote.internal.routing.BlockForm;
import org.sparksmote.internal.routing.RoutingPlan;
import org.sparksmote.internal.rows.PackedRows;

/** What the bases of a cell pass on, read one after the other in the order of the rows at home. */
final class Passengers {

  private final CellRows rows;
  private final ClassPlan planned;
  private final OwnRows home;
  private final Iterator<Row> arrived;
  private long read;
  private Row current = PackedRows.NO_PAYLOAD;

  /**
   * Those of a cell.
   *
   * @param arrived one for each row at home
   */
  Passengers(RoutingPlan plan, CellRows rows, Iterator<Row> arrived) {
    this.rows = rows;
    this.home = OwnRows.atHome(rows);
    this.arrived = arrived;
    this.planned = plan.planOf(rows.cell);
  }

  /** What a base passes on; bases must ascend. */
  Row of(long base) {
    long place = home.place(base);
    for (; read <= place; read++) {
      current = arrived.hasNext() ? arrived.next() : PackedRows.NO_PAYLOAD;
    }

    if (current.size() == 0 || BlockForm.key(current) != rows.key(rows.pointOf(base))) {
      throw CensusProblems.inputChanged(planned.count().name(), rows.homeRows, read);
    }

    return BlockForm.own(current);
  }
}
