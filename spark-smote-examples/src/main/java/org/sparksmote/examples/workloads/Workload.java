// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.workloads;

import java.io.Serializable;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;

/** The generated data of the benchmark: shapes that are hard in different ways. */
public enum Workload {
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
  },

  /** 50 clusters, each overlapped by one of the other class, for neighbours among all rows. */
  E {
    @Override
    RowMaker maker(int dims, long seed) {
      return A.maker(dims, seed);
    }

    @Override
    RowMaker otherMaker(int dims, long seed, double ratio) {
      double near = Math.min(1, NEAR_ROWS / ratio);
      return new Overlap(A.maker(dims, seed), A.maker(dims, seed + 7), dims, seed, near);
    }
  },

  /** The first half of the features numbers, the others categories, in 20 clusters. */
  MIXED {
    @Override
    RowMaker maker(int dims, long seed) {
      return new Categories(dims, numbers(dims), seed);
    }

    @Override
    RowMaker otherMaker(int dims, long seed, double ratio) {
      return maker(dims, seed + 7);
    }

    @Override
    int numbers(int dims) {
      return (dims + 1) / 2;
    }
  },

  /** The same with categories only. */
  NOMINAL {
    @Override
    RowMaker maker(int dims, long seed) {
      return new Categories(dims, 0, seed);
    }

    @Override
    RowMaker otherMaker(int dims, long seed, double ratio) {
      return maker(dims, seed + 7);
    }

    @Override
    int numbers(int dims) {
      return 0;
    }
  },

  /** Sparse rows like texts, of which a few features are not 0. */
  TEXT {
    @Override
    RowMaker maker(int dims, long seed) {
      return new Documents(dims, seed);
    }
  };

  /** Makes the features of one row from its number alone. */
  interface RowMaker extends Serializable {
    double[] row(long number);

    /** The same as a vector of Spark ML. */
    default Vector vector(long number) {
      return Vectors.dense(row(number));
    }
  }

  /** One value per dimension, in order. */
  private interface Value {
    double at(int dimension);
  }

  /** Makes the rows of the class to be grown. */
  abstract RowMaker maker(int dims, long seed);

  /**
   * Makes the rows of the other class, from numbers that go on after those of the first.
   *
   * @param ratio rows of the other class per row of the first
   */
  RowMaker otherMaker(int dims, long seed, double ratio) {
    return maker(dims, seed);
  }

  /** How many features are numbers; those after them are categories. */
  int numbers(int dims) {
    return dims;
  }

  /** How many values a category has: 2 to 50, more from feature to feature. */
  static int values(int category, int categories) {
    return 2 + 48 * category / Math.max(1, categories - 1);
  }

  private static double[] fill(int dims, Value value) {
    double[] values = new double[dims];
    for (int j = 0; j < dims; j++) {
      values[j] = value.at(j);
    }

    return values;
  }

  /** Numbers around a centre, and categories that mostly are what their cluster favours. */
  private record Categories(int dims, int numbers, long seed) implements RowMaker {

    private static final int CLUSTERS = 20;

    private static final double FAVOURED = 0.6;

    @Override
    public double[] row(long number) {
      Draws draws = Draws.of(seed, number);
      Draws cluster = Draws.of(seed + 1, draws.below(CLUSTERS));
      return fill(
          dims,
          j -> {
            if (j < numbers) {
              return 20 * cluster.uniform() - 10 + draws.gaussian();
            }

            int values = values(j - numbers, dims - numbers);
            int favourite = cluster.below(values);
            return draws.chance(FAVOURED) ? favourite : draws.below(values);
          });
    }
  }

  /** Rows of the other class that overlap with one row of the grown class, at most. */
  private static final double NEAR_ROWS = 4;

  /**
   * The rows of another class: some in clusters beside those of the grown class, so near that they
   * mix, the rest in clusters elsewhere.
   *
   * @param near share of the rows that mix
   */
  private record Overlap(RowMaker grown, RowMaker elsewhere, int dims, long seed, double near)
      implements RowMaker {

    /** Deviations of a cluster between its centre and that of the other class. */
    private static final double STEP = 3;

    @Override
    public double[] row(long number) {
      if (!Draws.of(seed + 2, number).chance(near)) {
        return elsewhere.row(number);
      }

      double[] row = grown.row(number);
      double shift = STEP / Math.sqrt(dims);
      return fill(dims, j -> row[j] + shift);
    }
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
