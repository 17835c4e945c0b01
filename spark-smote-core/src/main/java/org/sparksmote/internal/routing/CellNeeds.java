// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import java.io.Serializable;

/**
 * What making rows of a class needs of the search.
 *
 * @param locality whether rows must be searched near others; if not, any rows may share a task
 * @param neighbors whether nearest rows of the class are asked for
 * @param reach how many of them, as a multiple of k
 * @param enemies which rows of other classes must be at hand
 * @param enemiesAsk whether neighbours of these are asked for too
 * @param judgedAmongAll whether a search is judged by the rows of all classes that it finds, and
 *     not by those of the class
 * @param tried how many rows are searched together that were not there before
 */
public record CellNeeds(
    boolean locality,
    boolean neighbors,
    int reach,
    Enemies enemies,
    boolean enemiesAsk,
    boolean judgedAmongAll,
    int tried)
    implements Serializable {

  /** Rows of other classes that must be at hand. */
  public enum Enemies {
    NONE,

    /** Those that are among the nearest of a row of the class. */
    NEAR,

    ALL
  }

  /** Whether rows of other classes travel. */
  boolean takesEnemies() {
    return enemies != Enemies.NONE;
  }

  /** Whether anything is searched at all. */
  boolean isSearched() {
    return neighbors || takesEnemies();
  }

  /**
   * How many neighbours a row asks for at most.
   *
   * @param k of the class
   * @param m of all classes, where rows of other classes are at hand
   */
  long asked(int k, int m) {
    long own = (long) reach * k;
    return takesEnemies() ? Math.max(own, m) : own;
  }
}
