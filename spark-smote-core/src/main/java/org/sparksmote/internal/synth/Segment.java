// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.synth;

/** The point at {@code gap} of the way from a base value to its partner's. */
public final class Segment {

  private Segment() {}

  /**
   * Interpolates one coordinate: (1 - gap) base + gap partner, which unlike base + gap (partner -
   * base) cannot overflow. Equal ends are returned as they are, bit for bit, and rounding never
   * leaves the segment.
   */
  public static double at(double base, double partner, double gap) {
    if (base == partner) {
      return base;
    }

    double value = (1 - gap) * base + gap * partner;
    return Math.max(Math.min(base, partner), Math.min(value, Math.max(base, partner)));
  }
}
