// SPDX-License-Identifier: Apache-2.0
/**
 * Ensembles of classifiers that each learn from a balanced bag. For users.
 *
 * <p>Where to start reading: {@code EnsembleClassifier}, then {@code Training}.
 */
@NullMarked
package org.sparksmote.ensemble;

import org.jspecify.annotations.NullMarked;
