// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.spark.ml.param.Param;
import org.apache.spark.sql.Dataset;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.judging.Judged;
import org.sparksmote.internal.judging.JudgedColumns;
import org.sparksmote.internal.judging.Probabilities;
import org.sparksmote.internal.measures.Averaging;
import org.sparksmote.internal.measures.BinaryCounts;
import org.sparksmote.internal.measures.CountMeasure;
import org.sparksmote.internal.measures.MeasureSettings;
import org.sparksmote.internal.measures.RankSettings;
import org.sparksmote.internal.measures.Ranking;
import org.sparksmote.internal.measures.Recalibration;

/** One evaluation: which class is measured, and what follows from that. */
final class Measuring {

  private final ImbalanceParams params;
  private final Dataset<?> dataset;
  private final MeasureSettings settings;

  Measuring(ImbalanceParams params, Dataset<?> dataset) {
    this.params = params;
    this.dataset = dataset;
    settings =
        new MeasureSettings(
            params.getBeta(),
            params.getAlpha(),
            params.getFalsePositiveCost(),
            params.getFalseNegativeCost());
  }

  private Judged judged(boolean decisions, boolean scores) {
    boolean raw = isRaw();
    JudgedColumns.Names names =
        new JudgedColumns.Names(
            params.getLabelCol(),
            decisions ? params.getPredictionCol() : null,
            valueOf(params.weightCol()),
            scores ? (raw ? params.getRawPredictionCol() : params.getProbabilityCol()) : null,
            raw);
    return new Judged(JudgedColumns.resolve(dataset.schema(), names), dataset);
  }

  private @Nullable String valueOf(Param<String> param) {
    return params.isSet(param) ? params.getOrDefault(param) : null;
  }

  private boolean isRaw() {
    return params.isSet(params.rawPredictionCol());
  }

  /** The class that is measured; null if all are. */
  private @Nullable Double positive(Judged judged) {
    SortedMap<Double, Long> rows = judged.rowsOfLabels();
    if (params.isSet(params.metricLabel())) {
      double label = params.getMetricLabel();
      if (!judged.has(label)) {
        throw EvaluationProblems.unknownLabel(name(label), names(rows));
      }

      return label;
    }

    if (params.isSet(params.average()) || rows.size() > 2) {
      return null;
    }

    double last = rows.lastKey();
    double first = rows.firstKey();
    if (rows.size() == 1) {
      return last == 0 ? 1 : last; // of classes 0 and 1, as Spark has them, the other one is 1
    }

    return rows(rows, first) < rows(rows, last) ? first : last;
  }

  private static long rows(SortedMap<Double, Long> rows, double label) {
    return Objects.requireNonNull(rows.get(label));
  }

  private static double value(Map<String, Double> values, String metric) {
    return Objects.requireNonNull(values.get(metric));
  }

  static String name(double label) {
    return label == Math.rint(label) ? String.valueOf((long) label) : String.valueOf(label);
  }

  private static String names(SortedMap<Double, Long> rows) {
    return rows.keySet().stream().map(Measuring::name).collect(Collectors.joining(", "));
  }

  /** One measure. */
  double one(String metric) {
    boolean decisions = CountMeasure.isName(metric);
    if (isRaw() && !decisions && !MetricName.isOfRanking(metric)) {
      throw EvaluationProblems.noProbabilities(metric);
    }

    try (Judged judged = judged(decisions, !decisions)) {
      Double positive = positive(judged);
      if (positive == null && !MetricName.hasAverage(metric)) {
        throw EvaluationProblems.noClass(metric, judged.rowsOfLabels().size());
      }

      if (decisions) {
        return ofDecisions(judged, positive, CountMeasure.of(metric));
      }

      return positive != null && !MetricName.hasAverage(metric)
          ? ofOneClass(judged, positive, metric)
          : value(probabilities(judged, positive), metric);
    }
  }

  private double ofOneClass(Judged judged, double positive, String metric) {
    requireBothKinds(judged, positive, metric);
    if (MetricName.isOfRanking(metric)) {
      return value(ranking(judged.ranking(positive, rankSettings())), metric);
    } else if (MetricName.isOfCalibration(metric)) {
      double found = value(recalibration(judged.recalibration(positive)), metric);
      if (Double.isNaN(found)) {
        throw EvaluationProblems.nothingFits(metric);
      }

      return found;
    }

    return value(probabilities(judged, positive), metric);
  }

