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
 * @param copies rows from beyond its borders that a bucket takes at most, in those that it has on
 *     average
 */
public record CellNeeds(
    boolean locality,
    boolean neighbors,
    int reach,
    Enemies enemies,
    boolean enemiesAsk,
    boolean judgedAmongAll,
    int tried,
    double copies)
    implements Serializable {

  /** With copies a bucket holds less than twice its share. */
  private static final double FEW_COPIES = 0.6;

  /** The rows of its own that the fullest bucket is planned to have. */
  private static final double MOST_CROWDED = 1.3;

  /** Where a neighbour that is missed has stand-ins. */
  public CellNeeds(
      boolean locality,
      boolean neighbors,
      int reach,
      Enemies enemies,
      boolean enemiesAsk,
      boolean judgedAmongAll,
      int tried) {
    this(locality, neighbors, reach, enemies, enemiesAsk, judgedAmongAll, tried, FEW_COPIES);
  }

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

  /** Rows of a bucket with its copies, in those that it has on average: no more than so many. */
  int withCopies() {
    return (int) Math.ceil(MOST_CROWDED + copies);
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
