// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.measures;

import java.util.List;

/**
 * How well scores rank.
 *
 * @param areaUnderRoc the chance that a row of the class scores higher than another, equal scores
 *     counted half
 * @param averagePrecision the mean precision over the rows of the class, each at its own score
 * @param recallAtRate the largest recall of a threshold that keeps a false-positive rate
 * @param precisionAtTop the precision of a share of the rows, those with the highest scores
 * @param best the best threshold of each count measure, in their order
 * @param points of the curves, from the highest threshold to the lowest: 1,000 at most
 */
public record Ranking(
    double areaUnderRoc,
    double averagePrecision,
    double recallAtRate,
    double precisionAtTop,
    List<BestThreshold.Found> best,
    List<CurvePoint> points) {}
