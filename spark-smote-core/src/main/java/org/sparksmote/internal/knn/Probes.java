// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;

/**
 * Which points of a group look into which leaves, gathered point by point, read leaf by leaf: then
 * a leaf comes into the cache once for all of them. One object serves all groups, and a group looks
 * into few of the leaves, so nothing here takes time by the number of all leaves.
 */
final class Probes {
  private final int[] counts; // per leaf
  private final int[] starts; // per leaf; sorting moves it to where its points end
  private int[] leaf = new int[1024];
  private int[] point = new int[1024];
  private int[] sorted = new int[1024];
  private int[] leaves = new int[16]; // those that are looked into, in order of first mention
  private int leafCount;
  private int size;

  Probes(int leaves) {
    this.counts = new int[leaves];
    this.starts = new int[leaves];
  }

  void clear() {
    for (int i = 0; i < leafCount; i++) {
      counts[leaves[i]] = 0;
    }

    leafCount = 0;
    size = 0;
  }

  /** Adds points that look into a leaf. */
  void add(int other, int[] points, int count) {
    if (count == 0) {
      return;
    }

    if (size + count > leaf.length) {
      leaf = Arrays.copyOf(leaf, Math.max(2 * leaf.length, size + count));
      point = Arrays.copyOf(point, leaf.length);
    }

    if (counts[other] == 0) {
      leaves = leafCount < leaves.length ? leaves : Arrays.copyOf(leaves, 2 * leafCount);
      leaves[leafCount++] = other;
    }

    counts[other] += count;
    Arrays.fill(leaf, size, size + count, other);
    System.arraycopy(points, 0, point, size, count);
    size += count;
  }

  /** Puts the points of each leaf together, in the order in which they were added. */
  void sort() {
    sorted = sorted.length < size ? new int[leaf.length] : sorted;
    int next = 0;
    for (int i = 0; i < leafCount; i++) {
      starts[leaves[i]] = next;
      next += counts[leaves[i]];
    }

    for (int i = 0; i < size; i++) {
      sorted[starts[leaf[i]]++] = point[i];
    }
  }

  /** How many leaves are looked into. */
  int leaves() {
    return leafCount;
  }

  int leaf(int number) {
    return leaves[number];
  }

  /** Where the points that look into a leaf start in {@link #points}, once sorted. */
  int start(int leaf) {
    return starts[leaf] - counts[leaf];
  }

  /** Where they end. */
  int end(int leaf) {
    return starts[leaf];
  }

  int[] points() {
    return sorted;
  }
}
