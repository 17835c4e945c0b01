// SPDX-License-Identifier: Apache-2.0
/**
 * Honest probabilities: weights, calibration, thresholds and measures. For users.
 *
 * <p>Where to start reading: {@code ClassWeights}, {@code ImbalanceEvaluator}, and {@code
 * MetaClassifier} with {@code FoldedRows}.
 */
@NullMarked
package org.sparksmote.evaluation;

import org.jspecify.annotations.NullMarked;
