// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

/** Some of the points of a bucket, seen as a bucket of their own at unchanged distances. */
final class SubPoints implements Points {
  private final Points all;
  private final int[] ids;

  private SubPoints(Points all, int[] ids) {
    this.all = all;
    this.ids = ids;
  }

  /**
   * Returns the points {@code ids}, which ascend; point i is {@code ids[i]}. Sparse rows are copied
   * rather than viewed, because an inverted index reads rows, not points.
   */
  public static Points of(Points all, int[] ids) {
    for (int i = 0; i < ids.length; i++) {
      int least = i == 0 ? 0 : ids[i - 1] + 1;
      if (ids[i] < least || ids[i] >= all.size()) {
        throw new IllegalArgumentException(
            "Cannot select points: " + ids[i] + " is not in " + least + ".." + (all.size() - 1));
      }
    }

    return all instanceof SparsePoints sparse ? sparse.select(ids) : new SubPoints(all, ids);
  }

  @Override
  public int size() {
    return ids.length;
  }

  @Override
  public int dims() {
    return all.dims();
  }

  @Override
  public void read(int point, double[] out) {
    all.read(ids[point], out);
  }

  @Override
  public double squaredDistance(int a, int b) {
    return all.squaredDistance(ids[a], ids[b]);
  }

  @Override
  public boolean exactImage() {
    return all.exactImage();
  }
}
