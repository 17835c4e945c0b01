// SPDX-License-Identifier: Apache-2.0
/**
 * Rows that arrived in a task, and who is near whom. Internal: public types are doors for other
 * rooms, and may change in any version.
 *
 * <p>Where to start reading: {@link org.sparksmote.internal.cells.Neighborhood}.
 */
@NullMarked
package org.sparksmote.internal.cells;

import org.jspecify.annotations.NullMarked;
