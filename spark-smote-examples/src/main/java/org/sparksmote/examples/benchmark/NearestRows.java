// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.benchmark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The distances from the rows of a sample to their k nearest, by comparing each with every row.
 * Rows are features and number, in this order; if the hashes of an LSH model follow, only rows that
 * share one of them are compared, as in the model's similarity join.
 */
final class NearestRows implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Features whose differences are summed before a distance is compared with the k-th so far. */
  private static final int CHUNK = 8;

  private final double[][] sample;
  private final long[] numbers;
  private final double[][] hashes;
  private final int k;

  NearestRows(List<Row> sample, int k) {
    this.sample = sample.stream().map(NearestRows::features).toArray(double[][]::new);
    this.numbers = sample.stream().mapToLong(row -> row.getLong(1)).toArray();
    this.hashes = sample.stream().map(NearestRows::hashes).toArray(double[][]::new);
    this.k = k;
  }

  /** Per row of the sample the distances, ascending; infinite where there are fewer than k rows. */
  double[][] among(Dataset<Row> rows) {
    double[][] squares = rows.javaRDD().mapPartitions(this::nearest).treeReduce(this::merge);
    return Arrays.stream(squares)
        .map(row -> Arrays.stream(row).map(Math::sqrt).toArray())
        .toArray(double[][]::new);
  }

  /** The distances between rows of the sample, of each pair once. */
  double[] withinSample() {
    double[] distances = new double[sample.length * (sample.length - 1) / 2];
    int at = 0;
    for (int i = 0; i < sample.length; i++) {
      for (int j = 0; j < i; j++) {
        distances[at++] = Math.sqrt(squaredDistance(sample[i], sample[j], Double.MAX_VALUE));
      }
    }

    return distances;
  }

  private Iterator<double[][]> nearest(Iterator<Row> rows) {
    double[][] nearest = new double[sample.length][k];
    for (double[] ofRow : nearest) {
      Arrays.fill(ofRow, Double.POSITIVE_INFINITY);
    }

    while (rows.hasNext()) {
      Row row = rows.next();
      double[] features = features(row);
      double[] rowHashes = hashes(row);
      for (int i = 0; i < sample.length; i++) {
        if (numbers[i] != row.getLong(1) && meet(hashes[i], rowHashes)) {
          add(nearest[i], squaredDistance(sample[i], features, nearest[i][k - 1]));
        }
      }
    }

    return Collections.singleton(nearest).iterator();
  }

  private double[][] merge(double[][] a, double[][] b) {
    for (int i = 0; i < a.length; i++) {
      for (double distance : b[i]) {
        add(a[i], distance);
      }
    }

    return a;
  }

  /** Puts a distance in its place, for which the farthest goes; -1 if it is none of the nearest. */
  static int add(double[] sorted, double distance) {
    int at = sorted.length - 1;
    if (distance >= sorted[at]) {
      return -1;
    }

    for (; at > 0 && sorted[at - 1] > distance; at--) {
      sorted[at] = sorted[at - 1];
    }

    sorted[at] = distance;
    return at;
  }

  private static boolean meet(double[] a, double[] b) {
    for (int table = 0; table < a.length; table++) {
      if (a[table] == b[table]) {
        return true;
      }
    }

    return a.length == 0;
  }

  private static double[] features(Row row) {
    return ((Vector) row.get(0)).toArray();
  }

  private static double[] hashes(Row row) {
    return row.size() == 2
        ? new double[0]
        : row.<Vector>getList(2).stream().mapToDouble(hash -> hash.apply(0)).toArray();
  }

  /** The squared distance, or infinity once it is sure to be no less than {@code limit}. */
  static double squaredDistance(double[] a, double[] b, double limit) {
    double sum = 0;
    for (int from = 0; from < a.length; from += CHUNK) {
      int to = Math.min(a.length, from + CHUNK);
      for (int j = from; j < to; j++) {
        double difference = a[j] - b[j];
        sum += difference * difference;
      }

      if (sum >= limit) {
        return Double.POSITIVE_INFINITY;
      }
    }

    return sum;
  }
}
