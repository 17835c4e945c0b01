// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.verdicts;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.cells.CellRows;
import org.sparksmote.internal.cells.Neighborhood;
import org.sparksmote.internal.cells.OwnRows;
import org.sparksmote.internal.knn.Neighbors;

/**
 * Edited nearest neighbours (Wilson 1972) in a cell. A search that ends between rows that are
 * equally far says nothing of those that it left out; such rows search each class on its own, since
 * within a class it does not matter which of them are found.
 */
final class EditedCell {

  private final CellRows rows;
  private final Neighborhood hood;
  private final VerdictRule rule;
  private final PointClasses classes;

  /** By point, of those that go: their neighbours. */
  private final Map<Integer, Reach> reaches = new HashMap<>();

  private @Nullable Neighbors near;

  EditedCell(CellRows rows, Neighborhood hood, VerdictRule rule, PointClasses classes) {
    this.rows = rows;
    this.hood = hood;
    this.rule = rule;
    this.classes = classes;
  }

  /** Whether the own rows of a point go, for the points at home. */
  boolean[] removed() {
    int[] judged = OwnRows.atHome(rows).points();
    boolean[] queries = new boolean[rows.points()];
    for (int point : judged) {
      queries[point] = true;
    }

    boolean[] all = new boolean[rows.points()];
    Arrays.fill(all, true);
    Neighbors found = hood.search(queries, all, rule.searched());
    near = found;
    boolean[] removed = new boolean[rows.points()];
    boolean[] open = new boolean[rows.points()];
    boolean anyOpen = false;
    for (int point : judged) {
      Tally tally = new Tally(point);
      boolean certain = tally.add(found);
      removed[point] = certain && judge(tally);
      open[point] = !certain;
      anyOpen |= !certain;
    }

    if (anyOpen) {
      settle(open, removed);
    }

    return removed;
  }

  private boolean judge(Tally tally) {
    boolean out = tally.isOut();
    if (out && rule.kind() == VerdictRule.Kind.NCR) {
      reaches.put(tally.point, new Reach(tally.reach, tally.last));
    }

    return out;
  }

  /**
   * Where the neighbours of a row are: all rows nearer than a distance, and those just as far of
   * some slots.
   */
  record Reach(double distance, BitSet last) {}

  /** The neighbours of the rows that go, by point. */
  Map<Integer, Reach> reaches() {
    return reaches;
  }

  /** The points that were found near others. */
  Neighbors near() {
    return Objects.requireNonNull(near);
  }

  private void settle(boolean[] open, boolean[] removed) {
    ClassSearch[] searches = new ClassSearch[classes.slots()];
    Arrays.setAll(searches, slot -> new ClassSearch(classes.points(slot), open));
    for (int point = 0; point < open.length; point++) {
      if (open[point]) {
        Tally tally = new Tally(point);
        tally.add(searches);
        removed[point] = judge(tally);
      }
    }
  }

  private double distance(int a, int b) {
    return hood.points().squaredDistance(a, b);
  }

  /**
   * The nearest points that have rows of a class. Points that have some themselves are searched
   * apart: there is one candidate less for them, and all queries of a search get the same number.
   */
  private final class ClassSearch {

    private final boolean[] candidates;
    private final @Nullable Neighbors within;
    private final @Nullable Neighbors beyond;

    ClassSearch(boolean[] candidates, boolean[] open) {
      this.candidates = candidates;
      this.within = search(open, true);
      this.beyond = search(open, false);
    }

    private @Nullable Neighbors search(boolean[] open, boolean inClass) {
      boolean[] queries = new boolean[open.length];
      boolean any = false;
      for (int point = 0; point < open.length; point++) {
        queries[point] = open[point] && candidates[point] == inClass;
        any |= queries[point];
      }

      return any ? hood.search(queries, candidates, rule.k()) : null;
    }

    /** The neighbour at a rank, or -1 if there are no more. */
    int id(int point, int rank) {
      Neighbors found = candidates[point] ? within : beyond;
      return found == null || rank >= found.k() ? -1 : found.id(point, rank);
    }
  }

  /** The neighbours of the rows of a point, by slot. */
  private final class Tally {

    private final int point;
    private final long[] counts = new long[classes.slots()];
    private final long[] level = new long[classes.slots()]; // rows that are equally far
    private long left = rule.k();
    private double reach;
    private BitSet last = new BitSet();

    Tally(int point) {
      this.point = point;
      classes.addTo(level, point);
      level[classes.ownSlot()]--; // the row itself
      take(0);
    }

    private void take(double distance) {
      reach = distance;
      last = new BitSet();
      for (int slot = 0; slot < level.length; slot++) {
        long more = Math.min(left, level[slot]);
        last.set(slot, more > 0);
        counts[slot] += more;
        left -= more;
      }

      Arrays.fill(level, 0);
    }

    /**
     * Adds points that were searched together; false if it cannot be told which are the nearest.
     */
    boolean add(Neighbors found) {
      boolean complete = found.k() == rows.points() - 1;
      int rank = 0;
      while (left > 0 && rank < found.k()) {
        double distance = distance(point, found.id(point, rank));
        while (rank < found.k() && distance(point, found.id(point, rank)) == distance) {
          classes.addTo(level, found.id(point, rank++));
        }

        if (rank == found.k() && !complete && !isOutAnyway()) {
          return false;
        }

        take(distance);
      }

      return true;
    }

    /** Whether a row of another class is among the neighbours, whatever the rest is. */
    private boolean isOutAnyway() {
      return rule.kind() == VerdictRule.Kind.ENN_ALL && counts[0] + level[0] > 0;
    }

    void add(ClassSearch[] searches) {
      int[] ranks = new int[searches.length];
      while (left > 0) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int slot = 0; slot < ranks.length; slot++) {
          nearest = Math.min(nearest, next(searches[slot], ranks[slot]));
        }

        if (nearest == Double.POSITIVE_INFINITY) {
          return; // a part of the rows was searched, and has no more
        }

        for (int slot = 0; slot < ranks.length; slot++) {
          while (next(searches[slot], ranks[slot]) == nearest) {
            level[slot] += rowsAt(searches[slot].id(point, ranks[slot]++), slot);
          }
        }

        take(nearest);
      }
    }

    private double next(ClassSearch search, int rank) {
      int id = search.id(point, rank);
      return id < 0 ? Double.POSITIVE_INFINITY : distance(point, id);
    }

    private long rowsAt(int other, int slot) {
      long[] found = new long[level.length];
      classes.addTo(found, other);
      return found[slot];
    }

    boolean isOut() {
      int best = 0;
      for (int slot = 1; slot < counts.length; slot++) {
        boolean more = counts[slot] > counts[best];
        boolean smaller = classes.classOf(slot) < classes.classOf(best);
        best = more || (counts[slot] == counts[best] && smaller) ? slot : best;
      }

      return rule.isByMode()
          ? best != classes.ownSlot()
          : counts[0] > 0; // other classes share a slot
    }
  }
}
