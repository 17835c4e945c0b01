// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.internal.knn;

import java.util.Arrays;

/** Approximate neighbours of a large bucket: brute force in the leaves of several random trees. */
final class ForestSearch {
  private static final int MARGIN = 1;
  private static final int SKETCH_FACTOR = 4;
  private static final double MOST_POINTS_PER_CANDIDATE = 16;

  /** Candidates per query from which on leaves grow, and how much at most. */
  private static final double MANY_PER_QUERY = 4;

  private static final double MOST_LEAF_GROWTH = 8;

  private final FloatImage image;
  private final Roles roles;
  private final int[] queries;
  private final int[] rankOfPoint;
  private final CandidateLists lists;
  private final int leafSize;
  private final int[] leaf;
  private final Tile tile;
  private final long[] byLimit;
  private final float[] limits;
  private final RowBlock block;
  private int mereQueries; // at the front of the leaf: queries that are no candidates

  private ForestSearch(FloatImage image, Roles roles, int listLength, int leafSize) {
    this.image = image;
    this.roles = roles;
    this.queries = roles.queries();
    this.rankOfPoint = Ids.ranks(queries, image.size);
    this.lists = new CandidateLists(queries.length, listLength);
    this.leafSize = leafSize;
    this.leaf = new int[leafSize];
    this.tile = new Tile(image, leafSize);
    this.byLimit = new long[leafSize];
    this.limits = new float[leafSize];
    this.block = new RowBlock(leafSize);
  }

  /**
   * Writes the k nearest found of every query, one row of {@code ids} each. Every point has a role.
   */
  static void search(
      Points points, Roles roles, int k, SearchSettings settings, int[] ids, double[] distances) {
    int wanted = points.exactImage() ? k + MARGIN : SKETCH_FACTOR * k + 16;
    int leafSize = leafSize(settings, roles, wanted);
    FloatImage image = FloatImage.of(points);
    CellTree.Cells first = CellTree.grow(image, roles, leafSize, Keyed.child(settings.seed(), 0));
    int[] order = first.ids();
    ForestSearch forest = new ForestSearch(image.inOrder(order), roles.at(order), wanted, leafSize);
    forest.searchCells(new CellTree.Cells(Ids.upTo(order.length), first.ends()));
    forest.growOn(settings, k);
    forest.complete(k);
    forest.rank(points, Ids.ranks(roles.queries(), order.length), order, k, ids, distances);
  }

  /**
   * A leaf holds as many candidates as asked, so where they are few it holds more points. Where
   * queries are few, looking through a leaf costs less than growing the tree: larger leaves find
   * more for the same work.
   */
  private static int leafSize(SearchSettings settings, Roles roles, int wanted) {
    double share = (double) roles.candidates().length / roles.isCandidate().length;
    double perQuery = (double) roles.candidates().length / roles.queries().length;
    double larger = Math.max(1, Math.min(MOST_LEAF_GROWTH, perQuery / MANY_PER_QUERY));
    double points = settings.leafSize() * Math.min(MOST_POINTS_PER_CANDIDATE, 1 / share) * larger;
    return Math.max((int) points, 2 * (wanted + 1));
  }

  private void growOn(SearchSettings settings, int k) {
    if (settings.trees() == 1) {
      return;
    }

    QualityGate gate = new QualityGate(image, roles, k, settings.target());
    for (int tree = 1; tree < settings.trees() && !gate.isPassedBy(lists); tree++) {
      searchCells(CellTree.grow(image, roles, leafSize, Keyed.child(settings.seed(), tree)));
    }
  }

  /** Compares the queries that met too few candidates in their leaves with all candidates. */
  private void complete(int k) {
    int[] open = Ids.where(queries.length, q -> lists.id(q, k - 1) < 0);
    if (open.length == 0) {
      return;
    }

    int[] points = new int[open.length];
    Arrays.setAll(points, i -> queries[open[i]]);
    CandidateLists found = FullScan.nearest(image, points, roles.candidates(), lists.length);
    for (int i = 0; i < open.length; i++) {
      for (int rank = 0; rank < lists.length && found.id(i, rank) >= 0; rank++) {
        if (found.distance(i, rank) < lists.limit(open[i])) {
          lists.offer(open[i], found.id(i, rank), found.distance(i, rank));
        }
      }
    }
  }

  private void searchCells(CellTree.Cells cells) {
    int from = 0;
    for (int to : cells.ends()) {
      searchLeaf(cells.ids(), from, to - from);
      from = to;
    }
  }

