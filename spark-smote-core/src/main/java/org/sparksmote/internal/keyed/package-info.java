// SPDX-License-Identifier: Apache-2.0
/**
 * Identity and randomness as functions of content and seed. Internal: public types are doors for
 * other rooms, and may change in any version.
 *
 * <p>Where to start reading: {@link org.sparksmote.internal.keyed.KeyedRandom}.
 */
@NullMarked
package org.sparksmote.internal.keyed;

import org.jspecify.annotations.NullMarked;
