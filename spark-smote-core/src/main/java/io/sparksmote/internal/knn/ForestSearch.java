// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.internal.knn;

import java.util.Arrays;

/** Approximate neighbours of a large bucket: brute force in the leaves of several random trees. */
final class ForestSearch {
  private static final int MARGIN = 1;
  private static final int SKETCH_FACTOR = 4;

  private final FloatImage image;
  private final int[] queries;
  private final int[] rankOfPoint;
  private final CandidateLists lists;
  private final int[] leaf;
  private final Tile tile;
  private final long[] byLimit;
  private final float[] limits;
  private final RowBlock block;

  private ForestSearch(FloatImage image, boolean[] isQuery, int listLength, int leafSize) {
    this.image = image;
    this.queries = Ids.where(isQuery);
    this.rankOfPoint = Ids.ranks(queries, image.size);
    this.lists = new CandidateLists(queries.length, listLength);
    this.leaf = new int[leafSize];
    this.tile = new Tile(image, leafSize);
    this.byLimit = new long[leafSize];
    this.limits = new float[leafSize];
    this.block = new RowBlock(leafSize);
  }

  /** Writes the k nearest found of every query, one row of {@code ids} each. */
  static void search(
      Points points,
      boolean[] isQuery,
      int k,
      SearchSettings settings,
      int[] ids,
      double[] distances) {
    int wanted = points.exactImage() ? k + MARGIN : SKETCH_FACTOR * k + 16;
    int leafSize = Math.max(settings.leafSize(), 2 * (wanted + 1));
    FloatImage image = FloatImage.of(points);
    CellTree.Cells first = CellTree.grow(image, leafSize, Keyed.child(settings.seed(), 0));
    int[] order = first.ids();
    boolean[] marks = new boolean[order.length];
    for (int i = 0; i < order.length; i++) {
      marks[i] = isQuery[order[i]];
    }

    ForestSearch forest = new ForestSearch(image.inOrder(order), marks, wanted, leafSize);
    forest.searchCells(new CellTree.Cells(Ids.upTo(order.length), first.ends()));
    forest.growOn(settings, leafSize, k);
    forest.rank(points, Ids.ranks(Ids.where(isQuery), order.length), order, k, ids, distances);
  }

  private void growOn(SearchSettings settings, int leafSize, int k) {
    if (settings.trees() == 1) {
      return;
    }

    QualityGate gate = new QualityGate(image, queries, k);
    for (int tree = 1; tree < settings.trees() && !gate.isPassedBy(lists); tree++) {
      searchCells(CellTree.grow(image, leafSize, Keyed.child(settings.seed(), tree)));
    }
  }

  private void searchCells(CellTree.Cells cells) {
    int from = 0;
    for (int to : cells.ends()) {
      searchLeaf(cells.ids(), from, to - from);
      from = to;
    }
  }

  /** Computes every pair of a leaf once and offers it to both sides. */
  private void searchLeaf(int[] ids, int from, int size) {
    int queries = queriesFirst(ids, from, size);
    tile.load(leaf, 0, size);
    loadLimits(queries, size);
    for (int q = 0; q < queries; q += RowBlock.ROWS) {
      for (int r = 0; r < RowBlock.ROWS; r++) {
        block.row(r, Math.min(q + r, size - 1), image.dims);
      }

      block.measure(tile, q, size, tile.rows);
      collectInside(q, Math.min(q + RowBlock.ROWS, size));
      collectBeyond(q, q + RowBlock.ROWS, size);
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

  private void collectBeyond(int from, int to, int size) {
    float[] smallest = block.smallest();
    float widest = widestLimit(from, Math.min(to, size));
    for (int i = to; i < size; i++) {
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
    if (distance < limits[to]) {
      int row = rankOfPoint[leaf[to]];
      lists.offer(row, leaf[candidate], distance);
      limits[to] = lists.limit(row);
    }
  }

  /**
   * Puts queries before mere candidates, and those with near neighbours before those without: rows
   * of one block then have like limits, and few candidates pass the widest of them in vain.
   */
  private int queriesFirst(int[] ids, int from, int size) {
    int front = 0;
    int back = size;
    for (int i = from; i < from + size; i++) {
      int row = rankOfPoint[ids[i]];
      if (row < 0) {
        leaf[--back] = ids[i];
      } else {
        long limit = Float.floatToRawIntBits(lists.limit(row));
        byLimit[front++] = limit << 32 | ids[i];
      }
    }

    Arrays.sort(byLimit, 0, front);
    for (int i = 0; i < front; i++) {
      leaf[i] = (int) byLimit[i];
    }

    return front;
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
