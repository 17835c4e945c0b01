// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.util.Arrays;
import java.util.stream.Stream;
import org.sparksmote.internal.measures.CountMeasure;

/** Names of measures that need more than counts of decisions. */
final class MetricName {

  static final String AREA_UNDER_ROC = "areaUnderROC";
  static final String AVERAGE_PRECISION = "averagePrecision";
  static final String PRECISION_AT_TOP = "precisionAtTopShare";
  static final String RECALL_AT_RATE = "recallAtFalsePositiveRate";
  static final String BRIER = "brier";
  static final String LOG_LOSS = "logLoss";
  static final String CALIBRATION_ERROR = "expectedCalibrationError";
  static final String RATIO = "meanProbabilityRatio";
  static final String SLOPE = "calibrationSlope";
  static final String INTERCEPT = "calibrationIntercept";

  private MetricName() {}

  /** Names of all measures. */
  static String[] all() {
    String[] scores = {
      AREA_UNDER_ROC,
      AVERAGE_PRECISION,
      PRECISION_AT_TOP,
      RECALL_AT_RATE,
      BRIER,
      LOG_LOSS,
      CALIBRATION_ERROR,
      RATIO,
      SLOPE,
      INTERCEPT
    };
    return Stream.concat(Arrays.stream(scores), CountMeasure.names().stream())
        .toArray(String[]::new);
  }

  /** Whether only the order of scores counts. */
  static boolean isOfRanking(String name) {
    return switch (name) {
      case AREA_UNDER_ROC, AVERAGE_PRECISION, PRECISION_AT_TOP, RECALL_AT_RATE -> true;
      default -> false;
    };
  }

  /** Whether it is found by fitting predictions to what came true. */
  static boolean isOfCalibration(String name) {
    return name.equals(SLOPE) || name.equals(INTERCEPT);
  }

  /** Whether it is best somewhere between small and large. */
  static boolean isBestBetween(String name) {
    return isOfCalibration(name) || name.equals(RATIO);
  }

  /** Whether less is better. */
  static boolean isSmallerBetter(String name) {
    return switch (name) {
      case BRIER, LOG_LOSS, CALIBRATION_ERROR -> true;
      default -> CountMeasure.isName(name) && !CountMeasure.of(name).isLargerBetter();
    };
  }

  /** Whether a number can be had for all of several classes at once. */
  static boolean hasAverage(String name) {
    boolean ofDecisions = CountMeasure.isName(name) && CountMeasure.of(name) != CountMeasure.COST;
    return ofDecisions || name.equals(BRIER) || name.equals(LOG_LOSS);
  }
}
