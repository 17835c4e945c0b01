// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.measures;

import java.util.ArrayList;
import java.util.List;
import org.sparksmote.internal.exact.ExactSum;

/**
 * Walks down the scores, from the highest to the lowest, and measures how well they rank. A part of
 * the scores is walked by itself, from what stands above it; {@link RankSums} adds parts up. What
 * it says of a score follows from the rows alone, not from where parts end.
 */
public final class RankWalk {

  /** Lines that cut each axis of a curve: two points at most are kept at each of both axes. */
  private static final int LINES = 248;

  /** Curves with as many points or fewer are kept whole. */
  static final int ALL_POINTS = 990;

  private final RankTotals totals;
  private final RankSettings settings;
  private final RunningTotal positives;
  private final RunningTotal negatives;
  private final ExactSum area = new ExactSum();
  private final ExactSum averagePrecision = new ExactSum();
  private final List<BestThreshold> best = new ArrayList<>();
  private final List<CurvePoint> points = new ArrayList<>();
  private CurvePoint last;
  private boolean lastIsKept;
  private double recallAtRate = Double.NaN;
  private double precisionAtTop = Double.NaN;

  /**
   * A walk that begins below some scores.
   *
   * @param threshold the score just above, or infinite
   * @param ofPositives what the rows of the class above weigh
   * @param ofNegatives what all other rows above weigh
   */
  public RankWalk(
      RankTotals totals,
      RankSettings settings,
      double threshold,
      ExactSum ofPositives,
      ExactSum ofNegatives) {
    this.totals = totals;
    this.settings = settings;
    positives = new RunningTotal(ofPositives);
    negatives = new RunningTotal(ofNegatives);
    last = point(threshold);
    lastIsKept = Double.isInfinite(threshold); // an end of the curves
    if (lastIsKept) {
      points.add(last);
    }

    for (CountMeasure measure : CountMeasure.values()) {
      best.add(new BestThreshold(measure, settings.counts()));
    }
  }

  private CurvePoint point(double threshold) {
    return new CurvePoint(
        threshold,
        BinaryCounts.above(
            positives.value(), negatives.value(), totals.positives(), totals.negatives()));
  }

  /** Walks on over the next scores. */
  public void add(ScoreGroups groups) {
    for (int i = 0; i < groups.size(); i++) {
      double ofPositives = groups.ofPositives(i);
      double ofNegatives = groups.ofNegatives(i);
      positives.add(ofPositives);
      negatives.add(ofNegatives);
      CurvePoint next = point(groups.score(i));
      BinaryCounts above = last.counts();
      BinaryCounts counts = next.counts();
      area.add(ofNegatives * (above.tp() + ofPositives / 2));
      averagePrecision.add(ofPositives * counts.precision());
      best.forEach(search -> search.offer(next.threshold(), counts));
      lookAtTop(above, ofPositives, ofNegatives);
      if (counts.fp() <= settings.falsePositiveRate() * totals.negatives()) {
        recallAtRate = counts.sensitivity();
      }

      keep(next);
    }
  }

  /** Of equal scores at the end of the top as large a share of each kind is in it. */
  private void lookAtTop(BinaryCounts above, double ofPositives, double ofNegatives) {
    double top = settings.topShare() * (totals.positives() + totals.negatives());
    double before = above.tp() + above.fp();
    double group = ofPositives + ofNegatives;
    if (before < top && top <= before + group) {
      precisionAtTop = (above.tp() + ofPositives * ((top - before) / group)) / top;
    }
  }

  /** Keeps the points on both sides of every line of a grid. */
  private void keep(CurvePoint next) {
    boolean crosses =
        totals.scores() <= ALL_POINTS
            || line(next.counts().tp(), totals.positives())
                != line(last.counts().tp(), totals.positives())
            || line(next.counts().fp(), totals.negatives())
                != line(last.counts().fp(), totals.negatives());
    if (crosses && !lastIsKept) {
      points.add(last);
    }

    if (crosses) {
      points.add(next);
    }

    lastIsKept = crosses;
    last = next;
  }

  private static int line(double part, double whole) {
    return whole == 0 ? 0 : (int) (part / whole * LINES);
  }

  /** What was found. */
  public RankSums sums() {
    return RankSums.of(area, averagePrecision, recallAtRate, precisionAtTop, best, points);
  }
}
