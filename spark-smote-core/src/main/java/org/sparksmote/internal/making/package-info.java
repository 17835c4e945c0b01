// SPDX-License-Identifier: Apache-2.0
/**
 * New rows, and the order of all steps. Internal: public types are doors for other rooms, and may
 * change in any version.
 *
 * <p>Where to start reading: {@code Resampling}, then {@code PointMaker}.
 */
@NullMarked
package org.sparksmote.internal.making;

import org.jspecify.annotations.NullMarked;
