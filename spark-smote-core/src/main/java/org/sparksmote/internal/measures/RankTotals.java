// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.measures;

import java.io.Serializable;

/**
 * What a walk over a part of the scores must know of all of them.
 *
 * @param positives weight of the class
 * @param negatives weight of all other rows
 * @param scores how many different scores there are
 */
public record RankTotals(double positives, double negatives, long scores) implements Serializable {}
