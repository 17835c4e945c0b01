// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.Iterator;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.sparksmote.internal.knn.SearchQuality;

/** The synthetic rows of one cell, made one at a time. */
final class CellSynthesis implements Iterator<Row> {

  private final Iterator<Draft> drafts;
  private final OutputRows output;
  private final CellHood hood;

  CellSynthesis(ResamplingPlan plan, CellRows rows, Passengers passengers) {
    hood = new CellHood(plan, rows);
    Drafts all = new Drafts(hood);
    boolean choosy = hood.parts().acceptance() == Acceptance.ENEMY_SHARE;
    this.drafts = choosy ? new AcceptedDrafts(all, hood) : all;
    this.output = new OutputRows(plan, rows, passengers);
  }

  @Override
  public boolean hasNext() {
    return drafts.hasNext();
  }

  @Override
  public Row next() {
    return output.row(drafts.next());
  }

  /** How good the search was, by cell; nothing if none was needed. */
  Map<Integer, SearchQuality> reached() {
    SearchQuality reached = hood.reached();
    return reached == null ? Map.of() : Map.of(hood.rows.cell, reached);
  }
}
