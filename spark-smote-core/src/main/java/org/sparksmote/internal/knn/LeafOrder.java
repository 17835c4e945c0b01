// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;

/**
 * The leaves of a tree by the distance of their centres from that of one leaf, nearest first. Few
 * of them are asked for as a rule, so a nearest part is put in order first.
 */
final class LeafOrder {
  private static final int SAMPLE = 64;
  private static final int PART = SAMPLE / 4;

  private final Leaves leaves;
  private final Columns centers;
  private final RowBlock block;
  private final long[] keys; // distance, then leaf
  private final long[] sample = new long[SAMPLE];
  private final int dims;
  private int sorted;

  LeafOrder(Leaves leaves, int dims) {
    this.leaves = leaves;
    this.dims = dims;
    this.centers = Columns.of(leaves.count, dims);
    this.block = new RowBlock(leaves.count);
    this.keys = new long[leaves.count];
    for (int leaf = 0; leaf < leaves.count; leaf++) {
      centers.put(leaf, leaves.centers, leaf * dims);
    }
  }

  /** Orders the leaves around this one, which comes first. */
  void around(int leaf) {
    block.rows(leaf, leaf + 1, dims);
    centers.measure(0, leaves.count, leaves.centers, block);
    float[] distances = block.distances(0);
    for (int other = 0; other < keys.length; other++) {
      // Of leaves with one centre, and of distances that are no number, this one is still first.
      long bits = other == leaf ? -1L << 32 : (long) Float.floatToIntBits(distances[other]) << 32;
      keys[other] = bits | other;
    }

    sorted = nearPart();
    Arrays.sort(keys, 0, sorted);
  }

  /** Moves the leaves below a sampled quantile to the front and returns how many they are. */
  private int nearPart() {
    if (keys.length <= 4 * SAMPLE) {
      return keys.length;
    }

    for (int i = 0; i < SAMPLE; i++) {
      sample[i] = keys[(int) ((long) keys.length * i / SAMPLE)];
    }

    Arrays.sort(sample);
    int near = 0;
    for (int i = 0; i < keys.length; i++) {
      long key = keys[i];
      if (key <= sample[PART]) {
        keys[i] = keys[near];
        keys[near++] = key;
      }
    }

    return near;
  }

  /** The leaf at a rank; rank 0 is the leaf itself. */
  int leaf(int rank) {
    if (rank >= sorted) {
      Arrays.sort(keys, sorted, keys.length);
      sorted = keys.length;
    }

    return (int) keys[rank];
  }

  /** The distance between the centres of the leaf and that at a rank. */
  float distance(int rank) {
    return (float) Math.sqrt(block.distances(0)[leaf(rank)]);
  }
}
