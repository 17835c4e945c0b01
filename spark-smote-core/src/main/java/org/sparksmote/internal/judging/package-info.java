// SPDX-License-Identifier: Apache-2.0
/**
 * Predictions counted and sorted, by passes over their rows. Internal: public types are doors for
 * other rooms, and may change in any version.
 *
 * <p>Where to start reading: {@link org.sparksmote.internal.judging.Judged}.
 */
@NullMarked
package org.sparksmote.internal.judging;

import org.jspecify.annotations.NullMarked;
