// SPDX-License-Identifier: Apache-2.0
/**
 * What classes there are, and how many rows each gets. Internal: public types are doors for other
 * rooms, and may change in any version.
 *
 * <p>Where to start reading: {@link org.sparksmote.internal.census.ClassCounter}, then {@link
 * org.sparksmote.internal.census.ClassPlanner}.
 */
@NullMarked
package org.sparksmote.internal.census;

import org.jspecify.annotations.NullMarked;
