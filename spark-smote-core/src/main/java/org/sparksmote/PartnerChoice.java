// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.synth.KeyedRandom;

/** Draws the partner of a base row as the variant says. */
final class PartnerChoice {

  /** A row between two classes stays on its own side: it goes half the way at most. */
  private static final double ENEMY_REACH = 0.5;

  private final CellHood hood;
  private final CellRows rows;
  private final Partner kind;
  private final int k;
  private final OwnRows own;
  private final Map<Integer, ColumnValues> centers = new HashMap<>();

  PartnerChoice(CellHood hood, int k) {
    this.hood = hood;
    this.rows = hood.rows;
    this.kind = hood.parts().partner();
    this.k = k;
    this.own = OwnRows.at(rows, point -> kind == Partner.CLASS_RANDOM);
  }

  /** The partner, or {@link Draft#NOBODY} when it is a mean. */
  long draw(long base, KeyedRandom random) {
    return switch (kind) {
      case CLASS_NEIGHBORS -> k == 0 ? base : hood.inClass().row(base, random.nextInt(k));
      case ALL_NEIGHBORS -> amongAll(base, random);
      case NEAREST_ENEMY -> orBase(hood.nearestEnemy(base), base);
      case COMBINED -> nearer(base, hood.inClass().row(base, random.nextInt(k)));
      case CLASS_RANDOM -> own.size() == 1 ? base : own.other(base, random);
      case SAME_CLUSTER -> hood.groups().other(base, random);
      case CLASS_MEAN, CLUSTER_MEAN -> Draft.NOBODY;
      case NONE -> base;
    };
  }

  private long amongAll(long base, KeyedRandom random) {
    Partners all = hood.amongAll();
    int reach = Math.min(hood.plan.classOf(rows.cell).k(), all.k());
    return reach == 0 ? base : all.row(base, random.nextInt(reach));
  }

  private static long orBase(long row, long base) {
    return row < 0 ? base : row;
  }

  private long nearer(long base, long friend) {
    long enemy = hood.nearestEnemy(base);
    int center = rows.pointOf(base);
    boolean enemyIsNearer =
        enemy >= 0
            && hood.points.squaredDistance(center, rows.pointOf(enemy))
                < hood.points.squaredDistance(center, rows.pointOf(friend));
    return enemyIsNearer ? enemy : friend;
  }

  /** How far towards the partner a new row may lie. */
  double reach(long partner) {
    return partner >= 0 && rows.isEnemy(partner) ? ENEMY_REACH : 1;
  }

  /** The mean that is the partner, if it is one. */
  @Nullable ColumnValues center(long base) {
    return switch (kind) {
      case CLASS_MEAN -> hood.plan.factsOf(rows.cell).means();
      case CLUSTER_MEAN -> centers.computeIfAbsent(hood.groups().ofRow(base), hood.groups()::mean);
      default -> null;
    };
  }
}
