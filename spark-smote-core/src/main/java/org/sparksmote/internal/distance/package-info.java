// SPDX-License-Identifier: Apache-2.0
/**
 * How far rows are from each other. Internal: public types are doors for other rooms, and may
 * change in any version.
 *
 * <p>Where to start reading: {@link org.sparksmote.internal.distance.RowDistance}.
 */
@NullMarked
package org.sparksmote.internal.distance;

import org.jspecify.annotations.NullMarked;
