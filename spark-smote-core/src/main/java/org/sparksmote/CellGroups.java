// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.Arrays;
import org.sparksmote.internal.knn.Clusters;
import org.sparksmote.internal.synth.KeyedRandom;
import org.sparksmote.internal.synth.Moments;

/** The own rows of a cell in groups, with partners from the same group. */
final class CellGroups {

  private final CellHood hood;
  private final int[] groupOf; // per row; -1 for rows of other classes
  private final int[][] members; // own rows of every group, ascending
  private final int[] enemies; // rows of other classes in every group

  private CellGroups(CellHood hood, int[] groupOfPoint, int count) {
    CellRows rows = hood.rows;
    this.hood = hood;
    this.groupOf = new int[rows.rows()];
    this.enemies = new int[count];
    int[] sizes = new int[count];
    for (int row = 0; row < groupOf.length; row++) {
      int group = groupOfPoint[rows.pointOf[row]];
      groupOf[row] = rows.isEnemy(row) ? -1 : group;
      if (!rows.isEnemy(row)) {
        sizes[group]++;
      } else if (group >= 0) {
        enemies[group]++;
      }
    }

    this.members = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
    for (int row = groupOf.length - 1; row >= 0; row--) {
      if (groupOf[row] >= 0) {
        members[groupOf[row]][--sizes[groupOf[row]]] = row;
      }
    }
  }

  /** Clusters by k-means; the class's clusters are shared out over its cells by their rows. */
  static CellGroups ofClusters(CellHood hood) {
    CellRows rows = hood.rows;
    ResamplingPlan plan = hood.plan;
    long all = Math.max(1, plan.classOf(rows.cell).count().usable());
    long wanted = Math.round((double) plan.search().variant().numClusters() * rows.homeRows / all);
    boolean[] members = Partners.own(rows);
    if (hood.parts().baseWeight() == BaseWeight.CLUSTER_SPARSITY) {
      Arrays.fill(members, true); // clusters of all rows: how mixed they are is what counts
    }

    int most = (int) Math.max(1, wanted);
    int[] clusters = Clusters.assign(hood.points, members, most, plan.search().seed());
    return new CellGroups(hood, clusters, 1 + Arrays.stream(clusters).max().orElse(0));
  }

  /** Levels of nearness to the other classes. */
  static CellGroups ofLevels(CellHood hood) {
    int[] levels = MajorityLevels.of(hood);
    return new CellGroups(hood, levels, MajorityLevels.COUNT);
  }

  int count() {
    return members.length;
  }

  /** The group of a row of the own class. */
  int of(int row) {
    return groupOf[row];
  }

  /** The own rows of a group. */
  int[] members(int group) {
    return members[group];
  }

  /** Rows of other classes in a group. */
  int enemies(int group) {
    return enemies[group];
  }

  /** Another row of the row's group, uniformly; the row itself if it is alone. */
  int other(int row, KeyedRandom random) {
    int[] group = members[groupOf[row]];
    return group.length == 1 ? row : other(group, row, random);
  }

  /** Another of several ascending rows, uniformly. */
  static int other(int[] rows, int row, KeyedRandom random) {
    int at = random.nextInt(rows.length - 1);
    return rows[at < Arrays.binarySearch(rows, row) ? at : at + 1];
  }

  /** The mean of a group: exact sums, so that a value that all rows share is its mean. */
  ColumnValues mean(int group) {
    Moments moments = new Moments();
    FeatureRow row = new FeatureRow();
    for (int member : members[group]) {
      hood.rows.store.read(hood.rows.pointOf[member], row);
      if (row.sparse) {
        moments.addSparse(row.indices, row.values);
      } else {
        moments.addDense(row.values);
      }
    }

    return ColumnValues.of(hood.plan.size(), 0, moments.columns(), moments.means());
  }
}
