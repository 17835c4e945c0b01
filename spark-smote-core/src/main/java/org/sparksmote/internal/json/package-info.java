// SPDX-License-Identifier: Apache-2.0
/**
 * JSON that anybody may have changed. Internal: public types are doors for other rooms, and may
 * change in any version.
 *
 * <p>Where to start reading: {@link org.sparksmote.internal.json.CheckedJson}.
 */
@NullMarked
package org.sparksmote.internal.json;

import org.jspecify.annotations.NullMarked;
