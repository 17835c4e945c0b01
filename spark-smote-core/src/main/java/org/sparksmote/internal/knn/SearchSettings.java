// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

/**
 * What a neighbour search is asked to do.
 *
 * @param k neighbours per query
 * @param trees the most trees a forest may grow; easy data stops earlier
 * @param leafSize points per leaf of a tree, about
 * @param exactBelow up to this many points the search is exact; {@link Integer#MAX_VALUE} for
 *     always, 0 for never
 * @param seed decides the trees
 * @param target when a forest may stop growing
 * @param interruption asked once per block of queries whether to go on
 */
public record SearchSettings(
    int k,
    int trees,
    int leafSize,
    int exactBelow,
    long seed,
    Target target,
    Interruption interruption) {

  /**
   * How good neighbours must be, measured on a sample within the bucket.
   *
   * @param extraNeighbors partners may be as far as those of an exact search with k and so many
   *     more neighbours
   * @param leastRecall least share of the true neighbours that is found
   */
  public record Target(double extraNeighbors, double leastRecall) {

    /** Good enough to draw partners from: those that are missed have near stand-ins. */
    public static final Target OF_PARTNERS = new Target(0.9, 0.75);
  }

  /** Settings whose forest is good enough to draw partners from; nothing interrupts the search. */
  public SearchSettings(int k, int trees, int leafSize, int exactBelow, long seed) {
    this(k, trees, leafSize, exactBelow, seed, Target.OF_PARTNERS, Interruption.NONE);
  }

  /** Checks the ranges. */
  public SearchSettings {
    require(k >= 1, "k", k, 1);
    require(trees >= 1, "trees", trees, 1);
    require(leafSize >= 16, "leafSize", leafSize, 16);
    require(exactBelow >= 0, "exactBelow", exactBelow, 0);
  }

  /** The same with another target. */
  public SearchSettings withTarget(Target other) {
    return new SearchSettings(k, trees, leafSize, exactBelow, seed, other, interruption);
  }

  private static void require(boolean holds, String name, int value, int least) {
    if (!holds) {
      throw new IllegalArgumentException(
          "Cannot search neighbours: " + name + " is " + value + " but must be at least " + least);
    }
  }
}
