// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

/**
 * Finds the leaves whose border a point lies near to.
 *
 * <p>Between the centres of two leaves stands a border, and the distance of a point from it, in
 * units of the distance to the farthest neighbour known, says how likely a nearer one is beyond
 * (inverted lists with several probes, Jegou et al., 2011; Lv et al., "Multi-probe LSH", 2007).
 */
final class Surroundings {

  /** So many leaves in a row that no point of a leaf is near to, and farther ones are left out. */
  private static final int PATIENCE = 192;

  private final Leaves leaves;
  private final LeafOrder order;
  private final int dims;

  /** The points of one leaf. */
  private final Columns columns;

  private final RowBlock toCenters;
  private final float[] fromOwn;
  private final float[] reaches;
  private final int[] selected;

  Surroundings(Leaves leaves, LeafOrder order, int dims) {
    int most = leaves.mostPoints();
    this.leaves = leaves;
    this.order = order;
    this.dims = dims;
    this.columns = Columns.of(most, dims);
    this.toCenters = new RowBlock(most);
    this.fromOwn = new float[most];
    this.reaches = new float[most];
    this.selected = new int[most];
  }

  /**
   * Notes in {@code probes} which points of a leaf look into which other leaves.
   *
   * @param first place of the first of the points, which are the last of the group
   * @param reach per point: a border nearer than {@code share} times this is looked across
   */
  void note(int leaf, LeafGroup group, int first, float[] reach, float share, Probes probes) {
    int size = group.size() - first;
    if (size == 0) {
      return;
    }

    for (int i = 0; i < size; i++) {
      columns.put(i, group.rows, (first + i) * dims);
      reaches[i] = share * reach[leaves.point(group.slot(first + i))];
    }

    order.around(leaf);
    measure(0, 1, size);
    System.arraycopy(toCenters.distances(0), 0, fromOwn, 0, size);
    float farthest = farthest(size);
    int empty = 0;
    for (int rank = 1; rank < leaves.count && empty < PATIENCE; rank += RowBlock.ROWS) {
      int end = Math.min(rank + RowBlock.ROWS, leaves.count);
      if (order.distance(rank) > farthest) {
        return;
      }

      measure(rank, end, size);
      for (int r = rank; r < end; r++) {
        int near = select(toCenters.distances(r - rank), 2 * order.distance(r), first, size);
        empty = near == 0 ? empty + 1 : 0;
        probes.add(order.leaf(r), selected, near);
      }
    }
  }

  /** Measures the points in the columns against the centres of the leaves of some ranks. */
  private void measure(int rank, int end, int size) {
    for (int r = 0; r < RowBlock.ROWS; r++) {
      toCenters.starts[r] = order.leaf(Math.min(rank + r, end - 1)) * dims;
    }

    columns.measure(0, size, leaves.centers, toCenters);
  }

  /** A leaf whose centre is farther away has no border within the reach of any point. */
  private float farthest(int size) {
    float farthest = 0;
    for (int i = 0; i < size; i++) {
      farthest = Math.max(farthest, reaches[i] + (float) Math.sqrt(fromOwn[i]));
    }

    return 2.001f * farthest; // a little more, for the rounding of distances
  }

  /** Lists the points whose distance from a border is within their reach. */
  private int select(float[] fromOther, float scale, int first, int size) {
    int count = 0;
    for (int i = 0; i < size; i++) {
      selected[count] = first + i;
      count += fromOther[i] - fromOwn[i] <= scale * reaches[i] ? 1 : 0;
    }

    return count;
  }
}
