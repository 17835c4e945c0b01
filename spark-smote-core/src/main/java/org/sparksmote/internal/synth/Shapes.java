// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.synth;

import org.sparksmote.internal.keyed.KeyedRandom;

/**
 * Where a synthetic row may lie between rows that exist: shapes other than the {@link Segment} of
 * Chawla et al. (2002). Each writes one row to {@code out} and draws the same count of numbers
 * whatever the values are.
 */
public final class Shapes {

  private Shapes() {}

  /** Gives every coordinate a gap of its own: uniform in the box that base and partner span. */
  public static void perFeatureGaps(
      double[] base, double[] partner, KeyedRandom random, double[] out) {
    for (int j = 0; j < out.length; j++) {
      out[j] = Segment.at(base[j], partner[j], random.nextDouble());
    }
  }

  /**
   * Draws uniformly from the simplex of the corners: exponential numbers, divided by their sum, are
   * Dirichlet(1, ..., 1) weights. With two corners that is the segment between them. Like a
   * segment's, no coordinate leaves the range of the corners, and one that they share stays as it
   * is.
   *
   * @param corners at least one row
   */
  public static void simplex(double[][] corners, KeyedRandom random, double[] out) {
    double[] weights = new double[corners.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextExponential();
      sum += weights[i];
    }

    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }

    for (int j = 0; j < out.length; j++) {
      out[j] = combination(corners, weights, j);
    }
  }

  private static double combination(double[][] corners, double[] weights, int column) {
    double min = corners[0][column];
    double max = min;
    double value = 0;
    for (int i = 0; i < corners.length; i++) {
      double corner = corners[i][column];
      min = Math.min(min, corner);
      max = Math.max(max, corner);
      value += weights[i] * corner;
    }

    return min == max ? corners[0][column] : Math.max(min, Math.min(value, max));
  }

  /**
   * Draws from the ball around a centre whose radius reaches to a surface point, as Geometric SMOTE
   * does (Douzas and Bacao, "Geometric SMOTE", Information Sciences 501, 2019). A truncation of 1
   * keeps the half that faces the surface point, of -1 the other half, of 0 all; a deformation of 1
   * flattens the ball to the line through both points. Both points equal: the centre again.
   *
   * @param truncation from -1 to 1
   * @param deformation from 0 to 1
   */
  public static void ball(
      double[] center,
      double[] surface,
      double truncation,
      double deformation,
      KeyedRandom random,
      double[] out) {
    double[] point = inUnitBall(out.length, random);
    double[] axis = new double[out.length];
    double radius = direction(center, surface, axis);
    double along = 0;
    for (int j = 0; j < axis.length; j++) {
      along += point[j] * axis[j];
    }

    // A point in the part cut off moves to its mirror image in the plane across the axis.
    boolean cut =
        (truncation > 0 && along < truncation - 1) || (truncation < 0 && along > truncation + 1);
    double kept = cut ? -along : along;
    for (int j = 0; j < out.length; j++) {
      double across = point[j] - along * axis[j];
      double step = kept * axis[j] + (1 - deformation) * across;
      out[j] = radius == 0 ? center[j] : NormalNoise.finite(center[j] + radius * step, center[j]);
    }
  }

  /** Uniform in the unit ball: a normal vector has a uniform direction, U^(1/d) is the length. */
  private static double[] inUnitBall(int dimensions, KeyedRandom random) {
    double[] point = new double[dimensions];
    double square = 0;
    for (int j = 0; j < dimensions; j++) {
      point[j] = random.nextGaussian();
      square += point[j] * point[j];
    }

    double length = StrictMath.pow(random.nextDouble(), 1.0 / dimensions);
    double scale = length / Math.sqrt(square);
    for (int j = 0; j < dimensions; j++) {
      point[j] *= scale;
    }

    return point;
  }

  /** Writes the unit vector from one point to another and returns their distance. */
  private static double direction(double[] from, double[] to, double[] axis) {
    double largest = 0;
    for (int j = 0; j < axis.length; j++) {
      axis[j] = to[j] - from[j];
      largest = Math.max(largest, Math.abs(axis[j]));
    }

    if (largest == 0) {
      return 0;
    }

    // Relative to the largest difference, so that no square overflows or vanishes.
    double square = 0;
    for (int j = 0; j < axis.length; j++) {
      axis[j] /= largest;
      square += axis[j] * axis[j];
    }

    double norm = Math.sqrt(square);
    for (int j = 0; j < axis.length; j++) {
      axis[j] /= norm;
    }

    return largest * norm;
  }

  /**
   * The gap of Safe-Level-SMOTE (Bunkhumpornpat, Sinapiromsaran and Lursinsap, PAKDD 2009): the new
   * row lies nearer to the end that has more rows of its own class around it. A partner without any
   * means a copy of the base, gap 0; the caller leaves out pairs in which both have none.
   *
   * @param safeOfBase rows of the class among the neighbours of the base
   * @param safeOfPartner the same for the partner
   */
  public static double safeGap(int safeOfBase, int safeOfPartner, KeyedRandom random) {
    double uniform = random.nextDouble();
    if (safeOfPartner == 0) {
      return 0;
    }

    return safeOfBase >= safeOfPartner
        ? uniform * ((double) safeOfPartner / safeOfBase)
        : 1 - (1 - uniform) * ((double) safeOfBase / safeOfPartner);
  }
}
