// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;

/** Points of some neighbouring leaves, copied together as rows for the distance kernel. */
final class LeafGroup {
  private final FloatImage image;
  private final Leaves leaves;
  float[] rows = {};
  private int[] slots = {};
  private boolean[] areCandidates = {};
  private int size;

  LeafGroup(FloatImage image, Leaves leaves) {
    this.image = image;
    this.leaves = leaves;
  }

  void clear() {
    size = 0;
  }

  /** Adds the points in the slots of a leaf and returns the place of the first. */
  int add(int leaf, int fromSlot, int toSlot) {
    int first = size;
    reserve(size + toSlot - fromSlot);
    for (int slot = fromSlot; slot < toSlot; slot++) {
      int from = leaves.point(slot) * image.dims;
      System.arraycopy(image.rows, from, rows, size * image.dims, image.dims);
      slots[size] = slot;
      areCandidates[size] = slot >= leaves.candidateStart(leaf);
      size++;
    }

    return first;
  }

  private void reserve(int places) {
    if (places > slots.length) {
      int room = Math.max(2 * slots.length, places);
      slots = Arrays.copyOf(slots, room);
      areCandidates = Arrays.copyOf(areCandidates, room);
      rows = Arrays.copyOf(rows, Math.multiplyExact(room, image.dims));
    }
  }

  int size() {
    return size;
  }

  int slot(int place) {
    return slots[place];
  }

  /** Whether the point at a place may be a neighbour. */
  boolean isCandidate(int place) {
    return areCandidates[place];
  }
}
