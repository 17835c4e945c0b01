// SPDX-License-Identifier: Apache-2.0
/**
 * Which rows are bases, how often. Internal: public types are doors for other rooms, and may change
 * in any version.
 *
 * <p>Where to start reading: {@link org.sparksmote.internal.weighing.VariantCell}, then {@code
 * CellWeights}.
 */
@NullMarked
package org.sparksmote.internal.weighing;

import org.jspecify.annotations.NullMarked;
