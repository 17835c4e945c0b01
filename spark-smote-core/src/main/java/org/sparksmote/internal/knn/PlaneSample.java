// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;

/** The rows on which directions are tried: some of a node's rows, their neighbours, their cells. */
final class PlaneSample {
  private static final int MAX_ROWS = 2048;
  private static final int CELLS = 64;
  private static final int LLOYD_STEPS = 4;
  private static final double REACH_SHARE = 0.8;
  private static final int MOST_NEIGHBORS = 8;

  /** Few rows tell the dimension at their own scale, which may be lower than at that of many. */
  private static final double LEAST_STRETCH = 0.5;

  private final double[][] rows;
  private final int[] partner; // a near neighbour
  private final double stretch; // how much farther than the partner the k-th true neighbour is
  private final int[] cellOf;
  private final double[][] cellMeans;
  private final int[] cellSizes;

  /**
   * Samples the rows of a node, at least two.
   *
   * @param fraction the share of the rows of the class that {@code all} are a sample of
   */
  PlaneSample(double[][] all, double fraction, int k, long key) {
    this.rows = subsample(all);
    DensePoints points = flatten(rows);
    Neighbors near = near(points);
    double thinning = all.length / (fraction * rows.length);
    int rank = (int) Math.max(1, Math.min(near.k(), Math.round(k / thinning)));
    this.partner = partners(near, rank);
    this.stretch = stretch(near, rows.length, rank, k, thinning);
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

  /** Where a row's k-th neighbour among all rows may be: towards a near one in the sample. */
  double[] neighbor(int row) {
    double[] at = rows[row].clone();
    for (int j = 0; j < at.length; j++) {
      at[j] += stretch * (rows[partner[row]][j] - at[j]);
    }

    return at;
  }

  /** How far apart along a direction near neighbours lie, for eight in ten of them. */
  double reachAlong(double[] direction) {
    double[] gaps = new double[rows.length];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = Math.abs(Plane.dot(direction, rows[i]) - Plane.dot(direction, rows[partner[i]]));
    }

    Arrays.sort(gaps);
    return stretch * gaps[(int) (gaps.length * REACH_SHARE)];
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

  private static Neighbors near(DensePoints points) {
    boolean[] every = new boolean[points.size()];
    Arrays.fill(every, true);
    return NeighborSearch.search(
        points, every, new SearchSettings(MOST_NEIGHBORS, 1, 512, Integer.MAX_VALUE, 0));
  }

  private int[] partners(Neighbors near, int rank) {
    int[] partners = new int[rows.length];
    for (int i = 0; i < partners.length; i++) {
      partners[i] = near.id(i, rank - 1);
    }

    return partners;
  }

  /**
   * Says how many times farther than neighbours of a rank in the sample the k-th neighbours among
   * all rows are. In D dimensions the logarithm of the distance to the r-th of n points is, on
   * average, (digamma(r) - log n) / D but for a constant, which also tells D (Levina and Bickel,
   * 2004).
   */
  private static double stretch(Neighbors near, int rows, int rank, int k, double thinning) {
    int last = near.k();
    double[] growths = new double[rows];
    for (int i = 0; i < rows; i++) {
      growths[i] = StrictMath.log(near.distance(i, last - 1) / near.distance(i, 0));
    }

    Arrays.sort(growths); // the middle one: rows that are all but identical say nothing
    double growth = growths[rows / 2];
    double dims = (harmonic(last - 1) - harmonic(0)) / growth;
    return last < 2 || !(dims < Double.MAX_VALUE)
        ? 1
        : Math.max(
            LEAST_STRETCH,
            StrictMath.exp(
                (harmonic(k - 1) - harmonic(rank - 1) - StrictMath.log(thinning)) / dims));
  }

  /** digamma(n + 1), but for a constant. */
  private static double harmonic(int n) {
    double sum = 0;
    for (int i = 1; i <= n; i++) {
      sum += 1.0 / i;
    }

    return sum;
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
