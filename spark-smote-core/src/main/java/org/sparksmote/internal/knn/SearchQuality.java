// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.io.Serializable;

/**
 * How near a search came to an exact one among the points of its bucket, on a sample of queries.
 *
 * @param effectiveK neighbours at which an exact search has the same mean distance; at most twice k
 */
public record SearchQuality(double effectiveK) implements Serializable {

  /** That of the nearest few of all that were searched: they are missed no more often. */
  public SearchQuality ofFirst(int few, int all) {
    return new SearchQuality(all == 0 ? 0 : effectiveK * few / all);
  }

  static SearchQuality exact(int k) {
    return new SearchQuality(k);
  }
}
