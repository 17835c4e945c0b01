// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.internal.knn;

import java.util.Arrays;

/** Approximate neighbours of a large bucket: brute force in the leaves of several random trees. */
final class ForestSearch {
  private static final int MARGIN = 1;
  private static final int SKETCH_FACTOR = 4;

  private final FloatImage image;
  private final int[] rankOfQuery;
  private final CandidateLists lists;
  private final int[] leaf;
  private final float[][] columns;
  private final float[] outA;
  private final float[] outB;

  private ForestSearch(Points points, int[] queries, int listLength, int leafSize) {
    this.image = FloatImage.of(points);
    this.rankOfQuery = new int[points.size()];
    this.lists = new CandidateLists(queries.length, listLength);
    this.leaf = new int[leafSize];
    this.columns = new float[points.dims()][leafSize];
    this.outA = new float[leafSize];
    this.outB = new float[leafSize];
    Arrays.fill(rankOfQuery, -1);
    for (int q = 0; q < queries.length; q++) {
      rankOfQuery[queries[q]] = q;
    }
  }

  /** Writes the k nearest found of every query, one row of {@code ids} each. */
  static void search(
      Points points,
      int[] queries,
      int k,
      SearchSettings settings,
      int[] ids,
      double[] distances) {
    int wanted = points.exactImage() ? k + MARGIN : SKETCH_FACTOR * k + 16;
    int leafSize = Math.max(settings.leafSize(), 2 * (wanted + 1));
    ForestSearch forest = new ForestSearch(points, queries, wanted, leafSize);
    for (int tree = 0; tree < settings.trees(); tree++) {
      forest.searchTree(leafSize, Keyed.child(settings.seed(), tree));
    }

    forest.rank(points, queries, k, ids, distances);
  }

  private void searchTree(int leafSize, long key) {
    CellTree.Cells cells = CellTree.grow(image, leafSize, key);
    int from = 0;
    for (int to : cells.ends()) {
      searchLeaf(cells.ids(), from, to - from);
      from = to;
    }
  }

  private void searchLeaf(int[] ids, int from, int size) {
    int queries = queriesFirst(ids, from, size);
    image.copyToColumns(leaf, 0, size, columns);
    for (int q = 0; q < queries; q += 2) {
      int other = Math.min(q + 1, queries - 1);
      DistanceKernel.pair(
          columns,
          size,
          image.rows,
          leaf[q] * image.dims,
          leaf[other] * image.dims,
          outA,
          outB);
      collect(q, outA, size);
      collect(other, outB, size);
    }
  }

  private int queriesFirst(int[] ids, int from, int size) {
    int front = 0;
    int back = size;
    for (int i = from; i < from + size; i++) {
      int at = rankOfQuery[ids[i]] >= 0 ? front++ : --back;
      leaf[at] = ids[i];
    }

    return front;
  }

  private void collect(int q, float[] found, int size) {
    int row = rankOfQuery[leaf[q]];
    float limit = lists.limit(row);
    found[q] = Float.POSITIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      if (found[i] < limit) {
        lists.offer(row, leaf[i], found[i]);
        limit = lists.limit(row);
      }
    }
  }

  private void rank(Points points, int[] queries, int k, int[] ids, double[] distances) {
    NearestSet nearest = new NearestSet(k);
    for (int q = 0; q < queries.length; q++) {
      nearest.clear();
      for (int rank = 0; rank < lists.length && lists.id(q, rank) >= 0; rank++) {
        int id = lists.id(q, rank);
        nearest.offer(id, points.squaredDistance(queries[q], id));
      }

      nearest.copyTo(ids, distances, q * k);
    }
  }
}
