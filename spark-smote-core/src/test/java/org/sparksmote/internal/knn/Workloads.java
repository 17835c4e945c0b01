// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;
import org.sparksmote.internal.keyed.Mix;

/** Generated data for tests and benchmarks; every value is a pure function of the arguments. */
final class Workloads {
  private Workloads() {}

  /** Gaussian clusters of sigma 1 with centres uniform in [-10, 10]. */
  static double[] clusters(int rows, int dims, int clusters, long seed) {
    double[] values = new double[rows * dims];
    for (int i = 0; i < rows; i++) {
      int cluster = Mix.below(seed, i, clusters);
      for (int j = 0; j < dims; j++) {
        double center = 20 * uniform(Mix.child(seed + 1, cluster * 10_000L + j)) - 10;
        values[i * dims + j] = center + gaussian(Mix.child(seed + 2, (long) i * dims + j));
      }
    }

    return values;
  }

  /** One isotropic Gaussian: the hardest case, without any structure to use. */
  static double[] isotropic(int rows, int dims, long seed) {
    double[] values = new double[rows * dims];
    for (int at = 0; at < values.length; at++) {
      values[at] = gaussian(Mix.child(seed, at));
    }

    return values;
  }

  /** A curved sheet of 6 dimensions, heavy tails, columns of very different spread. */
  static double[] manifold(int rows, int dims, long seed) {
    double[] values = new double[rows * dims];
    double[] latent = new double[6];
    for (int i = 0; i < rows; i++) {
      double tail = 1 / Math.sqrt(0.05 + uniform(Mix.child(seed + 5, i)));
      for (int l = 0; l < latent.length; l++) {
        latent[l] = gaussian(Mix.child(seed, i * 6L + l)) * tail;
      }

      for (int j = 0; j < dims; j++) {
        double phase = 0;
        double linear = 0;
        for (int l = 0; l < latent.length; l++) {
          phase += latent[l] * gaussian(Mix.child(seed + 1, j * 6L + l));
          linear += latent[l] * gaussian(Mix.child(seed + 2, j * 6L + l));
        }

        double noise = 0.01 * gaussian(Mix.child(seed + 3, (long) i * dims + j));
        double spread = Math.exp(0.5 * gaussian(Mix.child(seed + 4, j)));
        values[i * dims + j] = spread * (Math.sin(phase) + 0.5 * linear + noise);
      }
    }

    return values;
  }

  /** Small integers and constant columns: ties everywhere. */
  static double[] integers(int rows, int dims, long seed) {
    double[] values = new double[rows * dims];
    for (int i = 0; i < rows; i++) {
      int cluster = Mix.below(seed, i, 20);
      for (int j = 0; j < dims; j++) {
        double center = 10 * uniform(Mix.child(seed + 1, cluster * 10_000L + j));
        double value = center + 1.5 * gaussian(Mix.child(seed + 2, (long) i * dims + j));
        values[i * dims + j] = j % 6 == 5 ? 7 : Math.rint(value);
      }
    }

    return values;
  }

  static boolean[] firstAreQueries(int size, int queries) {
    boolean[] marks = new boolean[size];
    Arrays.fill(marks, 0, queries, true);
    return marks;
  }

  static double uniform(long key) {
    return (key >>> 11) * 0x1p-53;
  }

  static double gaussian(long key) {
    double radius = Math.sqrt(-2 * Math.log(1 - uniform(key)));
    return radius * Math.cos(2 * Math.PI * uniform(Mix.key(key)));
  }
}
