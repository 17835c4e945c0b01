// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.judging;

import java.io.Serializable;
import org.apache.spark.ml.linalg.Vector;
import org.jspecify.annotations.Nullable;

/**
 * How the score of a class is read.
 *
 * @param wanted whether there are scores
 * @param vector whether there is a number per class, and not one for class 1
 * @param raw whether they are no probabilities
 */
record Scores(boolean wanted, boolean vector, boolean raw) implements Serializable {

  /** How far the sum of a row's probabilities may be from 1, as those of single precision are. */
  private static final double ROUNDING = 1e-3;

  /** Whether a cell can be read for a row of a class. */
  boolean isValid(@Nullable Object cell, double label) {
    if (!wanted) {
      return true;
    }

    if (cell instanceof Vector numbers) {
      boolean valid = label == Math.rint(label) && label >= 0 && label < numbers.size();
      double sum = 0;
      for (int i = 0; valid && i < numbers.size(); i++) {
        valid = isValid(numbers.apply(i));
        sum += numbers.apply(i);
      }

      boolean whole = raw || Math.abs(sum - 1) <= ROUNDING;
      return valid && whole && numbers.size() > 1;
    }

    return cell instanceof Double number && isValid(number) && (label == 0 || label == 1);
  }

  private boolean isValid(double number) {
    return raw ? Double.isFinite(number) : number >= 0 && number <= 1;
  }

  /** The score of a class; of classes without a number it is the lowest. */
  double of(Object cell, double label) {
    if (cell instanceof Vector numbers) {
      boolean known = label >= 0 && label < numbers.size();
      double none = raw ? Double.NEGATIVE_INFINITY : 0;
      return (known ? numbers.apply((int) label) : none) + 0.0; // -0.0 and 0.0 are one score
    }

    double number = (Double) cell + 0.0;
    if (label == 1) {
      return number;
    }

    return raw ? 0.0 - number : 1 - number;
  }
}
