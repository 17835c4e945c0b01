// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparksmote.internal.knn.Clusters;
import org.sparksmote.internal.knn.DensePoints;
import org.sparksmote.internal.knn.NeighborSearch;
import org.sparksmote.internal.knn.Neighbors;
import org.sparksmote.internal.knn.SearchSettings;

/**
 * Balls outside of which no row can be among the nearest of a class: rows of other classes that lie
 * in none need not travel. Each ball holds a cluster of the class's sampled rows together with the
 * reach of each of them, the distance to its m-th nearest row of the sample. A sample has fewer
 * rows, so its reach is larger than the true one.
 */
final class EnemyCover implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int BALLS = 64;

  private final double[][] centers; // per feature those of all balls: side by side they are fast
  private final double[] squaredRadii;

  private EnemyCover(double[][] centers, double[] squaredRadii) {
    this.centers = centers;
    this.squaredRadii = squaredRadii;
  }

  /** The cover as it travels from the executor that learned it. */
  Row toRow() {
    return RowFactory.create(centers, squaredRadii);
  }

  /** The cover that travelled as a Row. */
  static EnemyCover of(Row row) {
    return new EnemyCover(row.getAs(0), row.getAs(1));
  }

  /**
   * Learns the balls.
   *
   * @param own images of sampled rows of the class, in an order that does not depend on partitions
   * @param others images of other sampled rows
   * @param m how many nearest rows will be asked for
   */
  static EnemyCover learn(List<double[]> own, List<double[]> others, int m, long seed) {
    DensePoints points = points(own, others);
    boolean[] isOwn = new boolean[points.size()];
    Arrays.fill(isOwn, 0, own.size(), true);
    Neighbors near =
        NeighborSearch.search(
            points,
            isOwn,
            new SearchSettings(m, 1, 512, Integer.MAX_VALUE, seed)
                .withInterruption(TaskInterruption.here()));
    int[] ballOf = Clusters.assign(points, isOwn, BALLS, seed);
    int balls = 1 + Arrays.stream(ballOf).max().orElse(0);
    double[][] centers = centers(own, ballOf, balls);
    double[] radii = new double[balls];
    for (int i = 0; i < own.size(); i++) {
      double reach = near.k() < m ? Double.POSITIVE_INFINITY : near.distance(i, m - 1);
      double distance = Math.sqrt(squaredDistance(own.get(i), centers[ballOf[i]]));
      radii[ballOf[i]] = Math.max(radii[ballOf[i]], distance + reach);
    }

    double[] squared = Arrays.stream(radii).map(radius -> radius * radius).toArray();
    return new EnemyCover(transposed(centers), squared);
  }

  private static double[][] transposed(double[][] balls) {
    double[][] columns = new double[balls[0].length][balls.length];
    for (int ball = 0; ball < balls.length; ball++) {
      for (int j = 0; j < columns.length; j++) {
        columns[j][ball] = balls[ball][j];
      }
    }

    return columns;
  }

  private static DensePoints points(List<double[]> own, List<double[]> others) {
    int dims = own.get(0).length;
    double[] values = new double[(own.size() + others.size()) * dims];
    int at = 0;
    for (List<double[]> rows : List.of(own, others)) {
      for (double[] row : rows) {
        System.arraycopy(row, 0, values, at, dims);
        at += dims;
      }
    }

    return DensePoints.of(values, own.size() + others.size(), dims);
  }

  private static double[][] centers(List<double[]> own, int[] ballOf, int balls) {
    double[][] centers = new double[balls][own.get(0).length];
    int[] sizes = new int[balls];
    for (int i = 0; i < own.size(); i++) {
      sizes[ballOf[i]]++;
    }

    for (int i = 0; i < own.size(); i++) {
      for (int j = 0; j < own.get(i).length; j++) {
        centers[ballOf[i]][j] += own.get(i)[j] / sizes[ballOf[i]];
      }
    }

    return centers;
  }

  /** Whether a row lies in a ball. */
  boolean contains(double[] image) {
    double[] distances = new double[squaredRadii.length];
    for (int j = 0; j < centers.length; j++) {
      addSquares(image[j], centers[j], distances);
    }

    for (int ball = 0; ball < distances.length; ball++) {
      if (distances[ball] <= squaredRadii[ball]) {
        return true;
      }
    }

    return false;
  }

  private static void addSquares(double value, double[] of, double[] sums) {
    for (int i = 0; i < sums.length; i++) {
      double difference = value - of[i];
      sums[i] += difference * difference;
    }
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }

    return sum;
  }
}
