// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.census;

import java.io.Serializable;

/**
 * What a {@link ClassTally} counts.
 *
 * @param maxClasses classes that are told apart; one more is enough to say what is wrong
 * @param maxColumns columns whose ranges are kept; of means and deviations fewer
 * @param withRanges whether smallest and largest values are asked for
 * @param withMoments whether means and deviations are
 * @param sampleValues values of rows that are drawn, of all classes; 0 for none
 * @param seed which rows
 */
record TallyKind(
    int maxClasses,
    int maxColumns,
    boolean withRanges,
    boolean withMoments,
    long sampleValues,
    long seed)
    implements Serializable {}
