// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.weighing;

import java.util.Arrays;
import org.sparksmote.internal.cells.CellRows;
import org.sparksmote.internal.cells.OwnRows;
import org.sparksmote.internal.exact.Moments;
import org.sparksmote.internal.keyed.KeyedRandom;
import org.sparksmote.internal.knn.Clusters;
import org.sparksmote.internal.rows.ColumnValues;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.variants.BaseWeight;

/** The own rows of a cell in groups, with partners from the same group. */
public final class CellGroups {

  private final VariantCell cell;
  private final int[] groupOf; // per point
  private final OwnRows[] members; // own rows of every group
  private final long[] enemies; // rows of other classes in every group

  private CellGroups(VariantCell cell, int[] groupOfPoint, int count) {
    CellRows rows = cell.rows;
    this.cell = cell;
    this.groupOf = groupOfPoint;
    this.enemies = new long[count];
    int[] sizes = new int[count];
    for (int point = 0; point < groupOf.length; point++) {
      if (groupOf[point] >= 0) {
        enemies[groupOf[point]] += rows.enemies(point);
        sizes[groupOf[point]] += rows.isOwn(point) ? 1 : 0;
      }
    }

    int[][] points = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
    for (int point = groupOf.length - 1; point >= 0; point--) {
      if (rows.isOwn(point)) {
        points[groupOf[point]][--sizes[groupOf[point]]] = point;
      }
    }

    this.members =
        Arrays.stream(points).map(some -> new OwnRows(rows, some)).toArray(OwnRows[]::new);
  }

  /** Clusters by k-means; the class's clusters are shared out over its cells by their rows. */
  static CellGroups ofClusters(VariantCell cell) {
    CellRows rows = cell.rows;
    long all = Math.max(1, cell.planned().count().usable());
    long wanted = Math.round((double) cell.settings().numClusters() * rows.homeRows / all);
    boolean[] members = cell.hood.own();
    if (cell.parts().baseWeight().grouping() == BaseWeight.Grouping.MIXED_CLUSTERS) {
      Arrays.fill(members, true);
    }

    int most = (int) Math.max(1, wanted);
    int[] clusters = Clusters.assign(cell.hood.points(), members, most, cell.seed());
    return new CellGroups(cell, clusters, 1 + Arrays.stream(clusters).max().orElse(0));
  }

  /** Levels of nearness to the other classes. */
  static CellGroups ofLevels(VariantCell cell) {
    int[] levels = ProximityGroups.of(cell);
    return new CellGroups(cell, levels, ProximityGroups.COUNT);
  }

  int count() {
    return members.length;
  }

  /** The group of the own rows of a point. */
  int of(int point) {
    return groupOf[point];
  }

  /** The group of a row of the own class. */
  public int ofRow(long row) {
    return groupOf[cell.rows.pointOf(row)];
  }

  /** The own rows of a group. */
  OwnRows members(int group) {
    return members[group];
  }

  /** Rows of other classes in a group. */
  long enemies(int group) {
    return enemies[group];
  }

  /** Another row of the row's group, uniformly; the row itself if it is alone. */
  public long other(long row, KeyedRandom random) {
    OwnRows group = members[ofRow(row)];
    return group.size() == 1 ? row : group.other(row, random);
  }

  /** The mean of a group: exact sums, so that a value that all rows share is its mean. */
  public ColumnValues mean(int group) {
    Moments moments = new Moments();
    FeatureRow row = new FeatureRow();
    for (int point : members[group].points()) {
      cell.rows.store.read(point, row);
      long times = cell.rows.ownRows(point);
      if (row.sparse) {
        moments.addSparse(row.indices, row.values, times);
      } else {
        moments.addDense(row.values, times);
      }
    }

    return ColumnValues.of(cell.size(), 0, moments.columns(), moments.means());
  }
}
