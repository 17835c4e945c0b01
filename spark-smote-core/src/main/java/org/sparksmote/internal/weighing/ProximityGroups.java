// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.weighing;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.sparksmote.internal.knn.Neighbors;
import org.sparksmote.internal.synth.ProximityLevels;

/**
 * Levels of nearness to the other classes (Barua, Islam and Murase 2013). The nearest rows of every
 * row of another class are level 0; the nearest of what remains are level 1, and so on.
 */
final class ProximityGroups {

  /** Levels, and nearest rows of a row of another class, as in the paper. */
  static final int COUNT = 5;

  private static final int NEAREST = 5;

  /** How fast the weight falls from level to level: exp(-theta level). */
  static final double THETA = 1;

  private final VariantCell cell;
  private final boolean[] enemies;
  private final int[] own; // points of the class, ascending

  private ProximityGroups(VariantCell cell) {
    this.cell = cell;
    this.enemies = cell.hood.enemyPoints();
    this.own =
        IntStream.range(0, cell.rows.points()).filter(point -> cell.rows.isOwn(point)).toArray();
  }

  /** The level of every point of the class, from 0; -1 for points of other classes only. */
  static int[] of(VariantCell cell) {
    ProximityGroups found = new ProximityGroups(cell);
    int[] levels =
        ProximityLevels.levels(found.own.length, COUNT, NEAREST, (left, k) -> found.near(left, k));
    int[] ofPoint = new int[cell.rows.points()];
    Arrays.fill(ofPoint, -1);
    for (int i = 0; i < levels.length; i++) {
      ofPoint[found.own[i]] = levels[i] - 1;
    }

    return ofPoint;
  }

  private int[][] near(boolean[] remaining, int k) {
    boolean[] candidates = new boolean[enemies.length];
    int[] indexOf = new int[enemies.length];
    for (int i = 0; i < own.length; i++) {
      candidates[own[i]] = remaining[i];
      indexOf[own[i]] = i;
    }

    Neighbors found = cell.hood.search(enemies, candidates, k);
    return IntStream.range(0, enemies.length)
        .filter(point -> enemies[point])
        .mapToObj(point -> list(point, found, candidates, indexOf, k))
        .toArray(int[][]::new);
  }

  /** The nearest rows of a point; one that is of both classes is its own nearest. */
  private static int[] list(
      int point, Neighbors found, boolean[] candidates, int[] indexOf, int k) {
    IntStream self = candidates[point] ? IntStream.of(indexOf[point]) : IntStream.empty();
    IntStream others = IntStream.range(0, found.k()).map(rank -> indexOf[found.id(point, rank)]);
    return IntStream.concat(self, others).limit(k).toArray();
  }
}
