// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.synth;

import java.util.stream.LongStream;
import org.sparksmote.internal.exact.ExactSum;

/** Weights by how densely the rows of a class lie; only their proportions matter. */
public final class DensityWeights {

  /** SMOBD gives the two measures of density equal parts. */
  private static final double CORE_SHARE = 0.5;

  /** SMOBD takes for noise what is this many times sparser than the mean. */
  private static final double NOISE_FACTOR = 1.8;

  private DensityWeights() {}

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
   * @param times how many rows there are of each kind
   */
  public static double[] smobd(double[] coreDistances, long[] neighbors, long[] times) {
    double meanCore = mean(coreDistances, times);
    double meanCount = mean(LongStream.of(neighbors).asDoubleStream().toArray(), times);
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

  /** The mean over rows of which there are many of a kind. */
  public static double mean(double[] values, long[] times) {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < values.length; i++) {
      sum.add(values[i], times[i]);
    }

    return sum.value() / LongStream.of(times).sum();
  }
}
