// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.io.Serializable;
import java.util.Arrays;

/** What a score of a class means as a probability; it never falls with the score. */
sealed interface Calibrator extends Serializable {

  /** The probability, before those of all classes are brought to the sum 1. */
  double probability(double score);

  /** The numbers that it is made of, as they are saved. */
  double[] numbers();

  /** {@code 1 / (1 + exp(-(slope * score + intercept)))} (Platt 1999). */
  record Sigmoid(double slope, double intercept) implements Calibrator {

    static Sigmoid of(double[] numbers) {
      return new Sigmoid(numbers[0], numbers[1]);
    }

    @Override
    public double probability(double score) {
      return 1 / (1 + StrictMath.exp(-(slope * score + intercept)));
    }

    @Override
    public double[] numbers() {
      return new double[] {slope, intercept};
    }
  }

  /**
   * A function that never falls, straight between its points and level beyond them.
   *
   * @param numbers the scores of the points in their order, then the probabilities
   */
  record Isotonic(double[] numbers) implements Calibrator {

    @Override
    public double probability(double score) {
      int points = numbers.length / 2;
      int at = Arrays.binarySearch(numbers, 0, points, score);
      if (at >= 0) {
        return numbers[points + at];
      }

      int above = -at - 1;
      if (above == 0 || above == points) {
        return numbers[points + Math.min(above, points - 1)];
      }

      double from = numbers[above - 1];
      double share = (score - from) / (numbers[above] - from);
      double low = numbers[points + above - 1];
      return low + share * (numbers[points + above] - low);
    }
  }
}