  private static boolean hasBothKinds(Judged judged, double positive) {
    BinaryCounts counts = judged.counts(positive);
    return counts.tp() + counts.fn() > 0 && counts.fp() + counts.tn() > 0;
  }

  private static void requireBothKinds(Judged judged, double positive, String metric) {
    if (!hasBothKinds(judged, positive)) {
      throw EvaluationProblems.oneClass(metric, name(positive), judged.rows());
    }
  }

  private double ofDecisions(Judged judged, @Nullable Double positive, CountMeasure measure) {
    return positive == null
        ? judged.matrix().average(measure, averaging(measure), settings)
        : measure.of(judged.counts(positive), settings);
  }

  private Averaging averaging(CountMeasure measure) {
    if (params.isSet(params.average())) {
      return Averaging.of(params.getAverage());
    }

    return measure == CountMeasure.G_MEAN ? Averaging.MULTICLASS : Averaging.MACRO;
  }

  private RankSettings rankSettings() {
    return new RankSettings(params.getTopShare(), params.getFalsePositiveRate(), settings);
  }

  private static Map<String, Double> ranking(Ranking ranking) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put(MetricName.AREA_UNDER_ROC, ranking.areaUnderRoc());
    values.put(MetricName.AVERAGE_PRECISION, ranking.averagePrecision());
    values.put(MetricName.PRECISION_AT_TOP, ranking.precisionAtTop());
    values.put(MetricName.RECALL_AT_RATE, ranking.recallAtRate());
    return values;
  }

  private static Map<String, Double> recalibration(Recalibration recalibration) {
    return Map.of(
        MetricName.SLOPE, recalibration.slope(), MetricName.INTERCEPT, recalibration.intercept());
  }

  private Map<String, Double> probabilities(Judged judged, @Nullable Double positive) {
    Probabilities found = judged.probabilities(positive, params.getNumBins());
    Map<String, Double> values = new LinkedHashMap<>();
    values.put(MetricName.BRIER, found.brier());
    values.put(MetricName.LOG_LOSS, found.logLoss());
    if (positive != null) {
      values.put(MetricName.CALIBRATION_ERROR, found.calibrationError());
      values.put(MetricName.RATIO, found.ratio());
    }

    return values;
  }

  /** All measures that can be had. */
  ImbalanceMetrics all() {
    try (Judged judged = judged(true, true)) {
      Double positive = positive(judged);
      Map<String, Double> values = new LinkedHashMap<>();
      if (positive != null) {
        addRanking(judged, positive, values);
      }

      for (CountMeasure measure : CountMeasure.values()) {
        if (positive != null || MetricName.hasAverage(measure.label())) {
          values.put(measure.label(), ofDecisions(judged, positive, measure));
        }
      }

      if (!isRaw()) {
        values.putAll(probabilities(judged, positive));
      }

      double ofClass = Double.NaN;
      if (positive != null) {
        BinaryCounts counts = judged.counts(positive);
        ofClass = (counts.tp() + counts.fn()) / counts.total();
      }

      return new ImbalanceMetrics(
          judged.rows(), positive == null ? Double.NaN : positive, ofClass, values);
    }
  }

  private void addRanking(Judged judged, double positive, Map<String, Double> values) {
    boolean both = hasBothKinds(judged, positive);
    Ranking none =
        new Ranking(Double.NaN, Double.NaN, Double.NaN, Double.NaN, List.of(), List.of());
    values.putAll(ranking(both ? judged.ranking(positive, rankSettings()) : none));
    if (!isRaw()) {
      values.putAll(
          recalibration(
              both ? judged.recalibration(positive) : new Recalibration(Double.NaN, Double.NaN)));
    }
  }

  /** Curves of one class. */
  ImbalanceCurves curves() {
    try (Judged judged = judged(false, true)) {
      Double positive = positive(judged);
      if (positive == null) {
        throw EvaluationProblems.noClass("curves", judged.rowsOfLabels().size());
      }

      requireBothKinds(judged, positive, "curves");
      double[][] bins =
          isRaw() ? new double[0][] : judged.probabilities(positive, params.getNumBins()).bins();
      return ImbalanceCurves.of(positive, judged.ranking(positive, rankSettings()), bins);
    }
  }
}
