// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.keyed;

/**
 * The identity of a row: a 64-bit hash of its feature values that is the same wherever and however
 * often the row is read. Dense and sparse forms of one vector have one key, and so have 0.0 and
 * -0.0, because zeros are left out.
 */
public final class ContentKey {

  private ContentKey() {}

  /** The key of a dense row. */
  public static long ofDense(double[] values) {
    long key = values.length;
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0) {
        key = add(key, i, values[i]);
      }
    }

    return Mix.mix(key);
  }

  /** The key of a sparse row of {@code size} features; {@code indices} ascend. */
  public static long ofSparse(int size, int[] indices, double[] values) {
    long key = size;
    for (int i = 0; i < indices.length; i++) {
      if (values[i] != 0) {
        key = add(key, indices[i], values[i]);
      }
    }

    return Mix.mix(key);
  }

  private static long add(long key, int index, double value) {
    return Mix.mix(key + Mix.GOLDEN * (index + 1L)) ^ Mix.mix(Double.doubleToLongBits(value));
  }

  /** What a row adds to the order-free digest of its class: a sum of these is a fingerprint. */
  public static long digest(long key) {
    return Mix.mix(key ^ Mix.GOLDEN);
  }
}
