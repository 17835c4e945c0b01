// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparksmote.internal.columns.FeatureReader;
import org.sparksmote.internal.columns.Labels;
import org.sparksmote.internal.distance.ImageReader;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.rows.PackedRows;

/**
 * The map side of the one shuffle: packs the rows of the classes to grow into blocks, each for one
 * cell. A row near the border of its bucket also goes, as a candidate, to the cells beyond. Where a
 * class needs to know its enemies, rows of other classes go the same way. Every partition also
 * hears what each task has read of all classes, so that an input that changed is noticed.
 */
final class RowRouter implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  /** Rows and bytes per block at most: what a record costs is then little per row. */
  private static final int BLOCK_ROWS = 2048;

  private static final int BLOCK_BYTES = 4 << 20;

  /** Bytes of all open blocks, one per cell: with many cells blocks are closed sooner. */
  private static final int OPEN_BYTES = 64 << 20;

  /** What a block may have however many cells there are: shorter ones would be mostly headers. */
  private static final int LEAST_BLOCK_BYTES = 4096;

  private final RoutingPlan plan;
  private final BlockForm form;
  private final Map<Object, Integer> classOf = new HashMap<>();
  private final List<Integer> takers = new ArrayList<>();
  private final BitSet wanted;
  private final int[] keyOfPartition;
  private final FeatureReader reader;

  RowRouter(RoutingPlan plan, BlockForm form, BitSet wanted, int[] keyOfPartition) {
    this.plan = plan;
    this.form = form;
    this.wanted = wanted;
    this.keyOfPartition = keyOfPartition;
    this.reader = FeatureReader.of(plan.input());
    for (int i = 0; i < plan.classes().size(); i++) {
      classOf.put(plan.classes().get(i).plan().count().key(), i);
      if (plan.classes().get(i).route().takesEnemies()) {
        takers.add(i);
      }
    }
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new Blocks(rows);
  }

  private final class Blocks implements Iterator<Row> {

    private final Iterator<Row> rows;
    private final PackedRows[] open = new PackedRows[plan.cells().size()]; // per cell
    private final ArrayDeque<Row> ready = new ArrayDeque<>();
    private final List<ImageReader> images =
        plan.classes().stream().map(routed -> new ImageReader(routed.distance())).toList();
    private final FeatureRow features = new FeatureRow();
    private final ReadSums sums = new ReadSums(plan);
    private final int[] cells;
    private final int blockBytes =
        Math.min(BLOCK_BYTES, Math.max(LEAST_BLOCK_BYTES, OPEN_BYTES / Math.max(1, open.length)));
    private boolean ended;

    Blocks(Iterator<Row> rows) {
      this.rows = rows;
      this.cells =
          new int
              [plan.classes().stream().mapToInt(routed -> routed.route().width()).max().orElse(1)];
      for (int cell = 0; cell < open.length; cell++) {
        open[cell] = new PackedRows();
        announce(cell);
      }
    }

    /** One task sends every cell an empty block, so that a cell whose rows vanished is noticed. */
    private void announce(int cell) {
      TaskContext context = TaskContext.get();
      boolean first = context == null || context.partitionId() == 0; // null: not run by Spark
      if (first && wanted.get(cell)) {
        close(cell);
      }
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && !ended) {
        if (rows.hasNext()) {
          add(rows.next());
        } else {
          closeAll();
        }
      }

      return !ready.isEmpty();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }

      return ready.remove();
    }

    private void add(Row row) {
      Object label = Labels.key(row.get(0));
      Integer own = label == null ? null : classOf.get(label);
      if (own == null) {
        sums.addOther();
        return;
      }

      reader.read(row, features);
      // Also of rows that do not travel: it is the input that is compared.
      long digest = sums.add(own, features);
      if (features.invalid == FeatureRow.VALID && features.size == plan.size()) {
        send(own, row, digest);
      }
    }

    private void send(int own, Row row, long digest) {
      if (!plan.classes().get(own).route().isNone()) {
        send(own, false, row);
        sums.addHome(cells[0], digest);
      }

      for (int taker : takers) {
        if (taker != own) {
          send(taker, true, row);
        }
      }
    }

    private void send(int taker, boolean enemy, Row row) {
      int count =
          plan.classes().get(taker).route().route(features, enemy, images.get(taker), cells);
      Row payload = last(row, form.payload().size(), 0);
      for (int i = 0; i < count; i++) {
        if (wanted.get(cells[i])) {
          PackedRows block = open[cells[i]];
          if (enemy) {
            block.addEnemy(features, payload);
          } else {
            boolean isHome = i == 0; // elsewhere the row is nobody's base, and hands nothing on
            block.add(isHome, features, payload);
            if (isHome && form.isSorted()) {
              ready.add(passengers(cells[i], payload, row));
            }
          }

          if (block.rows() == BLOCK_ROWS || block.size() >= blockBytes) {
            close(cells[i]);
          }
        }
      }
    }

    /** Some cells of a row, of which so many stand behind them. */
    private Row last(Row row, int count, int behind) {
      if (count == 0) {
        return PackedRows.NO_PAYLOAD;
      }

      Object[] cells = new Object[count];
      for (int i = 0; i < count; i++) {
        cells[i] = row.get(row.size() - behind - count + i);
      }

      return RowFactory.create(cells);
    }

    private Row passengers(int cell, Row payload, Row row) {
      Row own = last(row, form.passengers().size(), payload.size());
      return form.passengers(key(cell), cell, BlockForm.place(features, payload, own), own);
    }

    private int key(int cell) {
      return keyOfPartition[plan.cells().get(cell).partition()];
    }

    private void closeAll() {
      ended = true;
      for (int cell = 0; cell < open.length; cell++) {
        if (open[cell].rows() > 0) {
          close(cell);
        }
      }

      // Every partition hears of everything: none could tell what another one has not received.
      byte[] read = sums.toBytes();
      for (int partition = 0; partition < plan.partitions(); partition++) {
        ready.add(form.sums(keyOfPartition[partition], partition, read));
      }
    }

    private void close(int cell) {
      ready.add(form.block(key(cell), cell, open[cell]));
    }
  }
}
