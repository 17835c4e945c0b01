// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;

/**
 * The points of one tree, leaf after leaf, each leaf as columns. A point has a slot, counted over
 * all leaves.
 *
 * <p>In a leaf mere queries come first, then points that are candidates too, then mere candidates:
 * queries are one stretch of slots, and so are candidates, and each pair of a query and a candidate
 * is met once when a query meets the candidates after it.
 */
final class Leaves {
  final int count;

  /** The mean of the points of each leaf, row by row. */
  final float[] centers;

  private final FloatImage image;
  private final int[] pointOf; // per slot
  private final int[] leafOf; // per point
  private final int[] starts; // per leaf: first slot
  private final int[] candidateStarts;
  private final int[] queryEnds;
  private final int[] ends;
  private final Columns[] columns; // per leaf

  Leaves(FloatImage image, Roles roles, CellTree.Cells cells) {
    this.image = image;
    this.count = cells.ends().length;
    this.starts = new int[count];
    this.candidateStarts = new int[count];
    this.queryEnds = new int[count];
    this.ends = new int[count];
    this.leafOf = new int[image.size];
    this.centers = new float[count * image.dims];
    this.pointOf = place(cells, roles);
    this.columns = new Columns[count];
    fillColumns();
  }

  private int[] place(CellTree.Cells cells, Roles roles) {
    int from = 0;
    int[] placed = new int[cells.ids().length];
    for (int leaf = 0; leaf < count; leaf++) {
      placeLeaf(leaf, cells.ids(), from, cells.ends()[leaf], roles, placed);
      from = cells.ends()[leaf];
    }

    return placed;
  }

  private void placeLeaf(int leaf, int[] ids, int from, int to, Roles roles, int[] placed) {
    int slot = from;
    starts[leaf] = from;
    for (int role = 0; role < 3; role++) {
      for (int i = from; i < to; i++) {
        if (roles.place(ids[i]) == role) {
          leafOf[ids[i]] = leaf;
          placed[slot++] = ids[i];
        }
      }

      candidateStarts[leaf] = role == 0 ? slot : candidateStarts[leaf];
      queryEnds[leaf] = role == 1 ? slot : queryEnds[leaf];
    }

    ends[leaf] = slot;
  }

  private void fillColumns() {
    int dims = image.dims;
    double[] sums = new double[dims];
    for (int leaf = 0; leaf < count; leaf++) {
      Arrays.fill(sums, 0);
      Columns ofLeaf = Columns.of(ends[leaf] - starts[leaf], dims);
      columns[leaf] = ofLeaf;
      for (int slot = starts[leaf]; slot < ends[leaf]; slot++) {
        int at = pointOf[slot] * dims;
        ofLeaf.put(slot - starts[leaf], image.rows, at);
        for (int j = 0; j < dims; j++) {
          sums[j] += image.rows[at + j];
        }
      }

      for (int j = 0; j < dims; j++) {
        centers[leaf * dims + j] = (float) (sums[j] / (ends[leaf] - starts[leaf]));
      }
    }
  }

  int slots() {
    return pointOf.length;
  }

  int point(int slot) {
    return pointOf[slot];
  }

  /** The points of a leaf; its first slot is slot 0 of the columns. */
  Columns columns(int leaf) {
    return columns[leaf];
  }

  /** The leaf of a point. */
  int leaf(int point) {
    return leafOf[point];
  }

  /** The first slot of a leaf; its first query, if it has one. */
  int start(int leaf) {
    return starts[leaf];
  }

  /** The first slot of a candidate. */
  int candidateStart(int leaf) {
    return candidateStarts[leaf];
  }

  /** One past the last slot of a query. */
  int queryEnd(int leaf) {
    return queryEnds[leaf];
  }

  /** One past the last slot; the last candidate, if there is one, is before it. */
  int end(int leaf) {
    return ends[leaf];
  }

  int candidates(int leaf) {
    return ends[leaf] - candidateStarts[leaf];
  }

  /** The most points that a leaf has. */
  int mostPoints() {
    int most = 0;
    for (int leaf = 0; leaf < count; leaf++) {
      most = Math.max(most, ends[leaf] - starts[leaf]);
    }

    return most;
  }

  /** The squared distance of a point from the centre of a leaf. */
  float fromCenter(int point, int leaf) {
    float sum = 0;
    for (int j = 0, at = point * image.dims, c = leaf * image.dims; j < image.dims; j++) {
      float t = centers[c + j] - image.rows[at + j];
      sum = Math.fma(t, t, sum);
    }

    return sum;
  }

  /** The squared distance between the centres of two leaves. */
  float betweenCenters(int a, int b) {
    float sum = 0;
    for (int j = 0, atA = a * image.dims, atB = b * image.dims; j < image.dims; j++) {
      float t = centers[atA + j] - centers[atB + j];
      sum = Math.fma(t, t, sum);
    }

    return sum;
  }
}
