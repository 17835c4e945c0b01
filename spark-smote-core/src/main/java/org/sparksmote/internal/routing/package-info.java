// SPDX-License-Identifier: Apache-2.0
/**
 * Which rows are searched together, and the one shuffle. Internal: public types are doors for other
 * rooms, and may change in any version.
 *
 * <p>Where to start reading: {@link org.sparksmote.internal.routing.BucketPlanner}, then {@code
 * RowRouter}.
 */
@NullMarked
package org.sparksmote.internal.routing;

import org.jspecify.annotations.NullMarked;
