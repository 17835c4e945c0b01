// SPDX-License-Identifier: Apache-2.0
package io.sparksmote;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/** The reduce side of the one shuffle: gathers the blocks of each cell and makes its rows. */
final class SyntheticRows implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  private final ResamplingPlan plan;

  SyntheticRows(ResamplingPlan plan) {
    this.plan = plan;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> blocks) {
    Iterator<CellRows> cells = gather(blocks);
    return new Concatenated(cells, plan);
  }

  /** The cells of a partition in their order; the blocks of a cell are freed when it is reached. */
  private Iterator<CellRows> gather(Iterator<Row> blocks) {
    TreeMap<Integer, List<Row>> byCell = new TreeMap<>();
    while (blocks.hasNext()) {
      Row block = blocks.next();
      byCell.computeIfAbsent(block.getInt(1), cell -> new ArrayList<>()).add(block);
    }

    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !byCell.isEmpty();
      }

      @Override
      public CellRows next() {
        Map.Entry<Integer, List<Row>> first = byCell.pollFirstEntry();
        return unpack(first.getKey(), first.getValue());
      }
    };
  }

  private CellRows unpack(int cell, List<Row> blocks) {
    List<byte[]> packed = new ArrayList<>();
    List<Row> payload = new ArrayList<>();
    for (Row block : blocks) {
      packed.add(block.getAs(2));
      if (block.size() > 3) {
        payload.addAll(block.getList(3));
      }
    }

    CellRows rows = CellRows.unpack(cell, packed, payload, plan.size());
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

  /** The synthetic rows of one cell after the other: only one cell is searched at a time. */
  private static final class Concatenated implements Iterator<Row> {

    private final Iterator<CellRows> cells;
    private final ResamplingPlan plan;
    private Iterator<Row> current = Collections.emptyIterator();

    Concatenated(Iterator<CellRows> cells, ResamplingPlan plan) {
      this.cells = cells;
      this.plan = plan;
    }

    @Override
    public boolean hasNext() {
      while (!current.hasNext() && cells.hasNext()) {
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
  }
}
