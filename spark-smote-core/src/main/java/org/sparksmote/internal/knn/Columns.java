// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

/**
 * Points laid out for the distance kernel, which measures four rows against many of them at once.
 *
 * <p>A point has a slot. Slots come in groups of {@link #width}: a range that is measured starts at
 * a multiple of it, and the room of the last group is always there. Per pair, every kernel computes
 * one sequence {@code s = fma(t, t, s)} over ascending dimension, so all kernels agree bit for bit,
 * and which of them runs decides nothing but the time.
 */
abstract class Columns {

  /** Returns columns for the fastest kernel that this JVM can run. */
  static Columns of(int slots, int dims) {
    return KernelChoice.BEST.columns(slots, dims);
  }

  /** Slots per group. */
  abstract int width();

  /** Puts the point that starts at {@code rows[at]} into a slot. */
  abstract void put(int slot, float[] rows, int at);

  /**
   * Writes the squared distances of the block's four rows to the points in {@code [from, to)} into
   * the block's output, by slot, and the smallest of the four.
   */
  abstract void measure(int from, int to, float[] rows, RowBlock block);

  /**
   * Measures, in a range that starts anywhere, and lists as hits the slots that may be of use:
   * those no farther from one of the four rows than their own limit or than {@code widest}.
   *
   * @param limits what the points in the slots ask for, that of slot 0 at {@code base}
   */
  final void near(
      int from, int to, float[] rows, float[] limits, int base, float widest, RowBlock block) {
    int start = from / width() * width();
    measure(start, to, rows, block);
    block.keepHits(from, to, limits, base, widest);
  }

  /** Rounds up to a whole group. */
  final int wholeGroups(int slots) {
    return (slots + width() - 1) / width() * width();
  }
}
