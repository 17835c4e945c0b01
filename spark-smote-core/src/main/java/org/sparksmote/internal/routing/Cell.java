// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import java.io.Serializable;

/**
 * A bucket of one class, the unit of search: the rows of one task that look for neighbours among
 * themselves and the candidates copied to them.
 *
 * @param classIndex the class, as an index of the plan
 * @param rows rows that are at home here; {@link #OPEN} where they are counted on their way
 * @param digest their order-free fingerprint; another one means the input changed between passes
 * @param make synthetic rows to make from them; {@link #OPEN} for a share by rows
 * @param partition the shuffle partition that holds the cell
 */
public record Cell(int classIndex, long rows, long digest, long make, int partition)
    implements Serializable {

  /** Stands for a number that nobody knows before rows are routed. */
  static final long OPEN = -1;

  /** A cell of a class, whose rows are counted on their way to it. */
  static Cell open(int classIndex) {
    return new Cell(classIndex, OPEN, 0, OPEN, 0);
  }

  /** What the cell counts for beside others of its class, of which all are open or none is. */
  public long weight() {
    return isOpen() ? 1 : rows;
  }

  boolean isOpen() {
    return rows == OPEN;
  }

  /** The same cell when its rows are known; nothing is shared out that was before. */
  Cell counted(long found, long fingerprint, long share) {
    return new Cell(classIndex, found, fingerprint, make == OPEN ? share : make, partition);
  }

  Cell inPartition(int other) {
    return new Cell(classIndex, rows, digest, make, other);
  }

  /** The same cell with another number of rows to make. */
  public Cell making(long other) {
    return new Cell(classIndex, rows, digest, other, partition);
  }
}
