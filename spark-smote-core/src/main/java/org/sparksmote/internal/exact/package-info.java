// SPDX-License-Identifier: Apache-2.0
/**
 * Sums and shares that no order of rows changes. Internal: public types are doors for other rooms,
 * and may change in any version.
 *
 * <p>Where to start reading: {@link org.sparksmote.internal.exact.ExactSum}.
 */
@NullMarked
package org.sparksmote.internal.exact;

import org.jspecify.annotations.NullMarked;
