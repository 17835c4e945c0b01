// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.examples;

import java.io.Serializable;

/** The generated data of the benchmark: four shapes that are hard in different ways. */
enum Workload {
  /** 50 Gaussian clusters of sigma 1, centres uniform in [-10, 10] per dimension. */
  A {
    @Override
    RowMaker maker(int dims, long seed) {
      double[][] centers = new double[50][];
      for (int c = 0; c < centers.length; c++) {
        Draws draws = Draws.of(seed + 1, c);
        centers[c] = fill(dims, j -> 20 * draws.uniform() - 10);
      }

      return row -> {
        Draws draws = Draws.of(seed, row);
        double[] center = centers[draws.below(centers.length)];
        return fill(dims, j -> center[j] + draws.gaussian());
      };
    }
  },

  /** One isotropic Gaussian: no structure that an index could use. */
  B {
    @Override
    RowMaker maker(int dims, long seed) {
      return row -> {
        Draws draws = Draws.of(seed, row);
        return fill(dims, j -> draws.gaussian());
      };
    }
  },

  /** A curved sheet of 6 dimensions with heavy tails, mixed scales and 1 % duplicates. */
  C {
    @Override
    RowMaker maker(int dims, long seed) {
      return new Manifold(dims, seed);
    }
  },

  /** Small integers and constant columns; 30 % of the rows are copies of one row. */
  D {
    @Override
    RowMaker maker(int dims, long seed) {
      double[][] centers = new double[20][];
      for (int c = 0; c < centers.length; c++) {
        Draws draws = Draws.of(seed + 1, c);
        centers[c] = fill(dims, j -> 10 * draws.uniform());
      }

      return row -> {
        boolean popular = Draws.of(seed + 2, row).chance(0.3);
        Draws draws = Draws.of(seed, popular ? -1 : row);
        double[] center = centers[draws.below(centers.length)];
        return fill(dims, j -> j % 6 == 5 ? 7 : Math.rint(center[j] + 1.5 * draws.gaussian()));
      };
    }
  };

  /** Makes the features of one row from its number alone. */
  interface RowMaker extends Serializable {
    double[] row(long number);
  }

  /** One value per dimension, in order. */
  private interface Value {
    double at(int dimension);
  }

  abstract RowMaker maker(int dims, long seed);

  private static double[] fill(int dims, Value value) {
    double[] values = new double[dims];
    for (int j = 0; j < dims; j++) {
      values[j] = value.at(j);
    }

    return values;
  }

  /** Sines and lines of six heavy-tailed latent values. */
  private static final class Manifold implements RowMaker {

    private static final long serialVersionUID = 1L;

    private static final int LATENT = 6;

    private final long seed;
    private final double[][] bends = new double[LATENT][];
    private final double[][] slopes = new double[LATENT][];
    private final double[] scales;

    Manifold(int dims, long seed) {
      this.seed = seed;
      for (int l = 0; l < LATENT; l++) {
        Draws draws = Draws.of(seed + 1, l);
        bends[l] = fill(dims, j -> draws.gaussian());
        slopes[l] = fill(dims, j -> draws.gaussian());
      }

      Draws draws = Draws.of(seed + 2, 0);
      scales = fill(dims, j -> Math.exp(0.5 * draws.gaussian()));
    }

    @Override
    public double[] row(long number) {
      boolean duplicate = Draws.of(seed + 3, number).chance(0.01);
      Draws draws = Draws.of(seed, duplicate ? number / 2 : number);
      double tail = 1 / Math.sqrt(0.05 + draws.uniform());
      double[] latent = fill(LATENT, l -> draws.gaussian() * tail);
      return fill(
          scales.length,
          j ->
              scales[j]
                  * (Math.sin(dot(latent, bends, j))
                      + 0.5 * dot(latent, slopes, j)
                      + 0.01 * draws.gaussian()));
    }

    private static double dot(double[] latent, double[][] factors, int dimension) {
      double sum = 0;
      for (int l = 0; l < LATENT; l++) {
        sum += latent[l] * factors[l][dimension];
      }

      return sum;
    }
  }
}
