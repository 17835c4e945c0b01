// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.measures;

/**
 * How many rows of a class, and of all others, were called the class or not; with case weights, how
 * much they weigh. One rule for shares of nothing: 0 / 0 is 0, as in scikit-learn and
 * imbalanced-learn with their defaults.
 *
 * @param tp rows of the class that were called so
 * @param fp rows of others that were called the class
 * @param fn rows of the class that were not called so
 * @param tn rows of others that were not called the class
 */
public record BinaryCounts(double tp, double fp, double fn, double tn) {

  /** The counts if everything from a score on is called the class. */
  public static BinaryCounts above(
      double positivesAbove, double negativesAbove, double positives, double negatives) {
    return new BinaryCounts(
        positivesAbove, negativesAbove, positives - positivesAbove, negatives - negativesAbove);
  }

  /** A share, which is 0 of nothing. */
  static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  /** The weight of all rows. */
  public double total() {
    return tp + fp + fn + tn;
  }

  /** The share of the class that was found; also called recall. */
  public double sensitivity() {
    return ratio(tp, tp + fn);
  }

  /** The share of all others that were left alone. */
  public double specificity() {
    return ratio(tn, tn + fp);
  }

  /** The share of what was called the class that is. */
  public double precision() {
    return ratio(tp, tp + fp);
  }

  double accuracy() {
    return ratio(tp + tn, total());
  }

  double fBeta(double beta) {
    double square = beta * beta;
    return ratio((1 + square) * tp, (1 + square) * tp + square * fn + fp);
  }

  /** The correlation of both decisions (Matthews 1975). */
  double mcc() {
    // Two roots, and not one of four factors, whose product could be too large.
    double called = Math.sqrt(tp + fp) * Math.sqrt(tn + fn);
    double are = Math.sqrt(tp + fn) * Math.sqrt(tn + fp);
    return ratio(tp * tn - fp * fn, called * are);
  }

  /** What wrong decisions cost, per row. */
  double cost(double ofFalsePositive, double ofFalseNegative) {
    return ratio(ofFalsePositive * fp + ofFalseNegative * fn, total());
  }
}
