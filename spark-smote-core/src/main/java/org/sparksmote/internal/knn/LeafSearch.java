// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;

/**
 * Searches the leaves of one tree: each by itself, and then, for every point, the leaves whose
 * border it lies near to. Every pair that is measured is offered to both sides, so that a neighbour
 * is found if either of the two looked.
 *
 * <p>Leaves are worked off in groups of neighbours, whose points look into the same leaves: those
 * are then read once for many points.
 */
final class LeafSearch {

  /** Points per group: their rows fit the second cache of a core. */
  private static final int GROUP_POINTS = 2048;

  private final Leaves leaves;
  private final CandidateLists lists;
  private final int[] rankOfPoint;
  private final int dims;
  private final float[] limits; // per slot; nobody is nearer than the -1 of those that do not ask
  private final RowBlock found;
  private final LeafOrder order;
  private final LeafGroup group;
  private final Interruption interruption;

  LeafSearch(
      FloatImage image,
      Leaves leaves,
      CandidateLists lists,
      int[] rankOfPoint,
      Interruption interruption) {
    this.leaves = leaves;
    this.lists = lists;
    this.rankOfPoint = rankOfPoint;
    this.dims = image.dims;
    this.found = new RowBlock(leaves.mostPoints());
    this.order = new LeafOrder(leaves, dims);
    this.group = new LeafGroup(image, leaves);
    this.limits = limits();
    this.interruption = interruption;
  }

  private float[] limits() {
    float[] ofSlots = new float[leaves.slots()];
    Arrays.fill(ofSlots, -1f);
    for (int leaf = 0; leaf < leaves.count; leaf++) {
      for (int slot = leaves.start(leaf); slot < leaves.queryEnd(leaf); slot++) {
        ofSlots[slot] = lists.limit(rankOfPoint[leaves.point(slot)]);
      }
    }

    return ofSlots;
  }

  /** Compares the queries of each leaf with its candidates, so that all lists are full. */
  void searchHomes() {
    for (int leaf = 0; leaf < leaves.count; leaf++) {
      interruption.check();
      group.clear();
      group.add(leaf, leaves.start(leaf), leaves.queryEnd(leaf));
      searchHome(leaf);
      fillUp(leaf);
    }
  }

  /**
   * Compares every point with the leaves whose border is nearer than {@code share} times its reach:
   * queries with the candidates there, mere candidates with the queries there. If only queries
   * looked, neighbours that look themselves would be found more often than those that do not.
   *
   * @param reach per point: the distance to the farthest neighbour known, or that of points nearby
   */
  void searchAround(float[] reach, float share) {
    searchAround(reach, share, true);
    searchAround(reach, share, false);
  }

  private void searchAround(float[] reach, float share, boolean asking) {
    Surroundings surroundings = new Surroundings(leaves, order, dims);
    Probes probes = new Probes(leaves.count);
    int leaf = 0;
    while (leaf < leaves.count) {
      interruption.check();
      probes.clear();
      group.clear();
      while (leaf < leaves.count && group.size() < GROUP_POINTS) {
        int middle = leaves.queryEnd(leaf);
        int first =
            asking
                ? group.add(leaf, leaves.start(leaf), middle)
                : group.add(leaf, middle, leaves.end(leaf));
        surroundings.note(leaf, group, first, reach, share, probes);
        leaf++;
      }

      probes.sort();
      for (int i = 0; i < probes.leaves(); i++) {
        int other = probes.leaf(i);
        int from = asking ? leaves.candidateStart(other) : leaves.start(other);
        int to = asking ? leaves.end(other) : leaves.queryEnd(other);
        compare(probes.points(), probes.start(other), probes.end(other), other, from, to);
      }
    }
  }

  /** Every pair of the leaf once: a query meets the candidates after it. */
  private void searchHome(int leaf) {
    int size = group.size();
    int start = leaves.start(leaf);
    int firstCandidate = leaves.candidateStart(leaf) - start;
    int to = leaves.end(leaf) - start;
    Columns columns = leaves.columns(leaf);
    for (int i = 0; i < size; i += RowBlock.ROWS) {
      int end = Math.min(i + RowBlock.ROWS, size);
      int from = Math.max(i + 1, firstCandidate);
      if (from < to) {
        found.rows(i, end, dims);
        columns.near(from, to, group.rows, limits, start, widest(i, end), found);
        for (int hit = 0; hit < found.hitCount; hit++) {
          offerAtHome(start + found.hits[hit], i, end);
        }
      }
    }
  }

  private float widest(int from, int to) {
    float widest = -1;
    for (int place = from; place < to; place++) {
      widest = Math.max(widest, limits[group.slot(place)]);
    }

    return widest;
  }

  private void offerAtHome(int candidate, int from, int to) {
    int hit = candidate - group.slot(0);
    for (int place = from; place < to; place++) {
      if (candidate > group.slot(place)) {
        offerBoth(place, candidate, found.distances(place - from)[hit]);
      }
    }
  }

  /** Where a leaf has too few candidates, lets its queries meet those of the nearest leaves. */
  private void fillUp(int leaf) {
    int size = group.size();
    int candidates = leaves.candidates(leaf) - 1;
    if (candidates >= lists.length || size == 0) {
      return;
    }

    order.around(leaf);
    int[] all = Ids.upTo(size);
    for (int rank = 1; rank < leaves.count && candidates < lists.length; rank++) {
      int other = order.leaf(rank);
      candidates += leaves.candidates(other);
      compare(all, 0, size, other, leaves.candidateStart(other), leaves.end(other));
    }
  }

  /** Compares points of the group with those of a leaf in some slots. */
  private void compare(int[] places, int first, int last, int other, int fromSlot, int toSlot) {
    int start = leaves.start(other);
    Columns columns = leaves.columns(other);
    int from = fromSlot - start;
    int to = toSlot - start;
    for (int i = first; i < last && from < to; i += RowBlock.ROWS) {
      int end = Math.min(i + RowBlock.ROWS, last);
      found.rows(places, i, end, dims);
      float widest = -1;
      for (int p = i; p < end; p++) {
        widest = Math.max(widest, limits[group.slot(places[p])]);
      }

      columns.near(from, to, group.rows, limits, start, widest, found);
      for (int h = 0; h < found.hitCount; h++) {
        int hit = found.hits[h];
        for (int p = i; p < end; p++) {
          offerBoth(places[p], start + hit, found.distances(p - i)[hit]);
        }
      }
    }
  }

  /** A point of the group and one in a slot: each may ask for the other. */
  private void offerBoth(int place, int other, float distance) {
    int own = group.slot(place);
    if (distance <= limits[own]) {
      offer(own, other, distance);
    }

    if (distance <= limits[other] && group.isCandidate(place)) {
      offer(other, own, distance);
    }
  }

  private void offer(int to, int slot, float distance) {
    int row = rankOfPoint[leaves.point(to)];
    lists.offer(row, leaves.point(slot), distance);
    limits[to] = lists.limit(row);
  }
}
