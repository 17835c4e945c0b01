// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.making;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.sparksmote.internal.cells.CellRows;
import org.sparksmote.internal.cells.OwnRows;
import org.sparksmote.internal.exact.Shares;
import org.sparksmote.internal.keyed.KeyedRandom;
import org.sparksmote.internal.weighing.BaseCounts;
import org.sparksmote.internal.weighing.VariantCell;

/** The new rows of one cell: how many of each base, and one after the other. */
final class Drafts implements Iterator<Draft> {

  /** From the numbers of copies in one attempt to those in the next: no base has more copies. */
  private static final long ATTEMPT_STRIDE = 1L << 40;

  private final CellRows rows;
  private final long seed;
  private final PointMaker maker;
  private final OwnRows bases;
  private final Shares shares;
  private int at; // among the points of the bases
  private long row; // among the rows of the point
  private long copies; // of the row
  private long copy;

  Drafts(VariantCell cell) {
    this.rows = cell.rows;
    this.seed = cell.seed();
    this.maker = new PointMaker(cell);
    this.bases = OwnRows.atHome(rows);
    this.shares = BaseCounts.of(cell, bases, cell.make());
    this.row = -1;
  }

  /** One row to make: a base and the number of the copy. */
  record Slot(long base, long copy, long copies) {}

  @Override
  public boolean hasNext() {
    int[] points = bases.points();
    while (copy == copies && at < points.length) {
      row++;
      if (row == rows.ownRows(points[at])) {
        row = -1;
        at++;
        copies = 0;
      } else {
        copies = shares.of(at, row);
      }

      copy = 0;
    }

    return copy < copies;
  }

  /** Moves to the next row to make without making it. */
  Slot nextSlot() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }

    return new Slot(rows.first(bases.points()[at]) + row, copy++, copies);
  }

  @Override
  public Draft next() {
    return make(nextSlot(), 0);
  }

  /** Makes the row; every attempt draws other numbers. */
  Draft make(Slot slot, int attempt) {
    long base = slot.base();
    int point = rows.pointOf(base);
    long ordinal = rows.ordinal(point) + base - rows.first(point);
    long number = slot.copy() + attempt * ATTEMPT_STRIDE;
    KeyedRandom random = KeyedRandom.of(seed, rows.key(point), ordinal, number);
    return maker.make(base, slot.copy(), slot.copies(), random);
  }
}
