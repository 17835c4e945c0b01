// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.measures;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What rows of each class were called: weights by true class and by the class that was predicted.
 * Averages are those of scikit-learn and imbalanced-learn, with weights also where imbalanced-learn
 * leaves them out (true negatives).
 */
public final class ConfusionMatrix {

  private final double[][] weights;
  private final double[] are;
  private final double[] called;
  private final double total;

  /** Of weights by true class, then by predicted class. */
  public ConfusionMatrix(double[][] weights) {
    this.weights = weights;
    are = new double[weights.length];
    called = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < weights.length; j++) {
        are[i] += weights[i][j];
        called[j] += weights[i][j];
      }
    }

    total = Arrays.stream(are).sum();
  }

  /** The weight of all rows. */
  public double total() {
    return total;
  }

  /** One class against all others. */
  public BinaryCounts counts(int of) {
    double tp = weights[of][of];
    double fp = 0;
    double fn = 0;
    double tn = 0;
    for (int i = 0; i < weights.length; i++) { // sums and no differences, which could be below 0
      for (int j = 0; j < weights.length; j++) {
        fp += i != of && j == of ? weights[i][j] : 0;
        fn += i == of && j != of ? weights[i][j] : 0;
        tn += i != of && j != of ? weights[i][j] : 0;
      }
    }

    return new BinaryCounts(tp, fp, fn, tn);
  }

  private IntStream classes() {
    return IntStream.range(0, weights.length);
  }

  /** A measure of all classes; a cost has no average. */
  public double average(CountMeasure measure, Averaging averaging, MeasureSettings settings) {
    return switch (measure) {
      case ACCURACY -> BinaryCounts.ratio(right(), total);
      case BALANCED_ACCURACY -> balancedAccuracy();
      case MCC -> mcc();
      case G_MEAN -> gMean(averaging);
      case IBA ->
          CountMeasure.iba(
              mean(averaging, BinaryCounts::sensitivity),
              mean(averaging, BinaryCounts::specificity),
              settings.alpha());
      default -> mean(averaging, counts -> measure.of(counts, settings));
    };
  }

  private double right() {
    return classes().mapToDouble(c -> weights[c][c]).sum();
  }

  /** The mean recall of the classes that have rows. */
  private double balancedAccuracy() {
    return classes()
        .filter(c -> are[c] > 0)
        .mapToDouble(c -> counts(c).sensitivity())
        .average()
        .orElse(0);
  }

  private double gMean(Averaging averaging) {
    if (averaging == Averaging.MULTICLASS) {
      double product = 1;
      for (int c = 0; c < weights.length; c++) {
        product *= StrictMath.pow(counts(c).sensitivity(), 1.0 / weights.length);
      }

      return product;
    }

    return CountMeasure.gMean(
        mean(averaging, BinaryCounts::sensitivity), mean(averaging, BinaryCounts::specificity));
  }

  private double mean(Averaging averaging, ToDoubleFunction<BinaryCounts> measure) {
    if (averaging == Averaging.MICRO) {
      return measure.applyAsDouble(together());
    }

    double sum = 0;
    for (int c = 0; c < weights.length; c++) {
      double share = averaging == Averaging.WEIGHTED ? are[c] / total : 1.0 / weights.length;
      sum += share * measure.applyAsDouble(counts(c));
    }

    return sum;
  }

  private BinaryCounts together() {
    BinaryCounts sum = new BinaryCounts(0, 0, 0, 0);
    for (int c = 0; c < weights.length; c++) {
      BinaryCounts more = counts(c);
      sum =
          new BinaryCounts(
              sum.tp() + more.tp(),
              sum.fp() + more.fp(),
              sum.fn() + more.fn(),
              sum.tn() + more.tn());
    }

    return sum;
  }

  /** The correlation of several classes (Gorodkin 2004). */
  private double mcc() {
    double both = 0;
    double squareOfAre = 0;
    double squareOfCalled = 0;
    for (int c = 0; c < weights.length; c++) {
      both += are[c] * called[c];
      squareOfAre += are[c] * are[c];
      squareOfCalled += called[c] * called[c];
    }

    double square = total * total;
    return BinaryCounts.ratio(
        right() * total - both,
        Math.sqrt(square - squareOfAre) * Math.sqrt(square - squareOfCalled));
  }
}
