// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.verdicts;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.cells.CellRows;
import org.sparksmote.internal.cells.Neighborhood;
import org.sparksmote.internal.cells.TaskInterruption;
import org.sparksmote.internal.knn.Interruption;
import org.sparksmote.internal.knn.Neighbors;
import org.sparksmote.internal.verdicts.EditedCell.Reach;

/**
 * The neighbours that misclassified rows take with them (Laurikkala 2001), in a cell. Of a class of
 * which only some of the rows that are equally far would be among the k nearest, all of these go:
 * nothing tells them apart.
 */
final class TakenNeighbours {

  /** Where a search ends among rows that are equally far, it is asked for so many times more. */
  private static final int WIDER = 8;

  private final CellRows rows;
  private final Neighborhood hood;
  private final PointClasses classes;
  private final BitSet[] taken; // by slot: points

  TakenNeighbours(CellRows rows, Neighborhood hood, PointClasses classes) {
    this.rows = rows;
    this.hood = hood;
    this.classes = classes;
    this.taken = new BitSet[classes.slots()];
    Arrays.setAll(taken, slot -> new BitSet());
  }

  /** The points of which the rows of a slot go. */
  BitSet[] of(EditedCell judged, int searched) {
    Map<Integer, Reach> cutOff = take(judged.reaches(), judged.near());
    if (!cutOff.isEmpty()) {
      boolean[] queries = new boolean[rows.points()];
      boolean[] all = new boolean[rows.points()];
      cutOff.keySet().forEach(point -> queries[point] = true);
      Arrays.fill(all, true);
      cutOff = take(cutOff, hood.search(queries, all, WIDER * searched));
    }

    Interruption interruption = TaskInterruption.here();
    for (Map.Entry<Integer, Reach> row : cutOff.entrySet()) {
      interruption.check();
      takeAll(row.getKey(), row.getValue());
    }

    return taken;
  }

  /** Takes what was found; of the rows whose last neighbours may be cut off, nothing is lost. */
  private Map<Integer, Reach> take(Map<Integer, Reach> reaches, Neighbors near) {
    Map<Integer, Reach> cutOff = new TreeMap<>();
    boolean complete = near.k() == rows.points() - 1;
    reaches.forEach(
        (point, reach) -> {
          takeOwn(point, reach);
          for (int rank = 0; rank < near.k(); rank++) {
            take(point, near.id(point, rank), reach);
          }

          int farthest = near.k() == 0 ? point : near.id(point, near.k() - 1);
          if (!complete && distance(point, farthest) <= reach.distance()) {
            cutOff.put(point, reach);
          }
        });
    return cutOff;
  }

  private double distance(int a, int b) {
    return hood.points().squaredDistance(a, b);
  }

  private void takeAll(int point, Reach reach) {
    for (int other = 0; other < rows.points(); other++) {
      if (other != point) {
        take(point, other, reach);
      }
    }
  }

  private void take(int point, int other, Reach reach) {
    double distance = distance(point, other);
    if (distance <= reach.distance()) {
      take(other, distance == reach.distance() ? reach.last() : null, 0);
    }
  }

  /** The rows at the place of a row itself, which is not its own neighbour. */
  private void takeOwn(int point, Reach reach) {
    take(point, reach.distance() == 0 ? reach.last() : null, 1);
  }

  private void take(int point, @Nullable BitSet slots, long own) {
    long[] counts = new long[classes.slots()];
    classes.addTo(counts, point);
    counts[classes.ownSlot()] -= own;
    for (int slot = 0; slot < counts.length; slot++) {
      if (counts[slot] > 0 && (slots == null || slots.get(slot))) {
        taken[slot].set(point);
      }
    }
  }
}
