// SPDX-License-Identifier: Apache-2.0
/**
 * The user's columns to numbers, and back. Internal: public types are doors for other rooms, and
 * may change in any version.
 *
 * <p>Where to start reading: {@link org.sparksmote.internal.columns.InputSchema}.
 */
@NullMarked
package org.sparksmote.internal.columns;

import org.jspecify.annotations.NullMarked;
