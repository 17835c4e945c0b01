// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.measures;

import java.util.Arrays;
import java.util.List;

/** Measures of decisions, which need to know only how many were right and wrong. */
public enum CountMeasure {
  /** The root of sensitivity times specificity (Kubat and Matwin 1997). */
  G_MEAN("gMean"),
  /** The mean of sensitivity and specificity. */
  BALANCED_ACCURACY("balancedAccuracy"),
  SENSITIVITY("sensitivity"),
  SPECIFICITY("specificity"),
  PRECISION("precision"),
  /** Another name of sensitivity. */
  RECALL("recall"),
  /** The weighted harmonic mean of precision and recall (van Rijsbergen 1979). */
  F_BETA("fBeta"),
  /** The correlation of decision and truth (Matthews 1975). */
  MCC("mcc"),
  /** The index of balanced accuracy of the squared G-mean (García, Mollineda, Sánchez 2009). */
  IBA("iba"),
  ACCURACY("accuracy"),
  /** What wrong decisions cost, per row or per unit of weight; lower is better. */
  COST("cost");

  private final String label;

  CountMeasure(String label) {
    this.label = label;
  }

  /** The measure of a binary decision. */
  public double of(BinaryCounts counts, MeasureSettings settings) {
    return switch (this) {
      case G_MEAN -> gMean(counts.sensitivity(), counts.specificity());
      case BALANCED_ACCURACY -> (counts.sensitivity() + counts.specificity()) / 2;
      case SENSITIVITY, RECALL -> counts.sensitivity();
      case SPECIFICITY -> counts.specificity();
      case PRECISION -> counts.precision();
      case F_BETA -> counts.fBeta(settings.beta());
      case MCC -> counts.mcc();
      case IBA -> iba(counts.sensitivity(), counts.specificity(), settings.alpha());
      case ACCURACY -> counts.accuracy();
      case COST -> counts.cost(settings.falsePositiveCost(), settings.falseNegativeCost());
    };
  }

  /** Whether more is better, as of all measures but the cost. */
  public boolean isLargerBetter() {
    return this != COST;
  }

  /** Whether one value is better than another; equal ones are not. */
  public boolean isBetter(double value, double than) {
    return isLargerBetter() ? value > than : value < than;
  }

  /** Its name as users know it, such as {@code gMean}. */
  public String label() {
    return label;
  }

  /** The names of all, in their order. */
  public static List<String> names() {
    return Arrays.stream(values()).map(CountMeasure::label).toList();
  }

  /** Whether there is a measure of this name. */
  public static boolean isName(String name) {
    return names().contains(name);
  }

  /**
   * The measure of a name.
   *
   * @throws IllegalArgumentException if {@link #names} has no such name
   */
  public static CountMeasure of(String name) {
    return Arrays.stream(values())
        .filter(measure -> measure.label.equals(name))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException(name + " is none of " + names()));
  }

  static double gMean(double sensitivity, double specificity) {
    return Math.sqrt(sensitivity * specificity);
  }

  static double iba(double sensitivity, double specificity, double alpha) {
    return (1 + alpha * (sensitivity - specificity)) * sensitivity * specificity;
  }
}
