// SPDX-License-Identifier: Apache-2.0
/**
 * Samplers that take rows away. For users.
 *
 * <p>Where to start reading: {@code RandomUnderSampler}, then {@code UnderSampling}.
 */
@NullMarked
package org.sparksmote.undersampling;

import org.jspecify.annotations.NullMarked;
