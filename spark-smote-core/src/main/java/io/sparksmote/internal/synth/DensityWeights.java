// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.internal.synth;

import java.util.stream.LongStream;

/** Weights by how densely the rows of a class lie; only their proportions matter. */
public final class DensityWeights {

  /** SMOBD gives the two measures of density equal parts. */
  private static final double CORE_SHARE = 0.5;

  /** SMOBD takes for noise what is this many times sparser than the mean. */
  private static final double NOISE_FACTOR = 1.8;

  private DensityWeights() {}

  /**
   * The sparsity of clusters in k-means SMOTE (Douzas, Bacao and Last, Information Sciences 465,
   * 2018): mean distance^exponent / rows, so that thin clusters get more new rows. The paper's
   * exponent is the number of features, which no double survives; here distances count relative to
   * the largest, which changes no proportion, and a cluster that vanishes next to it gets 0. A
   * cluster of equal rows has distance 0 and weight 0, unless all are such: then 1 / rows.
   *
   * @param meanDistances the mean distance between the rows of the class in each cluster
   * @param rows how many there are, at least one
   */
  public static double[] sparsity(double[] meanDistances, long[] rows, double exponent) {
    double largest = 0;
    for (double distance : meanDistances) {
      largest = Math.max(largest, distance);
    }

    double[] weights = new double[rows.length];
    for (int i = 0; i < weights.length; i++) {
      double relative = largest == 0 ? 1 : meanDistances[i] / largest;
      weights[i] = StrictMath.pow(relative, exponent) / rows[i];
    }

    return weights;
  }

  /**
   * The density of rows in SMOBD (Cao and Wang, "Applying over-sampling technique based on data
   * density and cost-sensitive SVM to imbalanced learning", ICIII 2011), from neighbours instead of
   * OPTICS: half from the core distance c, half from the neighbours within a radius, each relative
   * to the largest.
   *
   * <p>Known code adds c itself, which is large where rows are sparse; here mean / (mean + c) takes
   * its place, which falls with c and which neither duplicates (c = 0) nor one far row can upset.
   * Noise gets 0: rows with both c above 1.8 times its mean and, for lack of the reachability
   * distance, neighbours below the mean count / 1.8.
   *
   * @param coreDistances the distance of each row to its k-th neighbour within the class
   * @param neighbors how many rows of the class lie within the radius
   */
  public static double[] smobd(double[] coreDistances, long[] neighbors) {
    double meanCore = meanOf(coreDistances);
    double meanCount = LongStream.of(neighbors).average().orElse(0);
    double mostCount = LongStream.of(neighbors).max().orElse(0);
    double mostClose = 0;
    double[] closeness = new double[coreDistances.length];
    for (int i = 0; i < closeness.length; i++) {
      closeness[i] = meanCore == 0 ? 1 : meanCore / (meanCore + coreDistances[i]);
      mostClose = Math.max(mostClose, closeness[i]);
    }

    double[] weights = new double[closeness.length];
    for (int i = 0; i < weights.length; i++) {
      boolean sparse = coreDistances[i] > NOISE_FACTOR * meanCore;
      if (!sparse || NOISE_FACTOR * neighbors[i] >= meanCount) {
        double crowd = mostCount == 0 ? 0 : neighbors[i] / mostCount;
        weights[i] = CORE_SHARE * closeness[i] / mostClose + (1 - CORE_SHARE) * crowd;
      }
    }

    return weights;
  }

  private static double meanOf(double[] values) {
    ExactSum sum = new ExactSum();
    for (double value : values) {
      sum.add(value);
    }

    return sum.value() / values.length;
  }
}
