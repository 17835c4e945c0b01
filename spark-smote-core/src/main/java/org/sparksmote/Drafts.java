// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.sparksmote.internal.synth.KeyedRandom;

/** The new rows of one cell: how many of each base, and one after the other. */
final class Drafts implements Iterator<Draft> {

  /** Distance between the numbers of copies of one attempt and the next. */
  private static final long ATTEMPT_STRIDE = 1L << 40;

  private final CellRows rows;
  private final long seed;
  private final PointMaker maker;
  private final int[] bases;
  private final long[] counts;
  private int base;
  private long copy;

  Drafts(CellHood hood) {
    this.rows = hood.rows;
    this.seed = hood.plan.search().seed();
    this.maker = new PointMaker(hood);
    this.bases = rows.ownRows(true);
    this.counts = BaseCounts.of(hood, bases, hood.plan.cells().get(rows.cell).make());
  }

  /** One row to make: a base and the number of the copy. */
  record Slot(int base, long copy, long copies) {}

  @Override
  public boolean hasNext() {
    while (base < counts.length && copy == counts[base]) {
      base++;
      copy = 0;
    }

    return base < counts.length;
  }

  /** Moves to the next row to make without making it. */
  Slot nextSlot() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }

    return new Slot(bases[base], copy++, counts[base]);
  }

  @Override
  public Draft next() {
    return make(nextSlot(), 0);
  }

  /** Makes the row; every attempt draws other numbers. */
  Draft make(Slot slot, int attempt) {
    int row = slot.base();
    long number = slot.copy() + attempt * ATTEMPT_STRIDE;
    KeyedRandom random = KeyedRandom.of(seed, rows.keys[row], rows.ordinals[row], number);
    return maker.make(row, slot.copy(), slot.copies(), random);
  }
}
