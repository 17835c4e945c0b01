// SPDX-License-Identifier: Apache-2.0
/**
 * The recipe of an over-sampler: its parts, and what tasks must know of them. Internal: public
 * types are doors for other rooms, and may change in any version.
 *
 * <p>Where to start reading: {@link org.sparksmote.internal.variants.VariantParts}.
 */
@NullMarked
package org.sparksmote.internal.variants;

import org.jspecify.annotations.NullMarked;
