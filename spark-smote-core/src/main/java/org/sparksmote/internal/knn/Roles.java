// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

/**
 * Which points ask for neighbours, and which may be one.
 *
 * @param isQuery marks of the points that ask
 * @param isCandidate marks of the points that may be neighbours
 * @param queries the marked points, ascending
 * @param candidates the marked points, ascending
 */
record Roles(boolean[] isQuery, boolean[] isCandidate, int[] queries, int[] candidates) {

  static Roles of(boolean[] isQuery, boolean[] isCandidate) {
    return new Roles(isQuery, isCandidate, Ids.where(isQuery), Ids.where(isCandidate));
  }

  /**
   * Returns how many neighbours every query gets: all the same number, so one query that is a
   * candidate, and has one candidate less than others, decides for all.
   */
  int neighbors(int wanted) {
    int others = candidates.length;
    for (int query : queries) {
      if (isCandidate[query]) {
        others = candidates.length - 1;
        break;
      }
    }

    return Math.min(wanted, others);
  }

  /** Returns the points that have a role, ascending. */
  int[] points() {
    boolean[] marks = isQuery.clone();
    for (int candidate : candidates) {
      marks[candidate] = true;
    }

    return Ids.where(marks);
  }

  /** Returns the roles of some points, in that order. */
  Roles at(int[] ids) {
    boolean[] asks = new boolean[ids.length];
    boolean[] serves = new boolean[ids.length];
    for (int i = 0; i < ids.length; i++) {
      asks[i] = isQuery[ids[i]];
      serves[i] = isCandidate[ids[i]];
    }

    return of(asks, serves);
  }

  /** Where a point with a role stands in a leaf: 0 mere queries, 1 both, 2 mere candidates. */
  int place(int point) {
    return !isCandidate[point] ? 0 : isQuery[point] ? 1 : 2;
  }
}
