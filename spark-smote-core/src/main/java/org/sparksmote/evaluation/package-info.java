// SPDX-License-Identifier: Apache-2.0
/**
 * What predictions are worth where classes are rare. For users.
 *
 * <p>Where to start reading: {@link org.sparksmote.evaluation.ImbalanceEvaluator}.
 */
@NullMarked
package org.sparksmote.evaluation;

import org.jspecify.annotations.NullMarked;