  /**
   * Computes every pair of a leaf once and offers it to both sides. A leaf without queries or
   * without candidates is passed over; it may be longer than others.
   */
  private void searchLeaf(int[] ids, int from, int size) {
    int queries = countQueries(ids, from, size);
    if (queries == 0 || mereQueries == size) {
      return;
    }

    queriesFirst(ids, from, size);
    tile.load(leaf, 0, size);
    loadLimits(queries, size);
    for (int q = 0; q < queries; q += RowBlock.ROWS) {
      int next = q + RowBlock.ROWS;
      int others = next <= mereQueries ? mereQueries : q;
      for (int r = 0; r < RowBlock.ROWS; r++) {
        block.row(r, Math.min(q + r, size - 1), image.dims);
      }

      block.measure(tile, others, size, tile.rows);
      collectInside(q, Math.min(next, size));
      collectBeyond(q, Math.max(next, others), size);
    }
  }

  /** A candidate that is no query accepts nothing: no distance is below its limit. */
  private void loadLimits(int queries, int size) {
    for (int i = 0; i < queries; i++) {
      limits[i] = lists.limit(rankOfPoint[leaf[i]]);
    }

    Arrays.fill(limits, queries, size, -1f);
  }

  /** Offers the pairs among the four rows themselves. */
  private void collectInside(int from, int to) {
    for (int a = from; a < to; a++) {
      for (int b = a + 1; b < to; b++) {
        offerBoth(a, b, block.distances(a - from)[b]);
      }
    }
  }

  /** Offers the pairs of the four rows and the points from {@code others} on. */
  private void collectBeyond(int from, int others, int size) {
    float[] smallest = block.smallest();
    int to = Math.min(from + RowBlock.ROWS, size);
    float widest = widestLimit(from, to);
    for (int i = others; i < size; i++) {
      float distance = smallest[i];
      if (distance < widest || distance < limits[i]) {
        for (int r = 0; r < RowBlock.ROWS; r++) {
          offerBoth(from + r, i, block.distances(r)[i]);
        }

        widest = widestLimit(from, to);
      }
    }
  }

  private float widestLimit(int from, int to) {
    float widest = limits[from];
    for (int i = from + 1; i < to; i++) {
      widest = Math.max(widest, limits[i]);
    }

    return widest;
  }

  private void offerBoth(int a, int b, float distance) {
    offer(a, b, distance);
    offer(b, a, distance);
  }

  private void offer(int to, int candidate, float distance) {
    if (distance < limits[to] && candidate >= mereQueries) {
      int row = rankOfPoint[leaf[to]];
      lists.offer(row, leaf[candidate], distance);
      limits[to] = lists.limit(row);
    }
  }

  private int countQueries(int[] ids, int from, int size) {
    int count = 0;
    mereQueries = 0;
    for (int i = from; i < from + size; i++) {
      count += roles.isQuery()[ids[i]] ? 1 : 0;
      mereQueries += roles.isCandidate()[ids[i]] ? 0 : 1;
    }

    return count;
  }

  /**
   * Puts mere queries first and mere candidates last, and queries with near neighbours before those
   * without: rows of one block then have like limits, and few candidates pass the widest of them in
   * vain.
   */
  private void queriesFirst(int[] ids, int from, int size) {
    int front = 0;
    int back = size;
    for (int i = from; i < from + size; i++) {
      int row = rankOfPoint[ids[i]];
      if (row < 0) {
        leaf[--back] = ids[i];
      } else {
        long limit = Float.floatToRawIntBits(lists.limit(row));
        long first = roles.isCandidate()[ids[i]] ? 0 : Long.MIN_VALUE;
        byLimit[front++] = first | limit << 32 | ids[i];
      }
    }

    Arrays.sort(byLimit, 0, front);
    for (int i = 0; i < front; i++) {
      leaf[i] = (int) byLimit[i];
    }
  }

  /** Ranks the lists by true distance, in the caller's order of points. */
  private void rank(Points points, int[] rowOf, int[] order, int k, int[] ids, double[] distances) {
    NearestSet nearest = new NearestSet(k);
    for (int q = 0; q < queries.length; q++) {
      int query = order[queries[q]];
      nearest.clear();
      for (int rank = 0; rank < lists.length && lists.id(q, rank) >= 0; rank++) {
        int id = order[lists.id(q, rank)];
        nearest.offer(id, points.squaredDistance(query, id));
      }

      nearest.copyTo(ids, distances, rowOf[query] * k);
    }
  }
}
