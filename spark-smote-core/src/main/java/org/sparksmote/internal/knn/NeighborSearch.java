// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;

/**
 * Finds the nearest neighbours of the queries of one bucket.
 *
 * <p>The result is a pure function of the points, the marks and the settings. No point is its own
 * neighbour.
 */
public final class NeighborSearch {

  /** Queries, or candidates, so few that comparing all is no dearer than to grow a forest. */
  private static final int FEW = 4096;

  /** The same where distances are not those of an image, which a slow loop then computes. */
  private static final int FEW_WITHOUT_IMAGE = 256;

  private NeighborSearch() {}

  /** Searches the neighbours, among all points, of every point marked in {@code isQuery}. */
  public static Neighbors search(Points points, boolean[] isQuery, SearchSettings settings) {
    boolean[] isCandidate = new boolean[points.size()];
    Arrays.fill(isCandidate, true);
    return search(points, isQuery, isCandidate, settings);
  }

  /**
   * Searches the neighbours, among the points marked in {@code isCandidate}, of every point marked
   * in {@code isQuery}. All queries get the same number: the k asked for, or as many as the query
   * with the fewest can have.
   */
  public static Neighbors search(
      Points points, boolean[] isQuery, boolean[] isCandidate, SearchSettings settings) {
    int size = points.size();
    requireMarks(isQuery, size);
    requireMarks(isCandidate, size);
    Roles roles = Roles.of(isQuery, isCandidate);
    int k = roles.neighbors(settings.k());
    int[] ids = new int[Math.multiplyExact(roles.queries().length, k)];
    int[] used = ids.length == 0 ? new int[0] : roles.points();
    SearchQuality quality = SearchQuality.exact(k);
    if (used.length == size) {
      quality = search(points, roles, k, settings, ids);
    } else if (used.length > 0) {
      Points some = SubPoints.of(points, used);
      quality = search(some, roles.at(used), k, settings, ids);
      Arrays.setAll(ids, at -> used[ids[at]]);
    }

    return new Neighbors(points, k, Ids.ranks(roles.queries(), size), ids, quality);
  }

  /** Searches points that all have a role. */
  private static SearchQuality search(
      Points points, Roles roles, int k, SearchSettings settings, int[] ids) {
    if (ids.length == 0) {
      return SearchQuality.exact(k);
    }

    boolean small = points.size() <= 2 * settings.leafSize() || roles.candidates().length <= 2 * k;
    if (small || isExact(points, roles, settings)) {
      ExactSearch.search(points, roles, k, settings.interruption(), ids);
      return SearchQuality.exact(k);
    }

    SearchQuality scant =
        points instanceof SparsePoints sparse && !points.exactImage()
            ? ScantSearch.search(sparse, roles, k, settings, ids)
            : null;
    return scant != null ? scant : ForestSearch.search(points, roles, k, settings, ids);
  }

  private static boolean isExact(Points points, Roles roles, SearchSettings settings) {
    long below = settings.exactBelow();
    long queries = roles.queries().length;
    long candidates = roles.candidates().length;
    int few = points.exactImage() ? FEW : FEW_WITHOUT_IMAGE;
    return queries * candidates <= below * below
        || (below > 0 && Math.min(queries, candidates) <= few);
  }

  private static void requireMarks(boolean[] marks, int size) {
    if (marks.length != size) {
      throw new IllegalArgumentException(
          "Cannot search neighbours: " + marks.length + " marks for " + size + " points");
    }
  }
}
