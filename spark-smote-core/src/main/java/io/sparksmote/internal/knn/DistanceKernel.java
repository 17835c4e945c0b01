// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.internal.knn;

import java.util.Arrays;

/**
 * Squared distances between four query rows and a block of candidates held as columns.
 *
 * <p>Per pair it is one sequence {@code s = fma(t, t, s)} over ascending dimension, whatever the
 * blocking, so a version with explicit vectors can replace it bit for bit. Whole column arrays are
 * indexed by the loop variable alone because the JIT compiler vectorises exactly this shape.
 * Nothing is checked here.
 */
final class DistanceKernel {
  private DistanceKernel() {}

  /**
   * Fills {@code out[r][from..to)} with the squared distances of the rows that start at {@code
   * starts[r]} in {@code rows}, r = 0..3, and {@code out[4]} with the smallest of the four. The
   * number of columns is a multiple of four.
   */
  static void four(float[][] columns, int from, int to, float[] rows, int[] starts, float[][] out) {
    pair(columns, from, to, rows, starts[0], starts[1], out[0], out[1]);
    pair(columns, from, to, rows, starts[2], starts[3], out[2], out[3]);
    smaller(out[0], out[1], from, to, out[4]);
    smaller(out[4], out[2], from, to, out[4]);
    smaller(out[4], out[3], from, to, out[4]);
  }

  private static void pair(
      float[][] columns, int from, int to, float[] rows, int a, int b, float[] outA, float[] outB) {
    Arrays.fill(outA, from, to, 0f);
    Arrays.fill(outB, from, to, 0f);
    for (int j = 0; j < columns.length; j += 4) {
      addFour(columns, j, from, to, rows, a + j, b + j, outA, outB);
    }
  }

  private static void smaller(float[] a, float[] b, int from, int to, float[] out) {
    for (int i = from; i < to; i++) {
      out[i] = Math.min(a[i], b[i]);
    }
  }

  private static void addFour(
      float[][] columns,
      int j,
      int from,
      int to,
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
        from,
        to,
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
      int from,
      int to,
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
    for (int i = from; i < to; i++) {
      float x0 = c0[i];
      float x1 = c1[i];
      float x2 = c2[i];
      float x3 = c3[i];
      outA[i] = add(outA[i], a0 - x0, a1 - x1, a2 - x2, a3 - x3);
      outB[i] = add(outB[i], b0 - x0, b1 - x1, b2 - x2, b3 - x3);
    }
  }

  private static float add(float sum, float t0, float t1, float t2, float t3) {
    return Math.fma(t3, t3, Math.fma(t2, t2, Math.fma(t1, t1, Math.fma(t0, t0, sum))));
  }
}
