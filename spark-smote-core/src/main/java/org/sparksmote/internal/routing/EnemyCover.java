// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparksmote.internal.knn.Clusters;
import org.sparksmote.internal.knn.DensePoints;

/**
 * Balls outside of which no row can be among the m nearest of any row of a class: rows of other
 * classes that lie in none need not travel.
 *
 * <p>Of every centre it is known how far away m + 1 rows of a sample are. A row at a distance d has
 * m other rows within d more than that, so its m nearest are within twice d more of the centre. The
 * sample proposes how large the balls are; that they are large enough for every row of the class is
 * seen when all of them are counted.
 */
final class EnemyCover implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int BALLS = 64;

  /** How much farther from a centre than those of the sample other rows may be. */
  private static final double ROOM = 1.5;

  /** Above what sums of squares lose by rounding. */
  private static final double ROUNDING = 1 + 1e-9;

  private final double[][] centers; // per feature those of all balls: side by side they are fast
  private final double[] crowds; // per ball: within which m + 1 rows are
  private final double[] radii;

  private EnemyCover(double[][] centers, double[] crowds, double[] radii) {
    this.centers = centers;
    this.crowds = crowds;
    this.radii = radii;
  }

  /** The cover as it travels from the executor that learned it. */
  Row toRow() {
    return RowFactory.create(centers, crowds, radii);
  }

  /** The cover that travelled as a Row. */
  static EnemyCover of(Row row) {
    return new EnemyCover(row.getAs(0), row.getAs(1), row.getAs(2));
  }

  /**
   * Learns the balls.
   *
   * @param own images of sampled rows of the class, in an order that does not depend on partitions
   * @param others images of other sampled rows
   * @param m how many nearest rows will be asked for
   */
  static EnemyCover learn(List<double[]> own, List<double[]> others, int m, long seed) {
    boolean[] all = new boolean[own.size()];
    Arrays.fill(all, true);
    int[] ballOf = Clusters.assign(points(own), all, BALLS, seed);
    int balls = 1 + Arrays.stream(ballOf).max().orElse(0);
    double[][] centers = centers(own, ballOf, balls);
    double[] crowds = new double[balls];
    Arrays.setAll(crowds, ball -> crowd(centers[ball], own, others, m + 1));
    double[] radii = new double[balls];
    for (int i = 0; i < own.size(); i++) {
      int ball = ballOf[i];
      double distance = ROOM * Math.sqrt(squaredDistance(own.get(i), centers[ball]));
      radii[ball] = Math.max(radii[ball], needed(distance, crowds[ball]));
    }

    return new EnemyCover(transposed(centers), crowds, radii);
  }

  private static double needed(double distance, double crowd) {
    return (2 * distance + crowd) * ROUNDING;
  }

  /** The distance within which so many sampled rows are; infinite if there are fewer. */
  private static double crowd(
      double[] center, List<double[]> own, List<double[]> others, int count) {
    double[] nearest =
        Stream.concat(own.stream(), others.stream())
            .mapToDouble(row -> squaredDistance(row, center))
            .sorted()
            .limit(count)
            .toArray();
    return nearest.length < count ? Double.POSITIVE_INFINITY : Math.sqrt(nearest[count - 1]);
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

  private static DensePoints points(List<double[]> rows) {
    int dims = rows.get(0).length;
    double[] values = new double[rows.size() * dims];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, values, i * dims, dims);
    }

    return DensePoints.of(values, rows.size(), dims);
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

  /** How many balls there are. */
  int balls() {
    return radii.length;
  }

  /** Whether a row lies in a ball. */
  boolean contains(double[] image) {
    double[] squares = squaredDistances(image);
    for (int ball = 0; ball < squares.length; ball++) {
      if (squares[ball] <= radii[ball] * radii[ball]) {
        return true;
      }
    }

    return false;
  }

  /** Notes the radius that a ball needs so that all the nearest of a row are in it, if none has. */
  void note(double[] ownImage, double[] needed) {
    double[] squares = squaredDistances(ownImage);
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int ball = 0; ball < squares.length; ball++) {
      double radius = needed(Math.sqrt(squares[ball]), crowds[ball]);
      if (radius <= radii[ball]) {
        return;
      }

      if (radius < least) {
        least = radius;
        best = ball;
      }
    }

    needed[best] = Math.max(needed[best], least);
  }

  /** Whether the balls are as large as all rows need them. */
  boolean isEnough(double[] needed) {
    return Arrays.equals(radii, grown(needed).radii);
  }

  /** The same balls, as large as needed. */
  EnemyCover grown(double[] needed) {
    double[] larger = new double[radii.length];
    Arrays.setAll(larger, ball -> Math.max(radii[ball], needed[ball]));
    return new EnemyCover(centers, crowds, larger);
  }

  private double[] squaredDistances(double[] image) {
    double[] squares = new double[radii.length];
    for (int j = 0; j < centers.length; j++) {
      addSquares(image[j], centers[j], squares);
    }

    return squares;
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
