// SPDX-License-Identifier: Apache-2.0
/**
 * Samplers that take rows away which their neighbours speak against. For users.
 *
 * <p>Where to start reading: {@code CleaningSampler}, then {@code TomekLinks}.
 */
@NullMarked
package org.sparksmote.cleaning;

import org.jspecify.annotations.NullMarked;
