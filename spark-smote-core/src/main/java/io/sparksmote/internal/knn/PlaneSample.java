// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.internal.knn;

import java.util.Arrays;

/** The rows on which directions are tried: some of a node's rows, their neighbours, their cells. */
final class PlaneSample {
  private static final int MAX_ROWS = 2048;
  private static final int CELLS = 64;
  private static final int LLOYD_STEPS = 4;
  private static final double REACH_SHARE = 0.9;

  private final double[][] rows;
  private final int[] partner;
  private final int[] cellOf;
  private final double[][] cellMeans;
  private final int[] cellSizes;

  PlaneSample(double[][] all, int k, long key) {
    this.rows = subsample(all);
    DensePoints points = flatten(rows);
    this.partner = partners(points, (double) k / all.length);
    this.cellOf = new int[rows.length];
    int cells = Math.min(CELLS, rows.length);
    int each = rows.length / cells;
    int[] ids = Ids.upTo(rows.length);
    KMeans means =
        KMeans.fit(FloatImage.of(points), ids, 0, ids.length, cells, each, LLOYD_STEPS, key);
    means.assign(ids, 0, ids.length, cellOf);
    this.cellMeans = new double[cells][rows[0].length];
    this.cellSizes = new int[cells];
    averageCells();
  }

  double[][] rows() {
    return rows;
  }

  int cell(int row) {
    return cellOf[row];
  }

  /** Tells which cells lie above a direction's plane when whole cells are shared out. */
  boolean[] upperCells(double[] direction, double share) {
    double[] at = new double[cellMeans.length];
    for (int c = 0; c < at.length; c++) {
      at[c] = Plane.dot(direction, cellMeans[c]);
    }

    boolean[] upper = new boolean[at.length];
    for (int c = 0; c < at.length; c++) {
      int below = cellSizes[c] / 2;
      for (int other = 0; other < at.length; other++) {
        below += at[other] < at[c] ? cellSizes[other] : 0;
      }

      upper[c] = below >= share * rows.length;
    }

    return upper;
  }

  /** How far apart along a direction near neighbours lie, for nine in ten of them. */
  double reachAlong(double[] direction) {
    double[] gaps = new double[rows.length];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = Math.abs(Plane.dot(direction, rows[i]) - Plane.dot(direction, rows[partner[i]]));
    }

    Arrays.sort(gaps);
    return gaps[(int) (gaps.length * REACH_SHARE)];
  }

  /** Returns the mean squared length of a row. */
  double meanSquare() {
    double sum = 0;
    for (double[] row : rows) {
      sum += Plane.dot(row, row);
    }

    return sum / rows.length;
  }

  private void averageCells() {
    for (int i = 0; i < rows.length; i++) {
      cellSizes[cellOf[i]]++;
      for (int j = 0; j < rows[i].length; j++) {
        cellMeans[cellOf[i]][j] += rows[i][j];
      }
    }

    for (int c = 0; c < cellMeans.length; c++) {
      for (int j = 0; j < cellMeans[c].length; j++) {
        cellMeans[c][j] /= Math.max(1, cellSizes[c]);
      }
    }
  }

  /**
   * Returns for each row a neighbour as far as the k-th among all rows, or farther: of a thinned
   * sample that is a neighbour of lower rank.
   */
  private static int[] partners(DensePoints points, double neighborsPerRow) {
    boolean[] every = new boolean[points.size()];
    Arrays.fill(every, true);
    int rank = (int) Math.ceil(neighborsPerRow * points.size());
    Neighbors found =
        NeighborSearch.search(
            points, every, new SearchSettings(Math.max(1, rank), 1, 512, Integer.MAX_VALUE, 0));
    int[] partners = new int[every.length];
    for (int i = 0; i < partners.length; i++) {
      partners[i] = found.id(i, found.k() - 1);
    }

    return partners;
  }

  private static double[][] subsample(double[][] all) {
    int count = Math.min(MAX_ROWS, all.length);
    double[][] rows = new double[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = all[(int) ((long) all.length * i / count)];
    }

    return rows;
  }

  private static DensePoints flatten(double[][] rows) {
    int dims = rows[0].length;
    double[] values = new double[rows.length * dims];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, values, i * dims, dims);
    }

    return DensePoints.of(values, rows.length, dims);
  }
}
