// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import java.util.Arrays;
import org.sparksmote.internal.rows.EuclideanLength;

/**
 * Points in nested balls, to find the distances of the nearest or the farthest ones exactly: a ball
 * that cannot hold any of them is not looked into. What is found is a set of distances, which does
 * not depend on how points are spread over balls, nor on their order.
 */
final class BallTree {

  private static final int LEAF = 16;

  /** Balls are taken for a little larger than they are, so that no rounding leaves a point out. */
  private static final double MARGIN = 1e-9;

  private final double[][] points;
  private final long[] copies;
  private final double[] reach; // per point; negative: reaches nobody
  private final Ball root;

  /** A ball of points from {@code start} to {@code end}; a leaf has no balls in it. */
  private final class Ball {

    private final int start;
    private final int end;
    private final double[] centre;
    private final double radius;
    private final double farReach;
    private final Ball[] inner;

    Ball(int start, int end) {
      this.start = start;
      this.end = end;
      this.centre = centre(start, end);
      double radius = 0;
      double farReach = -1;
      for (int i = start; i < end; i++) {
        radius = Math.max(radius, distance(centre, points[i]));
        farReach = Math.max(farReach, reach[i]);
      }

      this.radius = radius;
      this.farReach = farReach;
      this.inner = end - start <= LEAF || radius == 0 ? new Ball[0] : split();
    }

    private Ball[] split() {
      int axis = widest(start, end);
      sort(start, end, axis);
      int middle = (start + end) >>> 1;
      return new Ball[] {new Ball(start, middle), new Ball(middle, end)};
    }

    private double least(double toCentre) {
      return toCentre - radius - MARGIN * (toCentre + radius);
    }

    private double most(double toCentre) {
      return (toCentre + radius) * (1 + MARGIN);
    }
  }

  /**
   * Of points that are there so many times.
   *
   * @param reach how far points reach, for {@link #isReached}; negative: not at all
   */
  BallTree(double[][] points, long[] copies, double[] reach) {
    this.points = points.clone();
    this.copies = copies.clone();
    this.reach = reach.clone();
    this.root = new Ball(0, points.length);
  }

  /** The distance of two points, summed in the order of the features. */
  static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      double difference = a[j] - b[j];
      sum += difference * difference;
    }

    return EuclideanLength.isSafe(sum) ? Math.sqrt(sum) : distanceOfAnySize(a, b);
  }

  private static double distanceOfAnySize(double[] a, double[] b) {
    double[] differences = new double[a.length];
    Arrays.setAll(differences, j -> a[j] - b[j]);
    return EuclideanLength.of(differences);
  }

  private double[] centre(int start, int end) {
    double[] sum = new double[points[start].length];
    for (int i = start; i < end; i++) {
      for (int j = 0; j < sum.length; j++) {
        sum[j] += points[i][j] / (end - start);
      }
    }

    return sum;
  }

  private int widest(int start, int end) {
    int widest = 0;
    double width = -1;
    for (int j = 0; j < points[start].length; j++) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = start; i < end; i++) {
        least = Math.min(least, points[i][j]);
        most = Math.max(most, points[i][j]);
      }

      if (most - least > width) {
        width = most - least;
        widest = j;
      }
    }

    return widest;
  }

  private void sort(int start, int end, int axis) {
    Integer[] order = new Integer[end - start];
    Arrays.setAll(order, i -> start + i);
    Arrays.sort(order, (a, b) -> Double.compare(points[a][axis], points[b][axis]));
    double[][] sortedPoints = new double[order.length][];
    long[] sortedCopies = new long[order.length];
    double[] sortedReach = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      sortedPoints[i] = points[order[i]];
      sortedCopies[i] = copies[order[i]];
      sortedReach[i] = reach[order[i]];
    }

    System.arraycopy(sortedPoints, 0, points, start, order.length);
    System.arraycopy(sortedCopies, 0, copies, start, order.length);
    System.arraycopy(sortedReach, 0, reach, start, order.length);
  }

  /** Distances of the k nearest points, or of all if they are fewer; ascending. */
  double[] nearest(double[] query, int k) {
    TopDistances top = new TopDistances(k, 1);
    nearest(root, distance(query, root.centre), query, top);
    return top.ascending();
  }

  private void nearest(Ball ball, double toCentre, double[] query, TopDistances top) {
    double least = ball.least(toCentre);
    if (least > 0 && least > top.worst()) {
      return;
    }

    if (ball.inner.length == 0) {
      addAll(ball, query, top);
      return;
    }

    double first = distance(query, ball.inner[0].centre);
    double second = distance(query, ball.inner[1].centre);
    int nearer = first <= second ? 0 : 1;
    nearest(ball.inner[nearer], Math.min(first, second), query, top);
    nearest(ball.inner[1 - nearer], Math.max(first, second), query, top);
  }

  /** Distances of the k farthest points, or of all if they are fewer; ascending. */
  double[] farthest(double[] query, int k) {
    TopDistances top = new TopDistances(k, -1);
    farthest(root, distance(query, root.centre), query, top);
    return top.ascending();
  }

  private void farthest(Ball ball, double toCentre, double[] query, TopDistances top) {
    double worst = top.worst();
    if (worst >= 0 && ball.most(toCentre) < worst) {
      return;
    }

    if (ball.inner.length == 0) {
      addAll(ball, query, top);
      return;
    }

    double first = distance(query, ball.inner[0].centre);
    double second = distance(query, ball.inner[1].centre);
    int farther = first >= second ? 0 : 1;
    farthest(ball.inner[farther], Math.max(first, second), query, top);
    farthest(ball.inner[1 - farther], Math.min(first, second), query, top);
  }

  private void addAll(Ball ball, double[] query, TopDistances top) {
    for (int i = ball.start; i < ball.end; i++) {
      top.add(distance(query, points[i]), copies[i]);
    }
  }

  /** Whether some point is as near as it reaches. */
  boolean isReached(double[] query) {
    return isReached(root, query);
  }

  private boolean isReached(Ball ball, double[] query) {
    double toCentre = distance(query, ball.centre);
    if (ball.farReach < 0 || ball.least(toCentre) > ball.farReach * (1 + MARGIN)) {
      return false;
    }

    for (Ball inner : ball.inner) {
      if (isReached(inner, query)) {
        return true;
      }
    }

    boolean found = false;
    for (int i = ball.start; i < ball.end && ball.inner.length == 0; i++) {
      found |= distance(query, points[i]) <= reach[i];
    }

    return found;
  }
}
