// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * The reduce side of the one shuffle: gathers the rows of a partition by cell and unpacks one cell
 * after the other, so that only one is held unpacked at a time.
 */
final class ArrivedCells implements Iterator<CellRows> {

  private final ResamplingPlan plan;
  private final TreeMap<Integer, ArrivedRows> rowsOfCell = new TreeMap<>();

  ArrivedCells(ResamplingPlan plan, Iterator<Row> blocks) {
    this.plan = plan;
    Map<Integer, InputSums> read = new TreeMap<>(); // by partition: Spark may join small ones
    while (blocks.hasNext()) {
      Row block = blocks.next();
      int cell = block.getInt(1);
      if (RowRouter.isSums(cell)) {
        read.computeIfAbsent(cell, any -> new InputSums(plan.classes().size()))
            .add(block.<byte[]>getAs(2));
      } else {
        rowsOfCell.computeIfAbsent(cell, any -> new ArrivedRows(plan.size())).add(block);
      }
    }

    refuseChangedInput(read.values());
  }

  /** The sums of a partition are those of the whole input, whatever cells it holds. */
  private void refuseChangedInput(Collection<InputSums> read) {
    InputSums nothing = new InputSums(plan.classes().size());
    for (InputSums found : read.isEmpty() ? List.of(nothing) : read) {
      plan.sums().requireSame(found, plan.classes());
    }
  }

  @Override
  public boolean hasNext() {
    return !rowsOfCell.isEmpty();
  }

  @Override
  public CellRows next() {
    Map.Entry<Integer, ArrivedRows> first = rowsOfCell.pollFirstEntry();
    if (first == null) {
      throw new NoSuchElementException();
    }

    CellRows rows = CellRows.unpack(first.getKey(), first.getValue(), plan.size());
    refuseChangedInput(rows);
    return rows;
  }

  private void refuseChangedInput(CellRows rows) {
    Cell planned = plan.cells().get(rows.cell);
    if (rows.homeRows != planned.rows() || rows.homeDigest != planned.digest()) {
      String name = plan.classes().get(planned.classIndex()).count().name();
      throw Problems.inputChanged(name, planned.rows(), rows.homeRows);
    }
  }
}
