// SPDX-License-Identifier: Apache-2.0
/**
 * Nearest neighbours, and the hash tree that splits a class. Internal: public types are doors for
 * other rooms, and may change in any version.
 *
 * <p>Where to start reading: {@link org.sparksmote.internal.knn.NeighborSearch}.
 */
@NullMarked
package org.sparksmote.internal.knn;

import org.jspecify.annotations.NullMarked;
