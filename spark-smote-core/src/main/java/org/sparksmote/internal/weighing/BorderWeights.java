// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.weighing;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.sparksmote.internal.cells.OwnRows;
import org.sparksmote.internal.knn.Neighbors;
import org.sparksmote.internal.synth.MwmoteWeights;

/**
 * The weights of MWMOTE (Barua, Islam, Yao and Murase 2014): rows that rows of other classes at the
 * border have near them, more if they are close and few.
 */
final class BorderWeights {

  /** Nearest rows of other classes that make the border, as in the paper. */
  private static final int BORDER = 3;

  /** Nearest rows of the class that a border row informs: half of them, but no more than this. */
  private static final int MOST_INFORMED = 64;

  /** The paper's cut-off and largest closeness. */
  private static final double CLOSEST = 5;

  private static final double MOST_CLOSENESS = 2;

  private final VariantCell cell;
  private final boolean[] enemies;
  private final boolean[] clean;

  private BorderWeights(VariantCell cell) {
    this.cell = cell;
    this.enemies = cell.hood.enemyPoints();
    this.clean = new boolean[enemies.length];
    int k = Math.min(cell.k(), cell.amongAll().k());
    for (int point = 0; point < clean.length; point++) {
      clean[point] = cell.rows.isOwn(point) && cell.enemies(cell.rows.first(point), k) < k;
    }
  }

  /**
   * The weight of a row of each of the bases' points; rows with other classes all around have none.
   */
  static double[] of(VariantCell cell, OwnRows bases) {
    double[] ofPoint = new BorderWeights(cell).ofPoints();
    return Arrays.stream(bases.points()).mapToDouble(point -> ofPoint[point]).toArray();
  }

  private double[] ofPoints() {
    boolean[] border = border();
    long cleanPoints = IntStream.range(0, clean.length).filter(point -> clean[point]).count();
    int most = (int) Math.max(1, Math.min(MOST_INFORMED, cleanPoints / 2));
    Neighbors found = cell.hood.search(border, clean, most);
    int[] queries = IntStream.range(0, border.length).filter(point -> border[point]).toArray();
    int[][] lists = new int[queries.length][];
    double[][] distances = new double[queries.length][];
    for (int i = 0; i < queries.length; i++) {
      int point = queries[i];
      int self = clean[point] ? 1 : 0; // identical rows of two classes are 0 apart
      lists[i] = new int[Math.min(most, found.k() + self)];
      distances[i] = new double[lists[i].length];
      Arrays.fill(lists[i], point);
      for (int rank = 0; rank + self < lists[i].length; rank++) {
        lists[i][rank + self] = found.id(point, rank);
        distances[i][rank + self] = found.distance(point, rank);
      }
    }

    return MwmoteWeights.of(clean.length, lists, distances, cell.size(), CLOSEST, MOST_CLOSENESS);
  }

  /** The points of other classes that are nearest to a clean row. */
  private boolean[] border() {
    Neighbors found = cell.hood.search(clean, enemies, BORDER);
    boolean[] border = new boolean[enemies.length];
    for (int point = 0; point < clean.length; point++) {
      boolean self = clean[point] && enemies[point];
      border[point] |= self;
      int others = clean[point] ? Math.min(self ? BORDER - 1 : BORDER, found.k()) : 0;
      for (int rank = 0; rank < others; rank++) {
        border[found.id(point, rank)] = true;
      }
    }

    return border;
  }
}
