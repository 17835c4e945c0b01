// SPDX-License-Identifier: Apache-2.0
/**
 * The papers' formulas, on arrays. Internal: public types are doors for other rooms, and may change
 * in any version.
 *
 * <p>Where to start reading: {@code Segment}, then {@code Shapes}.
 */
@NullMarked
package org.sparksmote.internal.synth;

import org.jspecify.annotations.NullMarked;
