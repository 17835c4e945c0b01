// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.measures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.sparksmote.internal.exact.ExactSum;

/**
 * What walks over parts of the scores found, as it travels and as it adds up.
 *
 * @param area exact sum of pairs in the right order, equal scores half
 * @param averagePrecision exact sum of weight times precision
 * @param places the recall at a false-positive rate and the precision at the top; NaN where this
 *     part does not say
 * @param best three numbers for the best threshold of each count measure: where, and what is above
 * @param points three numbers for each point of the curves
 */
public record RankSums(
    byte[] area, byte[] averagePrecision, double[] places, double[] best, double[] points) {

  static RankSums of(
      ExactSum area,
      ExactSum averagePrecision,
      double recallAtRate,
      double precisionAtTop,
      List<BestThreshold> best,
      List<CurvePoint> points) {
    double[] numbers = new double[CurvePoint.NUMBERS * best.size()];
    Arrays.fill(numbers, Double.NaN);
    for (int i = 0; i < best.size(); i++) {
      BestThreshold.Found found = best.get(i).best();
      if (found != null) {
        write(new CurvePoint(found.threshold(), found.counts()), numbers, i);
      }
    }

    double[] kept = new double[CurvePoint.NUMBERS * points.size()];
    for (int i = 0; i < points.size(); i++) {
      write(points.get(i), kept, i);
    }

    return new RankSums(
        area.toBytes(),
        averagePrecision.toBytes(),
        new double[] {recallAtRate, precisionAtTop},
        numbers,
        kept);
  }

  private static void write(CurvePoint point, double[] numbers, int i) {
    numbers[CurvePoint.NUMBERS * i] = point.threshold();
    numbers[CurvePoint.NUMBERS * i + 1] = point.counts().tp();
    numbers[CurvePoint.NUMBERS * i + 2] = point.counts().fp();
  }

  private static CurvePoint read(double[] numbers, int i, RankTotals totals) {
    return new CurvePoint(
        numbers[CurvePoint.NUMBERS * i],
        BinaryCounts.above(
            numbers[CurvePoint.NUMBERS * i + 1],
            numbers[CurvePoint.NUMBERS * i + 2],
            totals.positives(),
            totals.negatives()));
  }

  /** The result of all parts, whatever their order; there must be rows of both kinds. */
  public static Ranking ranking(List<RankSums> parts, RankTotals totals, RankSettings settings) {
    ExactSum area = new ExactSum();
    ExactSum averagePrecision = new ExactSum();
    double recall = 0;
    double precision = totals.positives() / (totals.positives() + totals.negatives());
    TreeMap<Double, CurvePoint> points = new TreeMap<>(Comparator.reverseOrder());
    for (RankSums part : parts) {
      area.merge(ExactSum.of(part.area));
      averagePrecision.merge(ExactSum.of(part.averagePrecision));
      recall = Double.isNaN(part.places[0]) ? recall : Math.max(recall, part.places[0]);
      precision = Double.isNaN(part.places[1]) ? precision : part.places[1];
      for (int i = 0; i < part.points.length / CurvePoint.NUMBERS; i++) {
        CurvePoint point = read(part.points, i, totals);
        points.put(point.threshold(), point);
      }
    }

    List<BestThreshold.Found> best = best(parts, totals, settings);
    best.forEach(
        found -> points.put(found.threshold(), new CurvePoint(found.threshold(), found.counts())));
    return new Ranking(
        area.value() / totals.positives() / totals.negatives(),
        averagePrecision.value() / totals.positives(),
        recall,
        precision,
        best,
        List.copyOf(points.values()));
  }

  private static List<BestThreshold.Found> best(
      List<RankSums> parts, RankTotals totals, RankSettings settings) {
    List<BestThreshold.Found> best = new ArrayList<>();
    CountMeasure[] measures = CountMeasure.values();
    for (int i = 0; i < measures.length; i++) {
      BestThreshold search = new BestThreshold(measures[i], settings.counts());
      for (RankSums part : parts) {
        CurvePoint point = read(part.best, i, totals);
        if (!Double.isNaN(point.threshold())) {
          search.offer(point.threshold(), point.counts());
        }
      }

      BestThreshold.Found found = search.best();
      if (found != null) {
        best.add(found);
      }
    }

    return best;
  }
}
