// SPDX-License-Identifier: Apache-2.0
/**
 * Stages as files, and back, whoever changed them. Internal: public types are doors for other
 * rooms, and may change in any version.
 *
 * <p>Where to start reading: {@link org.sparksmote.internal.saving.StageIo}.
 */
@NullMarked
package org.sparksmote.internal.saving;

import org.jspecify.annotations.NullMarked;
