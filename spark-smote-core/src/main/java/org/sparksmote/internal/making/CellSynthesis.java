// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.making;

import java.util.Iterator;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.sparksmote.internal.cells.CellRows;
import org.sparksmote.internal.knn.SearchQuality;
import org.sparksmote.internal.variants.Acceptance;
import org.sparksmote.internal.variants.ResamplingPlan;
import org.sparksmote.internal.weighing.VariantCell;

/**
 * The synthetic rows of one cell, made one at a time: a cell may get far more rows than it has, and
 * Spark asks for the next when it has written the last.
 */
final class CellSynthesis implements Iterator<Row> {

  private final Iterator<Draft> drafts;
  private final OutputRows output;
  private final VariantCell cell;

  CellSynthesis(ResamplingPlan plan, CellRows rows, Passengers passengers) {
    cell = new VariantCell(plan, rows);
    Drafts all = new Drafts(cell);
    boolean choosy = cell.parts().acceptance() == Acceptance.ENEMY_SHARE;
    this.drafts = choosy ? new AcceptedDrafts(all, cell) : all;
    this.output = new OutputRows(plan.routing(), rows, passengers);
  }

  @Override
  public boolean hasNext() {
    return drafts.hasNext();
  }

  @Override
  public Row next() {
    return output.row(drafts.next());
  }

  /** How good the search was, by cell; nothing if none was needed. Rows ask for it when made. */
  Map<Integer, SearchQuality> reached() {
    SearchQuality reached = cell.reached();
    return reached == null ? Map.of() : Map.of(cell.rows.cell, reached);
  }
}
