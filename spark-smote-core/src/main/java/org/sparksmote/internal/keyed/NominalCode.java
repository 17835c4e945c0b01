// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.keyed;

/**
 * The number that stands for a category. A text is hashed, so that no dictionary of its values is
 * ever gathered: of 100,000 texts some two share a code once in a million tables.
 */
public final class NominalCode {

  /** The category of cells that are null: the number nearest to 0 from below, in no real table. */
  public static final double MISSING = -Double.MIN_VALUE;

  private static final int BITS = 52;

  private NominalCode() {}

  /** 64 random bits that belong to a category of a feature. */
  public static long bits(int feature, double code) {
    return Mix.mix(Double.doubleToLongBits(code + 0.0), feature); // -0.0 is the 0.0 it equals
  }

  /** The code of a text: a whole number from 1 to 2^52, which a double holds. */
  public static double ofText(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = Mix.mix(hash + Mix.GOLDEN) ^ text.charAt(i);
    }

    return (Mix.mix(hash) >>> (Long.SIZE - BITS)) + 1;
  }
}
