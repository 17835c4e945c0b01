// SPDX-License-Identifier: Apache-2.0
/**
 * Approximate neighbours against exact ones, on a sample. Internal: public types are doors for
 * other rooms, and may change in any version.
 *
 * <p>Where to start reading: {@link org.sparksmote.internal.quality.QualityCheck}.
 */
@NullMarked
package org.sparksmote.internal.quality;

import org.jspecify.annotations.NullMarked;
