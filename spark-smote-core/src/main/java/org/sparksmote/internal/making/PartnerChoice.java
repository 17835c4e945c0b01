// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.making;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.cells.CellRows;
import org.sparksmote.internal.cells.OwnRows;
import org.sparksmote.internal.cells.RowNeighbors;
import org.sparksmote.internal.keyed.KeyedRandom;
import org.sparksmote.internal.rows.ColumnValues;
import org.sparksmote.internal.variants.Partner;
import org.sparksmote.internal.weighing.VariantCell;

/** Draws the partner of a base row as the variant says. */
final class PartnerChoice {

  /** A row between two classes stays on its own side: it goes half the way at most. */
  private static final double ENEMY_REACH = 0.5;

  private final VariantCell cell;
  private final CellRows rows;
  private final Partner kind;
  private final int k;
  private final OwnRows own;
  private final Map<Integer, ColumnValues> centers = new HashMap<>();

  PartnerChoice(VariantCell cell, int k) {
    this.cell = cell;
    this.rows = cell.rows;
    this.kind = cell.parts().partner();
    this.k = k;
    this.own = OwnRows.at(rows, point -> kind == Partner.CLASS_RANDOM);
  }

  /** The partner, or {@link Draft#NOBODY} when it is a mean. */
  long draw(long base, KeyedRandom random) {
    return switch (kind) {
      case CLASS_NEIGHBORS -> k == 0 ? base : cell.inClass().row(base, random.nextInt(k));
      case ALL_NEIGHBORS -> amongAll(base, random);
      case NEAREST_ENEMY -> orBase(cell.hood.nearestEnemy(base), base);
      case COMBINED -> nearer(base, cell.inClass().row(base, random.nextInt(k)));
      case CLASS_RANDOM -> own.size() == 1 ? base : own.other(base, random);
      case SAME_CLUSTER -> cell.groups().other(base, random);
      case CLASS_MEAN, CLUSTER_MEAN -> Draft.NOBODY;
      case NONE -> base;
    };
  }

  private long amongAll(long base, KeyedRandom random) {
    RowNeighbors all = cell.amongAll();
    int reach = Math.min(cell.k(), all.k());
    return reach == 0 ? base : all.row(base, random.nextInt(reach));
  }

  private static long orBase(long row, long base) {
    return row < 0 ? base : row;
  }

  private long nearer(long base, long friend) {
    long enemy = cell.hood.nearestEnemy(base);
    int center = rows.pointOf(base);
    boolean enemyIsNearer =
        enemy >= 0
            && cell.squaredDistance(center, rows.pointOf(enemy))
                < cell.squaredDistance(center, rows.pointOf(friend));
    return enemyIsNearer ? enemy : friend;
  }

  /** How far towards the partner a new row may lie. */
  double reach(long partner) {
    return partner >= 0 && rows.isEnemy(partner) ? ENEMY_REACH : 1;
  }

  /** The mean that is the partner, if it is one. */
  @Nullable ColumnValues center(long base) {
    return switch (kind) {
      case CLASS_MEAN -> cell.facts().means();
      case CLUSTER_MEAN -> centers.computeIfAbsent(cell.groups().ofRow(base), cell.groups()::mean);
      default -> null;
    };
  }
}
