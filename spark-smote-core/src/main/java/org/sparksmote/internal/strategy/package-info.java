// SPDX-License-Identifier: Apache-2.0
/**
 * Which classes change, and to what size. Internal: public types are doors for other rooms, and may
 * change in any version.
 *
 * <p>Where to start reading: {@code SamplingStrategy}.
 */
@NullMarked
package org.sparksmote.internal.strategy;

import org.jspecify.annotations.NullMarked;
