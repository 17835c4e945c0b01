// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.measures;

import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.exact.ExactSum;

/**
 * A sum that is asked for after every number: exact, and rounded once each time. Whole numbers,
 * which unweighted rows are, add up exactly as they are.
 */
final class RunningTotal {

  /** Up to here doubles hold all whole numbers. */
  private static final double LARGEST = 0x1p53;

  private double whole;
  private @Nullable ExactSum exact;

  RunningTotal(ExactSum start) {
    double value = start.value();
    ExactSum rest = ExactSum.of(start.toBytes());
    rest.add(-value);
    if (isWhole(value) && rest.value() == 0) {
      whole = value;
    } else {
      exact = ExactSum.of(start.toBytes());
    }
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value) && value <= LARGEST;
  }

  void add(double value) {
    if (exact == null && isWhole(value) && isWhole(whole + value)) {
      whole += value;
      return;
    }

    if (exact == null) {
      exact = new ExactSum();
      exact.add(whole);
    }

    exact.add(value);
  }

  double value() {
    return exact == null ? whole : exact.value();
  }
}
