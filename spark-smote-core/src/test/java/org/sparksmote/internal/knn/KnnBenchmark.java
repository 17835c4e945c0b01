// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.lang.management.ManagementFactory;

/**
 * Measures the forest by hand: seconds, recall, distance ratio and effective k per workload.
 *
 * <p>Arguments: workloads (abcd), rows, queries, then one list of trees and one of leaf sizes, both
 * separated by commas.
 */
final class KnnBenchmark {
  private static final int DIMS = 30;
  private static final int K = 5;
  private static final int CHECKED = 1000;
  private static final int EXACT_K = 16;

  private KnnBenchmark() {}

  public static void main(String[] args) {
    int rows = Integer.parseInt(args[1]);
    int queries = Integer.parseInt(args[2]);
    for (char workload : args[0].toCharArray()) {
      DensePoints points = DensePoints.of(generate(workload, rows), rows, DIMS);
      double[][] truth = truth(points, queries);
      for (int warm = 0; warm < 1; warm++) {
        NeighborSearch.search(
            points, Workloads.firstAreQueries(rows, queries), new SearchSettings(K, 2, 512, 0, 9));
      }

      for (String trees : args[3].split(",")) {
        for (String leaf : args[4].split(",")) {
          measure(
              workload,
              points,
              queries,
              new SearchSettings(K, Integer.parseInt(trees), Integer.parseInt(leaf), 0, 1),
              truth);
        }
      }
    }
  }

  private static void measure(
      char workload, DensePoints points, int queries, SearchSettings settings, double[][] truth) {
    boolean[] marks = Workloads.firstAreQueries(points.size(), queries);
    long before = cpuNanos();
    Neighbors found = NeighborSearch.search(points, marks, settings);
    double seconds = (cpuNanos() - before) * 1e-9;
    double hits = 0;
    double ratio = 0;
    double mean = 0;
    double[] exactMean = new double[EXACT_K];
    for (int c = 0; c < CHECKED; c++) {
      int query = (int) ((long) queries * c / CHECKED);
      for (int r = 0; r < K; r++) {
        hits += found.distance(query, r) <= truth[c][K - 1] ? 1 : 0;
        mean += found.distance(query, r);
      }

      ratio += found.distance(query, K - 1) / Math.max(1e-300, truth[c][K - 1]) / CHECKED;
      double sum = 0;
      for (int r = 0; r < EXACT_K; r++) {
        sum += truth[c][r];
        exactMean[r] += sum / (r + 1);
      }
    }

    System.out.printf(
        "%c trees %2d leaf %4d: %.2f s  recall %.3f  ratio@k %.4f  effective k %.2f%n",
        workload,
        settings.trees(),
        settings.leafSize(),
        seconds,
        hits / CHECKED / K,
        ratio,
        effectiveK(mean / K, exactMean));
  }

  /** Processor time of this thread: the machine may be shared. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double effectiveK(double mean, double[] exactMean) {
    for (int r = K; r < EXACT_K; r++) {
      if (mean <= exactMean[r]) {
        return r + (mean - exactMean[r - 1]) / (exactMean[r] - exactMean[r - 1]);
      }
    }

    return EXACT_K;
  }

  private static double[][] truth(DensePoints points, int queries) {
    double[][] truth = new double[CHECKED][];
    boolean[] marks = new boolean[points.size()];
    for (int c = 0; c < CHECKED; c++) {
      marks[(int) ((long) queries * c / CHECKED)] = true;
    }

    Neighbors exact =
        NeighborSearch.search(
            points, marks, new SearchSettings(EXACT_K, 1, 512, Integer.MAX_VALUE, 0));
    for (int c = 0; c < CHECKED; c++) {
      int query = (int) ((long) queries * c / CHECKED);
      truth[c] = new double[EXACT_K];
      for (int r = 0; r < EXACT_K; r++) {
        truth[c][r] = exact.distance(query, r);
      }
    }

    return truth;
  }

  private static double[] generate(char workload, int rows) {
    switch (workload) {
      case 'a':
        return Workloads.clusters(rows, DIMS, 13, 1);
      case 'b':
        return Workloads.isotropic(rows, DIMS, 2);
      case 'c':
        return Workloads.manifold(rows, DIMS, 3);
      default:
        return Workloads.integers(rows, DIMS, 4);
    }
  }
}
