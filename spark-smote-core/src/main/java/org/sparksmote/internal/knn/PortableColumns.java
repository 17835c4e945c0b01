// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;

/**
 * The kernel in plain loops. Every array is indexed by the loop variable alone, and a loop has few
 * of them, because that is what the JIT compiler vectorises for loops of a hundred rounds. Nothing
 * is checked here.
 */
final class PortableColumns extends Columns {

  /** Loops of whole vectors leave nothing over to do one by one. */
  private static final int WIDTH = 16;

  private final float[][] columns;

  PortableColumns(int slots, int dims) {
    this.columns = new float[dims][wholeGroups(slots)];
  }

  @Override
  int width() {
    return WIDTH;
  }

  @Override
  void put(int slot, float[] rows, int at) {
    for (int j = 0; j < columns.length; j++) {
      columns[j][slot] = rows[at + j];
    }
  }

  @Override
  void measure(int from, int to, float[] rows, RowBlock block) {
    int[] starts = block.starts;
    float[][] out = block.out;
    int end = wholeGroups(to);
    pair(from, end, rows, starts[0], starts[1], out[0], out[1]);
    pair(from, end, rows, starts[2], starts[3], out[2], out[3]);
    smaller(out[0], out[1], from, end, out[4]);
    smaller(out[4], out[2], from, end, out[4]);
    smaller(out[4], out[3], from, end, out[4]);
  }

  private void pair(int from, int to, float[] rows, int a, int b, float[] outA, float[] outB) {
    Arrays.fill(outA, from, to, 0f);
    Arrays.fill(outB, from, to, 0f);
    for (int j = 0; j < columns.length; j += 2) {
      addTwo(
          columns[j],
          columns[j + 1],
          from,
          to,
          rows[a + j],
          rows[a + j + 1],
          rows[b + j],
          rows[b + j + 1],
          outA,
          outB);
    }
  }

  /** Two dimensions of two rows at a time; with more, short loops are no longer vectorised. */
  private static void addTwo(
      float[] c0,
      float[] c1,
      int from,
      int to,
      float a0,
      float a1,
      float b0,
      float b1,
      float[] outA,
      float[] outB) {
    for (int i = from; i < to; i++) {
      float x0 = c0[i];
      float x1 = c1[i];
      float s0 = a0 - x0;
      float s1 = a1 - x1;
      float t0 = b0 - x0;
      float t1 = b1 - x1;
      outA[i] = Math.fma(s1, s1, Math.fma(s0, s0, outA[i]));
      outB[i] = Math.fma(t1, t1, Math.fma(t0, t0, outB[i]));
    }
  }

  private static void smaller(float[] a, float[] b, int from, int to, float[] out) {
    for (int i = from; i < to; i++) {
      out[i] = Math.min(a[i], b[i]);
    }
  }
}
