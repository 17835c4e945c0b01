// SPDX-License-Identifier: Apache-2.0
package io.sparksmote;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/** Makes the synthetic rows of a partition, cell after cell. */
final class SyntheticRows implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  private final ResamplingPlan plan;

  SyntheticRows(ResamplingPlan plan) {
    this.plan = plan;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> blocks) {
    Iterator<CellRows> cells = new ArrivedCells(plan, blocks);
    return new Iterator<>() {
      private Iterator<Row> current = Collections.emptyIterator();

      @Override
      public boolean hasNext() {
        while (!current.hasNext() && cells.hasNext()) {
          current = Collections.emptyIterator(); // frees the last cell before the next is unpacked
          current = new CellSynthesis(plan, cells.next());
        }

        return current.hasNext();
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }

        return current.next();
      }
    };
  }
}
