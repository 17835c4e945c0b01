// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import java.io.Serializable;

/**
 * A bucket of one class, the unit of search: the rows of one task that look for neighbours among
 * themselves and the candidates copied to them.
 *
 * @param classIndex the class, as an index of the plan
 * @param rows rows that are at home here
 * @param digest their order-free fingerprint; another one means the input changed between passes
 * @param make synthetic rows to make from them
 * @param partition the shuffle partition that holds the cell
 */
public record Cell(int classIndex, long rows, long digest, long make, int partition)
    implements Serializable {

  Cell inPartition(int other) {
    return new Cell(classIndex, rows, digest, make, other);
  }

  /** The same cell with another number of rows to make. */
  public Cell making(long other) {
    return new Cell(classIndex, rows, digest, other, partition);
  }
}
