// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernel with explicit vectors: four rows against two vectors of candidates at a time, whose
 * eight sums stay in registers.
 *
 * <p>Candidates lie in panels of {@link #WIDTH}: the first coordinate of all of them, then the
 * second, and so on. What was found is compared panel by panel, in the nearest cache.
 *
 * <p>The compiler keeps vectors in registers only as local variables of one compiled method, and
 * gives up on a method in which it has inlined too much. So the inner loop is written out, which
 * makes its method too long (above FreqInlineSize) to be inlined into others.
 */
final class VectorColumns extends Columns {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();
  private static final int WIDTH = 2 * LANES;

  private final int dims;
  private final float[] panels;

  VectorColumns(int slots, int dims) {
    this.dims = dims;
    this.panels = new float[Math.multiplyExact(wholeGroups(slots), dims)];
  }

  @Override
  int width() {
    return WIDTH;
  }

  @Override
  void put(int slot, float[] rows, int at) {
    int to = slot / WIDTH * WIDTH * dims + slot % WIDTH;
    for (int j = 0; j < dims; j++, to += WIDTH) {
      panels[to] = rows[at + j];
    }
  }

  @Override
  void measure(int from, int to, float[] rows, RowBlock block) {
    for (int slot = from; slot < to; slot += WIDTH) {
      measure(panels, dims, rows, block.starts, slot, block.out);
    }
  }

  private static void measure(
      float[] panels, int dims, float[] rows, int[] starts, int slot, float[][] out) {
    FloatVector a0 = FloatVector.zero(FLOATS);
    FloatVector a1 = a0;
    FloatVector b0 = a0;
    FloatVector b1 = a0;
    FloatVector c0 = a0;
    FloatVector c1 = a0;
    FloatVector d0 = a0;
    FloatVector d1 = a0;
    FloatVector t;
    for (int j = 0, p = slot * dims; j < dims; j++, p += WIDTH) {
      FloatVector x0 = FloatVector.fromArray(FLOATS, panels, p);
      FloatVector x1 = FloatVector.fromArray(FLOATS, panels, p + LANES);
      FloatVector q = FloatVector.broadcast(FLOATS, rows[starts[0] + j]);
      a0 = (t = q.sub(x0)).fma(t, a0);
      a1 = (t = q.sub(x1)).fma(t, a1);
      q = FloatVector.broadcast(FLOATS, rows[starts[1] + j]);
      b0 = (t = q.sub(x0)).fma(t, b0);
      b1 = (t = q.sub(x1)).fma(t, b1);
      q = FloatVector.broadcast(FLOATS, rows[starts[2] + j]);
      c0 = (t = q.sub(x0)).fma(t, c0);
      c1 = (t = q.sub(x1)).fma(t, c1);
      q = FloatVector.broadcast(FLOATS, rows[starts[3] + j]);
      d0 = (t = q.sub(x0)).fma(t, d0);
      d1 = (t = q.sub(x1)).fma(t, d1);
    }

    store(a0, a1, out[0], slot);
    store(b0, b1, out[1], slot);
    store(c0, c1, out[2], slot);
    store(d0, d1, out[3], slot);
    store(a0.min(b0).min(c0.min(d0)), a1.min(b1).min(c1.min(d1)), out[4], slot);
  }

  private static void store(FloatVector first, FloatVector second, float[] out, int at) {
    first.intoArray(out, at);
    second.intoArray(out, at + LANES);
  }
}
