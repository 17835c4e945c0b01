// SPDX-License-Identifier: Apache-2.0
/**
 * Settings that samplers share, in groups. For users.
 *
 * <p>Where to start reading: {@link org.sparksmote.params.ColumnParams}.
 */
@NullMarked
package org.sparksmote.params;

import org.jspecify.annotations.NullMarked;
