// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

/**
 * The points of one bucket, in key order.
 *
 * <p>The index of a point is the rank of its row's key, so a tie broken by index is a tie broken by
 * key. All points are distinct: the caller collapses identical rows first, because a row's copies
 * would otherwise fill its list of neighbours.
 */
public interface Points {
  /** Returns the number of points. */
  int size();

  /** Returns the length of the dense image that {@link #read} writes. */
  int dims();

  /** Writes the dense image of a point, already scaled for distance, into {@code out}. */
  void read(int point, double[] out);

  /**
   * Returns the true squared distance: the plain sequential sum of squared differences over
   * ascending index, so that every caller gets the same bits.
   */
  double squaredDistance(int a, int b);

  /**
   * Tells whether distances between images are the true distances. False when {@link #read} gives
   * only a sketch; the search then keeps longer lists and ranks them by {@link #squaredDistance}.
   */
  boolean exactImage();
}
