// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;
import org.sparksmote.internal.keyed.Mix;

/** A few centres fitted to a keyed sample of points, and the nearest of them for any point. */
final class KMeans {
  private static final int TILE = 512;

  private final FloatImage image;
  private final int fan;
  private final float[] centers;
  private final Tile tile;
  private final RowBlock block = new RowBlock(TILE);
  private final float[] best = new float[TILE];

  private KMeans(FloatImage image, int fan) {
    this.image = image;
    this.fan = fan;
    this.centers = new float[fan * image.dims];
    this.tile = new Tile(image, TILE);
  }

  static KMeans fit(
      FloatImage image,
      int[] ids,
      int from,
      int size,
      int fan,
      int perCenter,
      int steps,
      long key) {
    KMeans means = new KMeans(image, fan);
    int[] sample = sample(ids, from, size, fan * perCenter, key);
    for (int c = 0; c < fan; c++) {
      means.put(c, sample[c * perCenter % sample.length]);
    }

    means.improve(sample, steps);
    return means;
  }

  /**
   * The same with first centres far apart, after k-means++ (Arthur and Vassilvitskii, 2007): each
   * is drawn in proportion to the squared distance from those before it. Dearer, but groups that
   * lie apart are seldom taken for one.
   */
  static KMeans fitApart(
      FloatImage image, int[] ids, int size, int fan, int perCenter, int steps, long key) {
    KMeans means = new KMeans(image, fan);
    int[] sample = sample(ids, 0, size, fan * perCenter, key);
    double[] apart = new double[sample.length];
    Arrays.fill(apart, Double.POSITIVE_INFINITY);
    int next = 0;
    for (int c = 0; c < fan; c++) {
      means.put(c, sample[next]);
      for (int i = 0; i < sample.length; i++) {
        apart[i] = Math.min(apart[i], means.squared(sample[next], sample[i]));
      }

      next = drawn(apart, Mix.below(key, sample.length + c, 1 << 30) * 0x1.0p-30);
    }

    means.improve(sample, steps);
    return means;
  }

  /** The entry at a share of the sum of all; the first if all are zero. */
  private static int drawn(double[] weights, double share) {
    double left = share * Arrays.stream(weights).sum();
    int last = 0;
    for (int i = 0; i < weights.length && left >= 0; i++) {
      if (weights[i] > 0) {
        last = i;
        left -= weights[i];
      }
    }

    return last;
  }

  private double squared(int a, int b) {
    double sum = 0;
    for (int j = 0; j < image.dims; j++) {
      double difference = (double) image.rows[a * image.dims + j] - image.rows[b * image.dims + j];
      sum += difference * difference;
    }

    return sum;
  }

  private void put(int center, int id) {
    System.arraycopy(image.rows, id * image.dims, centers, center * image.dims, image.dims);
  }

  private void improve(int[] sample, int steps) {
    int[] cellOf = new int[sample.length];
    for (int step = 0; step < steps; step++) {
      assign(sample, 0, sample.length, cellOf);
      moveCenters(sample, cellOf);
    }
  }

  /** Writes the nearest centre of each of {@code ids[from..from + size)}. */
  void assign(int[] ids, int from, int size, int[] cellOf) {
    for (int at = 0; at < size; at += TILE) {
      int count = Math.min(TILE, size - at);
      tile.load(ids, from + at, count);
      Arrays.fill(best, 0, count, Float.POSITIVE_INFINITY);
      for (int c = 0; c < fan; c += RowBlock.ROWS) {
        block.rows(c, Math.min(c + RowBlock.ROWS, fan), image.dims);
        tile.columns.measure(0, count, centers, block);
        keepNearer(c, cellOf, at, count);
      }
    }
  }

  private void keepNearer(int first, int[] cellOf, int at, int count) {
    float[] smallest = block.smallest();
    for (int i = 0; i < count; i++) {
      if (smallest[i] < best[i]) {
        best[i] = smallest[i];
        cellOf[at + i] = first + placeOf(smallest[i], i);
      }
    }
  }

  private int placeOf(float distance, int i) {
    int place = 0;
    while (block.distances(place)[i] != distance) {
      place++;
    }

    return place;
  }

  private void moveCenters(int[] sample, int[] cellOf) {
    int dims = image.dims;
    double[] sums = new double[centers.length];
    int[] counts = new int[fan];
    for (int i = 0; i < sample.length; i++) {
      counts[cellOf[i]]++;
      for (int j = 0; j < dims; j++) {
        sums[cellOf[i] * dims + j] += image.rows[sample[i] * dims + j];
      }
    }

    for (int at = 0; at < centers.length; at++) {
      int count = counts[at / dims];
      centers[at] = count > 0 ? (float) (sums[at] / count) : centers[at];
    }
  }

  /** One row from each of equal stretches: distinct, and spread over the keys. */
  private static int[] sample(int[] ids, int from, int size, int wanted, long key) {
    int count = Math.min(wanted, size);
    int[] sample = new int[count];
    for (int i = 0; i < count; i++) {
      int low = (int) ((long) size * i / count);
      int high = (int) ((long) size * (i + 1) / count);
      sample[i] = ids[from + low + Mix.below(key, i, high - low)];
    }

    for (int i = count - 1; i > 0; i--) {
      int j = Mix.below(~key, i, i + 1);
      int id = sample[i];
      sample[i] = sample[j];
      sample[j] = id;
    }

    return sample;
  }
}
