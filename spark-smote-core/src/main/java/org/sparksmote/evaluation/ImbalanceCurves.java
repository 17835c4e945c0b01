// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparksmote.internal.measures.BinaryCounts;
import org.sparksmote.internal.measures.CountMeasure;
import org.sparksmote.internal.measures.CurvePoint;
import org.sparksmote.internal.measures.Ranking;

/**
 * Curves of predictions of one class, thinned for plotting.
 *
 * @param label the class
 * @param points from the highest threshold to the lowest, about 1,000 at most: both ends, both
 *     sides of each line of a grid, and the best of each measure of decisions. False-positive rate
 *     and recall are the ROC curve, recall and precision the PR curve, called and recall the curve
 *     of gains
 * @param bins the reliability curve: probabilities in bins of equal width, those with rows; none if
 *     scores are no probabilities
 * @param best the best threshold of each measure of decisions by its name, which is one of the
 *     scores; of equally good ones the lowest
 */
public record ImbalanceCurves(
    double label, List<Point> points, List<Bin> bins, Map<String, Best> best) {

  /**
   * What a threshold leads to.
   *
   * @param threshold scores from here on are called the class; infinite at the first point
   * @param falsePositiveRate share of other rows that are called the class
   * @param recall share of the class that is found
   * @param precision share of what is called the class that is; 1 where nothing is called so
   * @param called share of all rows that is called the class
   */
  public record Point(
      double threshold, double falsePositiveRate, double recall, double precision, double called) {}

  /**
   * Predictions with about the same probability.
   *
   * @param weight of its rows
   * @param probability their mean probability
   * @param share of the class among them
   */
  public record Bin(double weight, double probability, double share) {}

  /**
   * The best threshold of a measure.
   *
   * @param threshold scores from here on are called the class
   * @param value of the measure
   * @param point what it leads to
   */
  public record Best(double threshold, double value, Point point) {}

  /** Curves, which cannot be changed. */
  public ImbalanceCurves {
    points = List.copyOf(points);
    bins = List.copyOf(bins);
    best = Collections.unmodifiableMap(new LinkedHashMap<>(best));
  }

  static ImbalanceCurves of(double label, Ranking ranking, double[][] bins) {
    List<Bin> used = new ArrayList<>();
    for (double[] bin : bins) {
      if (bin[0] > 0) {
        used.add(new Bin(bin[0], bin[1] / bin[0], bin[2] / bin[0]));
      }
    }

    Map<String, Best> best = new LinkedHashMap<>();
    List<CountMeasure> measures = List.of(CountMeasure.values());
    for (int i = 0; i < measures.size(); i++) {
      var found = ranking.best().get(i);
      CurvePoint at = new CurvePoint(found.threshold(), found.counts());
      best.put(measures.get(i).label(), new Best(at.threshold(), found.value(), point(at)));
    }

    return new ImbalanceCurves(
        label, ranking.points().stream().map(ImbalanceCurves::point).toList(), used, best);
  }

  private static Point point(CurvePoint point) {
    BinaryCounts counts = point.counts();
    double called = counts.tp() + counts.fp();
    return new Point(
        point.threshold(),
        counts.fp() / (counts.fp() + counts.tn()),
        counts.sensitivity(),
        called == 0 ? 1 : counts.precision(),
        called / counts.total());
  }

  /**
   * The best threshold of a measure.
   *
   * @throws org.sparksmote.errors.SmoteException if the name is none of those of best
   */
  public Best best(String metricName) {
    Best found = best.get(metricName);
    if (found == null) {
      throw EvaluationProblems.noMetric(metricName, String.join(", ", best.keySet()));
    }

    return found;
  }

  /** The same as a JSON object; thresholds that are infinite and values of none are null. */
  public String toJson() {
    return FiniteJson.of(this);
  }
}
