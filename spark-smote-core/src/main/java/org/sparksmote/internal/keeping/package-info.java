// SPDX-License-Identifier: Apache-2.0
/**
 * Which rows stay of classes that shrink, exactly so many. Internal: public types are doors for
 * other rooms, and may change in any version.
 *
 * <p>Where to start reading: {@link org.sparksmote.internal.keeping.UnderSampling}.
 */
@NullMarked
package org.sparksmote.internal.keeping;

import org.jspecify.annotations.NullMarked;
