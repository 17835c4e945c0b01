// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.verdicts;

import java.util.Arrays;
import org.sparksmote.internal.cells.CellRows;

/**
 * How many rows of each class a point of a cell has, in slots that are in the order in which
 * equally far rows are asked: other classes by ascending label, the own class last. Where it does
 * not matter of which other class a row is, all of them share a slot.
 */
final class PointClasses {

  private final CellRows rows;
  private final int own;
  private final int[] classOf; // by slot
  private final boolean labelled;

  /**
   * Of a cell.
   *
   * @param own the class of the cell
   * @param labelled whether each row has its class with it
   */
  PointClasses(CellRows rows, int own, int classes, boolean labelled) {
    this.rows = rows;
    this.own = own;
    this.labelled = labelled;
    this.classOf = new int[labelled ? classes : 2];
    for (int slot = 0; slot < classOf.length; slot++) {
      classOf[slot] = slot < own ? slot : slot + 1;
    }

    classOf[ownSlot()] = own;
  }

  int slots() {
    return classOf.length;
  }

  int ownSlot() {
    return classOf.length - 1;
  }

  /** The class of a slot. */
  int classOf(int slot) {
    return classOf[slot];
  }

  /** Adds the rows of a point to {@code counts}, by slot. */
  void addTo(long[] counts, int point) {
    counts[ownSlot()] += rows.ownRows(point);
    if (!labelled) {
      counts[0] += rows.enemies(point);
      return;
    }

    long end = rows.first(point) + rows.ownRows(point) + rows.enemies(point);
    long row = end - rows.enemies(point);
    while (row < end) {
      long next = Math.min(end, rows.nextRun(row));
      int of = rows.payload(row).getInt(0);
      counts[of < own ? of : of - 1] += next - row;
      row = next;
    }
  }

  /** Which points have rows of a slot. */
  boolean[] points(int slot) {
    boolean[] found = new boolean[rows.points()];
    long[] counts = new long[slots()];
    for (int point = 0; point < found.length; point++) {
      Arrays.fill(counts, 0);
      addTo(counts, point);
      found[point] = counts[slot] > 0;
    }

    return found;
  }
}
