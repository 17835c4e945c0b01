// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.measures;

/**
 * A place on the curves of a ranking.
 *
 * @param threshold scores from here on are called the class; infinite where none is
 * @param counts what that leads to
 */
public record CurvePoint(double threshold, BinaryCounts counts) {

  /** How many numbers a point is as it travels. */
  static final int NUMBERS = 3;
}
