// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.judging;

/**
 * How far probabilities are from what came true.
 *
 * @param brier mean square of the distance; of several classes the sum over them
 * @param logLoss mean of minus the logarithm of the probability of what came true
 * @param calibrationError mean distance of probability and share, over bins of equal width
 * @param ratio mean probability over prevalence
 * @param bins for each bin its weight, the sum of probabilities and the weight of the class
 */
public record Probabilities(
    double brier, double logLoss, double calibrationError, double ratio, double[][] bins) {}
