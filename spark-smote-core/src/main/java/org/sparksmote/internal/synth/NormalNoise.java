// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.synth;

import org.sparksmote.internal.keyed.KeyedRandom;

/**
 * Synthetic rows from normal noise: they may lie outside the range of the rows they come from. A
 * coordinate that noise would push beyond the doubles stays where it was.
 */
public final class NormalNoise {

  private NormalNoise() {}

  /**
   * Draws from the normal distribution with the mean and the covariance of a few rows: a base and
   * its neighbours. This is the multivariate Gaussian SMOTE of Sakho, Malherbe and Scornet ("Do we
   * need rebalancing strategies?", arXiv:2402.03819) with lambda = 1, without its covariance
   * matrix: for independent normal z, the sum of z_i (row_i - mean) / sqrt(rows) has that
   * covariance.
   *
   * @param rows at least one row
   */
  public static void gaussian(double[][] rows, KeyedRandom random, double[] out) {
    double[] noise = new double[rows.length];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = random.nextGaussian() / Math.sqrt(rows.length);
    }

    for (int j = 0; j < out.length; j++) {
      double mean = mean(rows, j);
      double offset = 0;
      for (int i = 0; i < rows.length; i++) {
        offset += noise[i] * (rows[i][j] - mean);
      }

      out[j] = offset == 0 ? mean : finite(mean + offset, mean);
    }
  }

  /** A running mean: exact if all rows are equal, and no sum that could overflow. */
  private static double mean(double[][] rows, int column) {
    double mean = rows[0][column];
    for (int i = 1; i < rows.length; i++) {
      mean += rows[i][column] / (i + 1) - mean / (i + 1);
    }

    return mean;
  }

  /**
   * Adds normal noise of a width per coordinate: the smoothed bootstrap of ROSE (Menardi and
   * Torelli, "Training and assessing classification rules with imbalanced data", 2014) or RWO
   * sampling (Zhang and Li, 2014), see the bandwidths. Width 0 keeps the value, bit for bit.
   */
  public static void smoothed(double[] base, double[] bandwidth, KeyedRandom random, double[] out) {
    for (int j = 0; j < out.length; j++) {
      double noise = random.nextGaussian() * bandwidth[j];
      out[j] = noise == 0 ? base[j] : finite(base[j] + noise, base[j]);
    }
  }

  /**
   * The bandwidth of ROSE: (4 / ((d + 2) n))^(1 / (d + 4)) times the deviation, which is best for
   * normal data (Bowman and Azzalini, 1997), times a factor that the user may shrink it by.
   *
   * @param sigma the population standard deviation of each column within the class, as
   *     imbalanced-learn has it; the paper's own package divides by n - 1
   * @param d how many of the columns are numbers: noise has so many dimensions
   * @param n rows of the class, as in the paper; imbalanced-learn counts all rows here
   */
  public static double[] roseBandwidth(double[] sigma, int d, long n, double shrinkage) {
    double factor = shrinkage * StrictMath.pow(4 / ((d + 2.0) * n), 1 / (d + 4.0));
    return times(sigma, factor);
  }

  /**
   * The width of a random walk in RWO sampling, sigma / sqrt(n): means and deviations of the class
   * stay nearly what they were.
   *
   * @param n rows of the class
   */
  public static double[] rwoBandwidth(double[] sigma, long n) {
    return times(sigma, 1 / Math.sqrt((double) n));
  }

  private static double[] times(double[] values, double factor) {
    double[] products = new double[values.length];
    for (int j = 0; j < products.length; j++) {
      products[j] = values[j] * factor;
    }

    return products;
  }

  static double finite(double value, double otherwise) {
    return Double.isFinite(value) ? value : otherwise;
  }
}
