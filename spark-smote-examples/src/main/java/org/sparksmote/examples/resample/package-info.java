// SPDX-License-Identifier: Apache-2.0
/**
 * The job behind resample.
 *
 * <p>Where to start reading: {@code ResampleJob}.
 */
@NullMarked
package org.sparksmote.examples.resample;

import org.jspecify.annotations.NullMarked;
