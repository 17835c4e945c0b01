// SPDX-License-Identifier: Apache-2.0
/**
 * Declares params whose check, default and documentation say the same. Internal: public types are
 * doors for other rooms, and may change in any version.
 *
 * <p>Where to start reading: {@link org.sparksmote.internal.params.ParamMaker}.
 */
@NullMarked
package org.sparksmote.internal.params;

import org.jspecify.annotations.NullMarked;
