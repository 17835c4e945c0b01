// SPDX-License-Identifier: Apache-2.0
/**
 * Judging and correcting classifiers of imbalanced classes. For users.
 *
 * <p>Where to start reading: {@code MetaClassifier}, then {@code FoldedRows}.
 */
@NullMarked
package org.sparksmote.evaluation;

import org.jspecify.annotations.NullMarked;
