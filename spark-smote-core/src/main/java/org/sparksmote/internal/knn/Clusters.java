// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;
import java.util.Locale;
import org.sparksmote.internal.keyed.Mix;

/** Groups the points of one bucket by k-means, as K-means SMOTE asks (Douzas et al., 2018). */
public final class Clusters {
  private static final int SAMPLE_PER_CENTER = 64;
  private static final int LLOYD_STEPS = 8;

  private Clusters() {}

  /**
   * Returns the cluster of every point marked in {@code members}, and -1 for the others.
   *
   * <p>Clusters are numbered from 0 without a gap. There are {@code clusters} of them, or fewer:
   * points that are fewer, or alike, leave centres without a point, and those do not count. The
   * result is a pure function of the member points and the seed.
   */
  public static int[] assign(Points points, boolean[] members, int clusters, long seed) {
    if (members.length != points.size() || clusters < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Cannot make %d clusters of %d points by %d marks",
              clusters,
              points.size(),
              members.length));
    }

    int[] ids = Ids.where(members);
    int[] clusterOf = new int[members.length];
    Arrays.fill(clusterOf, -1);
    int fan = Math.min(clusters, ids.length);
    if (fan > 0) {
      int[] cellOf = cells(SubPoints.of(points, ids), fan, seed);
      int[] numbers = numbers(cellOf, fan);
      for (int i = 0; i < ids.length; i++) {
        clusterOf[ids[i]] = numbers[cellOf[i]];
      }
    }

    return clusterOf;
  }

  private static int[] cells(Points points, int fan, long seed) {
    int size = points.size();
    int[] everyId = Ids.upTo(size);
    // Never a sample larger than the points: every centre then starts at a point of its own.
    int perCenter = Math.min(SAMPLE_PER_CENTER, size / fan);
    KMeans means =
        KMeans.fitApart(
            FloatImage.of(points), everyId, size, fan, perCenter, LLOYD_STEPS, Mix.key(seed));
    int[] cellOf = new int[size];
    means.assign(everyId, 0, size, cellOf);
    return cellOf;
  }

  /** Numbers the cells that have a point, in their order. */
  private static int[] numbers(int[] cellOf, int fan) {
    int[] numbers = new int[fan];
    for (int cell : cellOf) {
      numbers[cell] = 1;
    }

    int next = 0;
    for (int cell = 0; cell < fan; cell++) {
      numbers[cell] = numbers[cell] > 0 ? next++ : -1;
    }

    return numbers;
  }
}
