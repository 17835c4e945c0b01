// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;
import org.sparksmote.internal.keyed.Mix;

/** The k nearest to a query of the points offered, by true squared distance, then by tie. */
final class NearestSet {
  private final double[] distances;
  private final int[] ids;
  private int query;
  private int size;

  NearestSet(int k) {
    this.distances = new double[k];
    this.ids = new int[k];
  }

  /** Starts anew, for another query. */
  void clear(int of) {
    query = of;
    size = 0;
  }

  int size() {
    return size;
  }

  /** Returns the point at a rank, 0 being the nearest. */
  int id(int rank) {
    return ids[rank];
  }

  /** Returns the squared distance at a rank. */
  double distance(int rank) {
    return distances[rank];
  }

  /** Returns the distance of the last member, or infinity while there is room. */
  double limit() {
    return size < ids.length ? Double.POSITIVE_INFINITY : distances[size - 1];
  }

  void offer(int id, double distance) {
    if (size == ids.length && !before(distance, id, size - 1)) {
      return;
    }

    int at = size < ids.length ? size++ : size - 1;
    while (at > 0 && before(distance, id, at - 1)) {
      distances[at] = distances[at - 1];
      ids[at] = ids[at - 1];
      at--;
    }

    distances[at] = distance;
    ids[at] = id;
  }

  /** Writes the members, and -1 where there are fewer than k, from {@code at} on. */
  void copyTo(int[] out, int at) {
    System.arraycopy(ids, 0, out, at, size);
    Arrays.fill(out, at + size, at + ids.length, -1);
  }

  private boolean before(double distance, int id, int rank) {
    return distance < distances[rank]
        || (distance == distances[rank] && tie(query, id) < tie(query, ids[rank]));
  }

  /**
   * Where a candidate stands among those at the same distance from a query. Were it the same order
   * for all queries, some candidates would be nobody's neighbour.
   */
  static long tie(int query, int candidate) {
    return Mix.key(((long) query << 32) | (candidate & 0xFFFF_FFFFL));
  }
}
