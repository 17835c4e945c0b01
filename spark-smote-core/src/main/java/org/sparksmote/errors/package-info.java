// SPDX-License-Identifier: Apache-2.0
/**
 * The one exception, with its code. For users.
 *
 * <p>Where to start reading: {@link org.sparksmote.errors.SmoteException}.
 */
@NullMarked
package org.sparksmote.errors;

import org.jspecify.annotations.NullMarked;
