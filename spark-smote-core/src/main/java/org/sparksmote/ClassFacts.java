// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.io.Serializable;

/**
 * What is known of a class as a whole when its rows are made, besides their number.
 *
 * @param parts what its over-sampler is made of, after every choice and fallback
 * @param distance how far its rows are from each other, and from those of other classes
 * @param means mean of every feature; empty when not needed
 * @param deviations population standard deviation of every feature; empty when not needed
 * @param levelWeights weight of a row by its level of nearness to other classes; empty when not
 *     needed
 * @param plane coefficients, then intercept, of a linear SVM of the class against the others; empty
 *     when not needed
 */
record ClassFacts(
    VariantParts parts,
    RowDistance distance,
    double[] means,
    double[] deviations,
    double[] levelWeights,
    double[] plane)
    implements Serializable {

  private static final double[] NONE = {};

  static ClassFacts of(VariantParts parts, RowDistance distance) {
    return new ClassFacts(parts, distance, NONE, NONE, NONE, NONE);
  }

  ClassFacts withParts(VariantParts other) {
    return new ClassFacts(other, distance, means, deviations, levelWeights, plane);
  }

  ClassFacts withMoments(double[] mean, double[] deviation) {
    return new ClassFacts(parts, distance, mean, deviation, levelWeights, plane);
  }

  ClassFacts withLevelWeights(double[] weights) {
    return new ClassFacts(parts, distance, means, deviations, weights, plane);
  }

  ClassFacts withPlane(double[] coefficients) {
    return new ClassFacts(parts, distance, means, deviations, levelWeights, coefficients);
  }
}
