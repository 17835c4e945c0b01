// SPDX-License-Identifier: Apache-2.0
/**
 * One row as numbers: packed, stored, blended. Internal: public types are doors for other rooms,
 * and may change in any version.
 *
 * <p>Where to start reading: {@link org.sparksmote.internal.rows.FeatureRow}.
 */
@NullMarked
package org.sparksmote.internal.rows;

import org.jspecify.annotations.NullMarked;
