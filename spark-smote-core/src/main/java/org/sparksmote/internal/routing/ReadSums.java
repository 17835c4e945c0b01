// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sparksmote.internal.census.ClassPlan;
import org.sparksmote.internal.census.InputSums;
import org.sparksmote.internal.exact.Apportionment;
import org.sparksmote.internal.rows.FeatureRow;

/**
 * What tasks have read while they routed rows: the sums of all classes, by which an input that
 * changed is noticed, and the rows of the cells that nobody counted before, by which each partition
 * works out how many new rows are made where.
 */
final class ReadSums {

  private final RoutingPlan plan;
  private final InputSums sums;
  private final long[] rows; // by cell
  private final long[] digests; // by cell

  /** Of nothing yet. */
  ReadSums(RoutingPlan plan) {
    this.plan = plan;
    this.sums = new InputSums(plan.classes().size());
    this.rows = new long[plan.cells().size()];
    this.digests = new long[rows.length];
  }

  /** Adds a row without a label, or with one that was not there. */
  void addOther() {
    sums.addOther();
  }

  /** Adds a row of a class; its fingerprint is what {@link #addHome} takes. */
  long add(int c, FeatureRow features) {
    return sums.add(c, features);
  }

  /** Adds a row, by its fingerprint, to the cell that it is at home in. */
  void addHome(int cell, long digest) {
    rows[cell]++;
    digests[cell] += digest;
  }

  /** All of it, of cells only those that are open, as it travels. */
  byte[] toBytes() {
    byte[] ofClasses = sums.toBytes();
    ByteBuffer bytes = ByteBuffer.allocate(ofClasses.length + 16 * plan.openCells());
    bytes.put(ofClasses);
    for (int cell = 0; cell < rows.length; cell++) {
      if (plan.cells().get(cell).isOpen()) {
        bytes.putLong(rows[cell]).putLong(digests[cell]);
      }
    }

    return bytes.array();
  }

  /** Adds what another task has read. */
  void add(byte[] other) {
    ByteBuffer bytes = ByteBuffer.wrap(other);
    sums.add(bytes);
    for (int cell = 0; cell < rows.length; cell++) {
      if (plan.cells().get(cell).isOpen()) {
        rows[cell] += bytes.getLong();
        digests[cell] += bytes.getLong();
      }
    }
  }

  /** The plan with all cells counted; refuses an input that is not the one that was counted. */
  RoutingPlan settled() {
    List<ClassPlan> plans = plan.plans();
    plan.sums().requireSame(sums, plans);
    if (plan.openCells() == 0) {
      return plan;
    }

    List<Cell> cells = new ArrayList<>(plan.cells());
    for (int c = 0; c < plans.size(); c++) {
      int[] open = openCells(c);
      if (open.length > 0) {
        settle(open, plans.get(c).make(), cells);
      }
    }

    return plan.settled(plan.classes(), cells);
  }

  /** The open cells of a class, which gets so many new rows. */
  private void settle(int[] open, long all, List<Cell> cells) {
    long[] own = Arrays.stream(open).mapToLong(cell -> rows[cell]).toArray();
    long[] make = Apportionment.largestRemainder(all, own);
    for (int i = 0; i < open.length; i++) {
      cells.set(open[i], cells.get(open[i]).counted(own[i], digests[open[i]], make[i]));
    }
  }

  private int[] openCells(int c) {
    return IntStream.range(0, rows.length)
        .filter(cell -> plan.cells().get(cell).isOpen() && plan.cells().get(cell).classIndex() == c)
        .toArray();
  }
}
