// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.variants;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.rows.ColumnValues;

/**
 * What is known of a class as a whole when its rows are made, besides their number.
 *
 * @param parts what its over-sampler is made of, after every choice and fallback
 * @param means mean of every feature; empty when not needed
 * @param deviations population standard deviation of every feature; empty when not needed
 * @param levelWeights weight of a row by its level of nearness to other classes; empty when not
 *     needed
 * @param margin by a linear SVM of the class against the others; null when not needed
 */
public record ClassFacts(
    VariantParts parts,
    ColumnValues means,
    ColumnValues deviations,
    double[] levelWeights,
    @Nullable Margin margin)
    implements Serializable {

  private static final ColumnValues NONE = ColumnValues.same(0, 0);

  /** Nothing but the parts is known. */
  public static ClassFacts of(VariantParts parts) {
    return new ClassFacts(parts, NONE, NONE, new double[0], null);
  }

  /** The same with other parts: what a survey chose, or a fallback. */
  public ClassFacts withParts(VariantParts other) {
    return new ClassFacts(other, means, deviations, levelWeights, margin);
  }

  /** The same with mean and deviation of every feature. */
  public ClassFacts withMoments(ColumnValues mean, ColumnValues deviation) {
    return new ClassFacts(parts, mean, deviation, levelWeights, margin);
  }

  /** The same with a weight per level of nearness. */
  public ClassFacts withLevelWeights(double[] weights) {
    return new ClassFacts(parts, means, deviations, weights, margin);
  }

  /** The same with the plane between the class and the others. */
  public ClassFacts withMargin(Margin found) {
    return new ClassFacts(parts, means, deviations, levelWeights, found);
  }
}
