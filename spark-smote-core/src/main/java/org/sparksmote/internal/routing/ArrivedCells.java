// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.cells.ArrivedRows;
import org.sparksmote.internal.cells.CellRows;
import org.sparksmote.internal.census.CensusProblems;

/**
 * The reduce side of the one shuffle: gathers the rows of a partition by cell and unpacks one cell
 * after the other, so that only one is held unpacked at a time. Where rows have passengers, Spark
 * has sorted what arrives, and a cell is not even gathered before the one before it is done.
 */
public final class ArrivedCells implements Iterator<CellRows> {

  private RoutingPlan plan; // settled when the sums have been read
  private final BlockForm form;
  private final Iterator<Row> arrived;
  private @Nullable Row ahead; // the next that arrives
  private final TreeMap<Integer, ArrivedRows> gathered = new TreeMap<>();

  /** Of what arrived in one partition; what tasks have read is looked at first. */
  public ArrivedCells(RoutingPlan planned, BlockForm form, Iterator<Row> arrived) {
    this.plan = planned;
    this.form = form;
    this.arrived = arrived;
    this.ahead = nextArrived();
    Map<Integer, ReadSums> read = new TreeMap<>(); // by partition: Spark may join small ones
    for (Row row = ahead; row != null && isWantedNow(row); row = ahead) {
      if (BlockForm.isSums(row)) {
        read.computeIfAbsent(BlockForm.cell(row), any -> new ReadSums(planned))
            .add(BlockForm.rows(row));
        ahead = nextArrived();
      } else {
        gather(row);
      }
    }

    settle(read.isEmpty() ? List.of(new ReadSums(planned)) : read.values());
  }

  /** The plan with what is known now of its cells. */
  public RoutingPlan plan() {
    return plan;
  }

  /** Sums come first where Spark has sorted what arrives; elsewhere all cells are gathered. */
  private boolean isWantedNow(Row row) {
    return BlockForm.isSums(row) || !form.isSorted();
  }

  /** The sums of a partition are those of the whole input, whatever cells it holds. */
  private void settle(Collection<ReadSums> read) {
    for (ReadSums found : read) {
      plan = found.settled();
    }
  }

  private @Nullable Row nextArrived() {
    return arrived.hasNext() ? arrived.next() : null;
  }

  private void gather(Row block) {
    gathered
        .computeIfAbsent(BlockForm.cell(block), cell -> new ArrivedRows(plan.size()))
        .add(BlockForm.rows(block), form.payload(block));
    ahead = nextArrived();
  }

  /** Whether there is one more; of the cell before no passengers are left to be read. */
  @Override
  public boolean hasNext() {
    passengers().forEachRemaining(row -> {});
    return ahead != null || !gathered.isEmpty();
  }

  @Override
  public CellRows next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }

    int cell = ahead == null ? gathered.firstKey() : BlockForm.cell(ahead);
    while (ahead != null && BlockForm.cell(ahead) == cell && BlockForm.isBlock(ahead)) {
      gather(ahead);
    }

    ArrivedRows found =
        Objects.requireNonNullElseGet(gathered.remove(cell), () -> new ArrivedRows(plan.size()));
    found.requireRoom(plan.planOf(cell).count().name());
    CellRows rows = CellRows.unpack(cell, found, plan.size());
    refuseChangedInput(rows);
    return rows;
  }

  /** The passengers of the cell, in the order of its rows at home. */
  public Iterator<Row> passengers() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return ahead != null && !BlockForm.isBlock(ahead);
      }

      @Override
      public Row next() {
        Row passengers = ahead;
        if (passengers == null) {
          throw new NoSuchElementException();
        }

        ahead = nextArrived();
        return passengers;
      }
    };
  }

  private void refuseChangedInput(CellRows rows) {
    Cell planned = plan.cells().get(rows.cell);
    if (rows.homeRows != planned.rows() || rows.homeDigest != planned.digest()) {
      String name = plan.planOf(rows.cell).count().name();
      throw CensusProblems.inputChanged(name, planned.rows(), rows.homeRows);
    }
  }
}
