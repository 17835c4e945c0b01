// SPDX-License-Identifier: Apache-2.0
/**
 * What decisions and scores are worth, as numbers. Internal: public types are doors for other
 * rooms, and may change in any version.
 *
 * <p>Where to start reading: {@link org.sparksmote.internal.measures.CountMeasure}.
 */
@NullMarked
package org.sparksmote.internal.measures;

import org.jspecify.annotations.NullMarked;
