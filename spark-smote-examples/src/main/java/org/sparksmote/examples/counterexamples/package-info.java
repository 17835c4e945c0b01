// SPDX-License-Identifier: Apache-2.0
/**
 * Where over-sampling harms, and where it helps.
 *
 * <p>Where to start reading: {@code Counterexample}.
 */
@NullMarked
package org.sparksmote.examples.counterexamples;

import org.jspecify.annotations.NullMarked;
