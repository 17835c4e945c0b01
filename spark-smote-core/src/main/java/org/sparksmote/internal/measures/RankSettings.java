// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.measures;

import java.io.Serializable;

/**
 * What measures of a ranking must be told.
 *
 * @param topShare which share of the rows is looked at, those with the highest scores
 * @param falsePositiveRate which share of the other rows may be called the class
 * @param counts settings of the measures whose best thresholds are looked for
 */
public record RankSettings(double topShare, double falsePositiveRate, MeasureSettings counts)
    implements Serializable {}
