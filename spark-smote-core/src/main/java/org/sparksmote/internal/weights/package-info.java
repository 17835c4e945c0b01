// SPDX-License-Identifier: Apache-2.0
/**
 * What classes weigh, and the column that restores it behind a sampler. Internal: public types are
 * doors for other rooms, and may change in any version.
 *
 * <p>Where to start reading: {@link org.sparksmote.internal.weights.BalanceWeights}.
 */
@NullMarked
package org.sparksmote.internal.weights;

import org.jspecify.annotations.NullMarked;
