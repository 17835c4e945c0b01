// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.making;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.cells.CellRows;
import org.sparksmote.internal.cells.ReachedQuality;
import org.sparksmote.internal.cells.TaskInterruption;
import org.sparksmote.internal.knn.Interruption;
import org.sparksmote.internal.routing.ArrivedCells;
import org.sparksmote.internal.routing.BlockForm;
import org.sparksmote.internal.variants.ResamplingPlan;

/** Makes the synthetic rows of a partition, cell after cell. */
final class SyntheticRows implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  private final ResamplingPlan plan;
  private final ReachedQuality reached;

  SyntheticRows(ResamplingPlan plan, ReachedQuality reached) {
    this.plan = plan;
    this.reached = reached;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> blocks) {
    BlockForm form = BlockForm.toMake(plan.routing().input());
    ArrivedCells cells = new ArrivedCells(plan.routing(), form, blocks);
    ResamplingPlan settled = plan.on(cells.plan());
    Interruption interruption = TaskInterruption.here();
    return new Iterator<>() {
      private @Nullable CellSynthesis current;

      @Override
      public boolean hasNext() {
        interruption.check();
        while (current == null || !current.hasNext()) {
          report(current);
          current = null; // frees the last cell before the next is unpacked
          if (!cells.hasNext()) {
            return false;
          }

          current = synthesis(settled, cells);
        }

        return true;
      }

      private void report(@Nullable CellSynthesis done) {
        if (done != null) {
          reached.add(done.reached());
        }
      }

      @Override
      public Row next() {
        if (!hasNext() || current == null) {
          throw new NoSuchElementException();
        }

        return current.next();
      }
    };
  }

  private static CellSynthesis synthesis(ResamplingPlan plan, ArrivedCells cells) {
    CellRows rows = cells.next();
    return new CellSynthesis(plan, rows, new Passengers(plan.routing(), rows, cells.passengers()));
  }
}
