// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.workloads;

import java.util.SplittableRandom;

/**
 * Random draws that belong to one row: a pure function of seed and row number, so that a generated
 * table is the same in any partitioning and when a task is run again.
 */
public final class Draws {

  /** The constant of Steele, Lea and Flood's SplitMix64: rows start far apart in its sequence. */
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private final SplittableRandom random;

  private Draws(long start) {
    this.random = new SplittableRandom(start);
  }

  /** The draws of one row. */
  public static Draws of(long seed, long row) {
    return new Draws(mix(mix(seed) + row * GOLDEN));
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  public double uniform() {
    return random.nextDouble();
  }

  public double gaussian() {
    return random.nextGaussian();
  }

  public int below(int bound) {
    return random.nextInt(bound);
  }

  public boolean chance(double probability) {
    return uniform() < probability;
  }

  public double logNormal(double median, double sigma) {
    return median * Math.exp(sigma * gaussian());
  }

  /** Waiting time with the given mean. */
  public double exponential(double mean) {
    return -mean * Math.log(1 - uniform());
  }

  /** A count with the given mean, by counting waiting times. */
  public int poisson(double mean) {
    int count = 0;
    for (double time = exponential(1); time < mean; time += exponential(1)) {
      count++;
    }

    return count;
  }
}
