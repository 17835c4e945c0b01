// SPDX-License-Identifier: Apache-2.0
/**
 * What stages of a pipeline read, and where a call comes from. Internal: public types are doors for
 * other rooms, and may change in any version.
 *
 * <p>Where to start reading: {@link org.sparksmote.internal.pipeline.ReadColumns}.
 */
@NullMarked
package org.sparksmote.internal.pipeline;

import org.jspecify.annotations.NullMarked;
