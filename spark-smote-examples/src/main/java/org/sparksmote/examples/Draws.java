// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import java.util.SplittableRandom;

/**
 * Random draws that belong to one row: a pure function of seed and row number, so that a generated
 * table is the same in any partitioning and when a task is run again.
 */
final class Draws {

  /** The constant of Steele, Lea and Flood's SplitMix64: rows start far apart in its sequence. */
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private final SplittableRandom random;

  private Draws(long start) {
    this.random = new SplittableRandom(start);
  }

  /** The draws of one row. */
  static Draws of(long seed, long row) {
    return new Draws(mix(mix(seed) + row * GOLDEN));
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  double uniform() {
    return random.nextDouble();
  }

  double gaussian() {
    return random.nextGaussian();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean chance(double probability) {
    return uniform() < probability;
  }

  double logNormal(double median, double sigma) {
    return median * Math.exp(sigma * gaussian());
  }

  /** Waiting time with the given mean. */
  double exponential(double mean) {
    return -mean * Math.log(1 - uniform());
  }

  /** A count with the given mean, by counting waiting times. */
  int poisson(double mean) {
    int count = 0;
    for (double time = exponential(1); time < mean; time += exponential(1)) {
      count++;
    }

    return count;
  }
}
