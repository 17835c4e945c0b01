// SPDX-License-Identifier: Apache-2.0
/**
 * What stages share that have classifiers learn: labels as class indices, folds, the order of rows,
 * several fits at once.
 *
 * <p>Where to start reading: {@code LabelCounts} and {@code Folds}.
 */
@NullMarked
package org.sparksmote.internal.learning;

import org.jspecify.annotations.NullMarked;
