// SPDX-License-Identifier: Apache-2.0
/**
 * Figures: scaling, variants, other searches.
 *
 * <p>Where to start reading: {@code ScalingBenchmark}.
 */
@NullMarked
package org.sparksmote.examples.benchmark;

import org.jspecify.annotations.NullMarked;
