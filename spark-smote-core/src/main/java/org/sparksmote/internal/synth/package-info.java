// SPDX-License-Identifier: Apache-2.0
/**
 * Pure-Java pieces that turn a row and its neighbours into new rows: content keys, keyed random
 * streams, apportionment, weights of difficulty and density, exact sums, and the shapes that new
 * rows are drawn from. No Spark types.
 */
@NullMarked
package org.sparksmote.internal.synth;

import org.jspecify.annotations.NullMarked;
