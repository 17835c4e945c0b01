// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.internal.knn;

import java.util.Arrays;

/**
 * Squared distances between two query rows and a block of candidates held as columns.
 *
 * <p>Per pair it is one sequence {@code s = fma(t, t, s)} over ascending dimension, whatever the
 * blocking, so a version with explicit vectors can replace it bit for bit. Whole column arrays are
 * indexed from 0 because the JIT compiler vectorises exactly this shape. Nothing is checked here.
 */
final class DistanceKernel {
  private DistanceKernel() {}

  /**
   * Fills {@code outA[0..count)} and {@code outB[0..count)} with the squared distances of the rows
   * that start at {@code a} and {@code b} in {@code rows}.
   */
  static void pair(
      float[][] columns, int count, float[] rows, int a, int b, float[] outA, float[] outB) {
    Arrays.fill(outA, 0, count, 0f);
    Arrays.fill(outB, 0, count, 0f);
    int dims = columns.length;
    int j = 0;
    for (; j + 3 < dims; j += 4) {
      addFour(columns, j, count, rows, a + j, b + j, outA, outB);
    }

    for (; j < dims; j++) {
      addOne(columns[j], count, rows[a + j], outA);
      addOne(columns[j], count, rows[b + j], outB);
    }
  }

  private static void addFour(
      float[][] columns,
      int j,
      int count,
      float[] rows,
      int a,
      int b,
      float[] outA,
      float[] outB) {
    addFour(
        columns[j],
        columns[j + 1],
        columns[j + 2],
        columns[j + 3],
        count,
        rows[a],
        rows[a + 1],
        rows[a + 2],
        rows[a + 3],
        rows[b],
        rows[b + 1],
        rows[b + 2],
        rows[b + 3],
        outA,
        outB);
  }

  /** Four dimensions at a time: one load and store of the running sums for eight operations. */
  private static void addFour(
      float[] c0,
      float[] c1,
      float[] c2,
      float[] c3,
      int count,
      float a0,
      float a1,
      float a2,
      float a3,
      float b0,
      float b1,
      float b2,
      float b3,
      float[] outA,
      float[] outB) {
    for (int i = 0; i < count; i++) {
      float x0 = c0[i];
      float x1 = c1[i];
      float x2 = c2[i];
      float x3 = c3[i];
      float s0 = a0 - x0;
      float s1 = a1 - x1;
      float s2 = a2 - x2;
      float s3 = a3 - x3;
      outA[i] = Math.fma(s3, s3, Math.fma(s2, s2, Math.fma(s1, s1, Math.fma(s0, s0, outA[i]))));
      float t0 = b0 - x0;
      float t1 = b1 - x1;
      float t2 = b2 - x2;
      float t3 = b3 - x3;
      outB[i] = Math.fma(t3, t3, Math.fma(t2, t2, Math.fma(t1, t1, Math.fma(t0, t0, outB[i]))));
    }
  }

  private static void addOne(float[] column, int count, float value, float[] out) {
    for (int i = 0; i < count; i++) {
      float t = value - column[i];
      out[i] = Math.fma(t, t, out[i]);
    }
  }
}
